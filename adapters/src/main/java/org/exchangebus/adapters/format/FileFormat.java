package org.exchangebus.adapters.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.exchangebus.adapters.BlockReader;

/** How the bytes of a file become rows. Immutable; shared by threads. */
public interface FileFormat {

    /** The fields of every row, in the order of the cells. */
    List<String> fields();

    /** Reads a whole file once, without keeping it, and says whether it is what it claims to be. */
    FileCheck check(InputStream in, String place) throws IOException;

    /** Reads a file that passed the check; closing the reader closes the stream. */
    BlockReader open(InputStream in, String place) throws IOException;
}
