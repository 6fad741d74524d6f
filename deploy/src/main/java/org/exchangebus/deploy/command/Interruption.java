package org.exchangebus.deploy.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C: wakes the thread that works, and keeps the process alive until that has tidied up.
 *
 * <p>The JVM itself then ends with 130 for SIGINT and 143 for SIGTERM.
 */
final class Interruption implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final Thread worker = Thread.currentThread();
    private final CountDownLatch tidied = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "interruption");
    private volatile boolean hasCome;

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    boolean hasCome() {
        return hasCome;
    }

    /** What was started is closed; the process may end. */
    @Override
    public void close() {
        tidied.countDown();
        if (!hasCome) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException ignored) {
                // It came just now.
            }
        }
    }

    private void interrupt() {
        hasCome = true;
        worker.interrupt();
        try {
            tidied.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
