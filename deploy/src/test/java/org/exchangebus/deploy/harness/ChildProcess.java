package org.exchangebus.deploy.harness;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A process with the application in it, seen from here. */
final class ChildProcess {

    private static final String ENDED = "(ended)";

    private final Process process;
    private final Path errors;
    private final BufferedWriter orders;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    ChildProcess(ProcessBuilder builder) throws IOException {
        errors = builder.redirectError().file().toPath();
        process = builder.start();
        orders = process.outputWriter(StandardCharsets.UTF_8);
        Thread reader = new Thread(this::listen, "child");
        reader.setDaemon(true);
        reader.start();
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line;
            while ((line = lines.readLine()) != null) {
                answers.add(line);
            }
        } catch (IOException e) {
            answers.add(e.toString());
        }
        answers.add(ENDED);
    }

    /** Sends a line; a process that is dead does not hear it. */
    void order(String line) {
        try {
            orders.write(line + "\n");
            orders.flush();
        } catch (IOException e) {
            answers.add("not heard: " + line);
        }
    }

    /** The answer that begins like this; whatever else is said before is passed over. */
    String await(String beginning, Duration patience) throws InterruptedException, IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            String line = answers.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (line == null || line.equals(ENDED)) {
                throw new IllegalStateException("the child did not say '" + beginning + "': "
                        + (line == null ? "it is silent" : "it ended: " + Files.readString(errors)));
            }
            if (line.startsWith(beginning)) {
                return line;
            }
        }
    }

    /** Waits until it is ready, or has ended: one that kills itself may do so before. Says whether it is ready. */
    boolean awaitStart(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        String line;
        do {
            line = answers.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } while (line != null && !line.equals("ready") && !line.equals(ENDED));
        if (line == null) {
            throw new IllegalStateException("the child does not start");
        }
        return line.equals("ready");
    }

    /** Kills it and does not look. */
    void strike() {
        process.destroyForcibly();
    }

    /** Kills it as {@code kill -9} does, and sees it dead. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitEnd(Duration.ofSeconds(30));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The exit code, once it has ended. */
    int awaitEnd(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("the child does not end");
        }
        return process.exitValue();
    }
}
