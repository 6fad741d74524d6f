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

    private final PostgresSoftware software;
    private final Path data;

    Leftover(PostgresSoftware software, Path data) {
        this.software = software;
        this.data = data;
    }

    /** Ends it, so that the data can be opened again; what was committed is kept. */
    void end() throws IOException, InterruptedException {
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
        if (!Files.isRegularFile(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(this::isServerOfThisData);
    }

    private boolean isServerOfThisData(ProcessHandle process) {
        String arguments = String.join("\0", process.info().arguments().orElse(new String[0]));
        String command = process.info().command().orElse("");
        return (command.endsWith("/postgres") || arguments.contains("postgres"))
                && arguments.contains("-D\0" + data + "\0");
    }
}
