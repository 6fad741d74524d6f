package org.exchangebus.transformers.example;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.record.Rows;

/** Reads a sample as the source itself would have sent it; the adapters can. */
@FunctionalInterface
public interface RawSamples {

    /**
     * All rows of a file, bad ones included.
     *
     * @throws ProblemException if the source would not take the file
     */
    List<Rows> read(String system, String mapping, Path file) throws IOException;
}
