package org.exchangebus.deploy.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The server that a killed bus left running on its data. */
final class Leftover {

    private final Path data;

    Leftover(Path data) {
        this.data = data;
    }

    /** Ends it, so that the data can be opened again; what was committed is kept. */
    void end(PostgresSoftware software) throws IOException, InterruptedException {
        Optional<ProcessHandle> found = find();
        if (found.isEmpty()) {
            return;
        }
        EmbeddedPostgres.run(
                software.command("pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "60"), null);
        ProcessHandle server = found.get();
        try {
            server.onExit().get(10, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            server.destroyForcibly();
        }
    }

    /** The process named by {@code postmaster.pid}, if it lives and is a server on this very directory. */
    Optional<ProcessHandle> find() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        List<String> lines = Files.isRegularFile(pidFile) ? Files.readAllLines(pidFile) : List.of();
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(this::isServerOfThisData);
    }

    /** The port of the server that {@link #find} finds; it stands in the fourth line. */
    Optional<Integer> port() throws IOException {
        if (find().isEmpty()) {
            return Optional.empty();
        }
        return Files.readAllLines(data.resolve("postmaster.pid")).stream()
                .skip(3)
                .findFirst()
                .map(line -> Integer.valueOf(line.strip()));
    }

    private boolean isServerOfThisData(ProcessHandle process) {
        String arguments = String.join("\0", process.info().arguments().orElse(new String[0]));
        String command = process.info().command().orElse("");
        return (command.endsWith("/postgres") || arguments.contains("postgres"))
                && arguments.contains("-D\0" + data + "\0");
    }
}
