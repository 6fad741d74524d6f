package org.exchangebus.adapters.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** One directory of a server, over a connection of its own. Not thread-safe. */
interface RemoteDirectory extends Closeable {

    /** Lists the files; fails rather than leave out a line that it does not understand. */
    Listing list() throws IOException;

    /**
     * Copies a file in binary.
     *
     * @return how many bytes came; whether that is all of them is for the caller to judge
     */
    long fetch(String name, OutputStream to) throws IOException;

    /** Moves a file into a directory below this one, which is made if it is not there; nothing is overwritten. */
    void move(String name, String directory, String newName) throws IOException;
}
