package org.exchangebus.adapters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.run.Capture;

/** How the bus takes rows from one source of a system. Shared by threads; one run of a source at a time. */
public interface Source extends AutoCloseable {

    /** Names of the fields that every row has, in the order of the cells. */
    List<String> fields();

    /**
     * Takes what there is since the request's cursor and puts all of it into the landing; touches nothing at the
     * source. A failure leaves the source as it was, and the next run begins at the same cursor.
     */
    Capture capture(Capture.Request request) throws Exception;

    /** Reads a landed segment: from equal bytes equal rows in equal blocks, however often it is opened. */
    BlockReader open(Capture.Reading reading) throws IOException;

    /**
     * Reads a file that somebody has in hand as if it came from the source, once it passed what a run would look at.
     *
     * @throws ProblemException if the file is not what this source takes, or if the source takes no files at all
     */
    default BlockReader openSample(Path file) throws IOException {
        throw new ProblemException(Finding.of(file.toString(), AdapterProblem.TAKES_NO_FILES));
    }

    /** Tells the source what became of the segments (moves files); repeated when it failed. */
    default void acknowledge(Capture.Acknowledgement acknowledgement) throws Exception {}

    /** Lets go of connections; no run is under way. */
    @Override
    default void close() throws Exception {}
}
