package org.exchangebus.schemas.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Where an adapter puts every byte it takes before it is believed, and reads it again. */
public interface Landing {

    /** Begins a segment. What is written is kept only after {@link Writer#complete}. */
    Writer begin(String name) throws IOException;

    /** Opens a landed segment, as often as wanted. */
    InputStream open(Segment segment) throws IOException;

    /** Writes one segment and hashes it on the way; closing without completing discards it. */
    abstract class Writer extends OutputStream {

        /** Makes the bytes durable (fsync) under their digest. The same bytes landed before are one. */
        public abstract Segment complete(Map<String, String> attributes) throws IOException;
    }
}
