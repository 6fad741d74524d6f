package org.exchangebus.adapters.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Function;
import org.exchangebus.schemas.problem.ProblemException;

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

    /** Copies a stream of the server; what goes wrong with it is told apart from what goes wrong where it is kept. */
    static long copy(InputStream in, OutputStream to, Function<IOException, ProblemException> lost) throws IOException {
        byte[] buffer = new byte[128 << 10];
        long copied = 0;
        while (true) {
            int read;
            try {
                read = in.read(buffer);
            } catch (IOException e) {
                throw lost.apply(e);
            }
            if (read < 0) {
                return copied;
            }
            to.write(buffer, 0, read);
            copied += read;
        }
    }

    /** Moves a file into a directory below this one, which is made if it is not there; nothing is overwritten. */
    void move(String name, String directory, String newName) throws IOException;

    /** Takes a move back; {@code path} is relative to this directory, and no file has the name. */
    void moveBack(String path, String name) throws IOException;
}
