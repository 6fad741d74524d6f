package org.exchangebus.adapters;

import java.io.Closeable;
import java.util.Iterator;
import org.exchangebus.schemas.record.Rows;

/**
 * The rows of one landed segment, block by block; a block is at most {@link #ROWS} rows or about {@link #BYTES} of text.
 *
 * <p>Failures to read the landing come out of {@code hasNext} and {@code next} as {@link java.io.UncheckedIOException}.
 */
public interface BlockReader extends Iterator<Rows>, Closeable {

    /** Most rows in a block, bad ones included. */
    int ROWS = 2_000;

    /** A block ends with the row that reaches this many bytes of text. */
    int BYTES = 512 * 1024;
}
