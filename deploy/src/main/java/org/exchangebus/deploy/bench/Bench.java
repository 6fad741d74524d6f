package org.exchangebus.deploy.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.exchangebus.deploy.application.Progress;

/** Measures the way of records, and the physical limit beside it. */
public final class Bench {

    private Bench() {}

    /** Writes one JSON line per figure. */
    public static void run(long rows, Path data, PrintWriter out, Progress progress) {
        throw new UnsupportedOperationException();
    }
}
