package org.exchangebus.schemas.generated;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.exchangebus.schemas.problem.Finding;

/**
 * Gives a parser input after input, and fails where one of them ends it otherwise than foreseen, or not soon.
 *
 * <p>How many there are and from which seed is said by the system properties {@code generated.inputs},
 * {@code generated.seed} (a number, or {@code fresh}) and {@code generated.from}; a failure says them for its input.
 */
public final class GeneratedInputs {

    /** What is done with an input; whatever it throws is a failure. */
    @FunctionalInterface
    public interface Taker {
        void take(byte[] input) throws Exception;
    }

    private static final Duration LONGEST_WORK = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final int SHOWN = 2_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Mutation mutation;
    private final long seed;
    private final long first;
    private final long count;
    private final AtomicLong number = new AtomicLong();
    private final AtomicReference<AssertionError> failure = new AtomicReference<>();

    GeneratedInputs(Mutation mutation, long seed, long first, long count) {
        this.mutation = mutation;
        this.seed = seed;
        this.first = first;
        this.count = count;
    }

    /** Inputs made from good ones and from the pieces that the format is built of. */
    public static GeneratedInputs of(Mutation mutation) {
        String said = System.getProperty("generated.seed", "1");
        long seed = said.equals("fresh") ? new SecureRandom().nextLong() : Long.parseLong(said);
        return new GeneratedInputs(
                mutation, seed, Long.getLong("generated.from", 0), Long.getLong("generated.inputs", 10_000));
    }

    /** What a finding says in Chinese of other values: what is not filled in then is the text's fault, not the input's. */
    public static String chinese(Finding finding) {
        List<String> others = finding.arguments().stream().map(value -> "1").toList();
        return finding.problem().text(Locale.CHINESE, others)
                + finding.problem().remedy(Locale.CHINESE, others);
    }

    /** Lets every input be taken. */
    public void each(Taker taker) throws InterruptedException {
        number.set(first);
        Thread worker = new Thread(() -> work(taker), "generated-inputs");
        worker.setDaemon(true);
        worker.start();
        while (worker.isAlive()) {
            long before = number.get();
            worker.join(LONGEST_WAIT.toMillis());
            if (worker.isAlive() && number.get() == before) {
                AssertionError stuck = failure(before, "did not end in " + LONGEST_WAIT.toSeconds() + " s");
                stuck.setStackTrace(worker.getStackTrace());
                throw stuck;
            }
        }
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    private void work(Taker taker) {
        for (long n = first; n < first + count && failure.get() == null; n++) {
            number.set(n);
            byte[] input = input(n);
            long start = THREADS.getCurrentThreadCpuTime();
            try {
                taker.take(input);
                long worked = THREADS.getCurrentThreadCpuTime() - start;
                if (worked > LONGEST_WORK.toNanos()) {
                    failure.set(failure(n, "took " + worked / 1_000_000 + " ms"));
                }
            } catch (Throwable e) {
                AssertionError found = failure(n, "ended in " + e);
                found.initCause(e);
                failure.set(found);
            }
        }
    }

    private byte[] input(long n) {
        return mutation.input(new SplittableRandom(seed + n * STEP));
    }

    private AssertionError failure(long n, String what) {
        byte[] input = input(n);
        String shown = HexFormat.of().formatHex(input, 0, Math.min(input.length, SHOWN));
        return new AssertionError("Input " + n + " of seed " + seed + " " + what + ". Again: -Dgenerated.seed=" + seed
                + " -Dgenerated.from=" + n + " -Dgenerated.inputs=1. Its " + input.length + " bytes in hexadecimal: "
                + shown + (input.length > SHOWN ? "…" : ""));
    }
}
