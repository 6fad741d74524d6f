package org.exchangebus.deploy.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.exchangebus.deploy.data.DataDirectory;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of our own: a real server with its data in {@code <data>/postgres}, on a free port of the
 * loopback interface, with passwords, and as durable as any (fsync and synchronous commit are on).
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String DATABASE = "exchange";
    private static final String ADMINISTRATOR = "postgres";
    private static final String SECRET = "postgres";
    private static final int ATTEMPTS = 3;

    /** Sized for a small machine; nothing here trades durability for speed. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("max_connections", "60"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("wal_buffers", "16MB"),
            Map.entry("max_wal_size", "4GB"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("log_min_messages", "warning"),
            Map.entry("log_timezone", "UTC"));

    private final PostgresSoftware software;
    private final Path data;
    private final Process process;
    private final DatabaseAddress address;

    private EmbeddedPostgres(PostgresSoftware software, Path data, Process process, DatabaseAddress address) {
        this.software = software;
        this.data = data;
        this.process = process;
        this.address = address;
    }

    /**
     * Starts the server, after the one that a killed bus left behind was ended.
     *
     * @param directory locked by this process, so that no living bus uses a server that is found there
     */
    public static EmbeddedPostgres start(DataDirectory directory) {
        Path log = directory.directory("log").resolve("postgres.log");
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling("postgres.1.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            PostgresSoftware software = PostgresSoftware.below(directory.directory("software"));
            Path data = data(directory.path());
            if (!Files.isDirectory(data)) {
                initialise(software, directory, data, log);
            }
            new Leftover(data).end(software);
            return start(software, directory, data, log);
        } catch (IOException | SQLException e) {
            throw problem(log, e.getMessage() == null ? e.toString() : e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw problem(log, "interrupted", e);
        }
    }

    /** Where the server of a data directory keeps its data. */
    public static Path data(Path directory) {
        return directory.resolve("postgres");
    }

    /** The server that runs on a data directory, whoever started it; empty where none does. */
    public static Optional<DatabaseAddress> running(Path directory) {
        try {
            return new Leftover(data(directory)).port().map(port -> {
                String password =
                        DataDirectory.secretsOf(directory).find(SECRET).orElse("");
                return new DatabaseAddress(url(port, DATABASE), DATABASE, password);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Where the bus finds its database. */
    public DatabaseAddress address() {
        return address;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        try {
            run(software.command("pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "60"), null);
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }

    private static void initialise(PostgresSoftware software, DataDirectory directory, Path data, Path log)
            throws IOException, InterruptedException {
        Path made = data.resolveSibling("postgres.initialising");
        PostgresSoftware.delete(made);
        directory.secrets().orNew("postgres-administrator");
        int code = run(
                software.command(
                        "initdb",
                        "-D",
                        made.toString(),
                        "-U",
                        ADMINISTRATOR,
                        "--pwfile=" + directory.secrets().path("postgres-administrator"),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C"),
                log);
        if (code != 0) {
            throw problem(log, lastLine(log), null);
        }
        Files.move(made, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static EmbeddedPostgres start(PostgresSoftware software, DataDirectory directory, Path data, Path log)
            throws IOException, SQLException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            Process process = launch(software, data, port, log);
            DatabaseAddress address = new DatabaseAddress(
                    url(port, DATABASE), DATABASE, directory.secrets().orNew(SECRET));
            EmbeddedPostgres started = new EmbeddedPostgres(software, data, process, address);
            try {
                String administrator = directory.secrets().orNew("postgres-administrator");
                try (Connection connection = awaitConnection(process, port, administrator, log)) {
                    requireOwn(connection, data, port);
                    prepare(connection, address.password());
                }
                return started;
            } catch (ProblemException | SQLException e) {
                boolean portWasTaken = !process.isAlive();
                started.close();
                if (!portWasTaken || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static Process launch(PostgresSoftware software, Path data, int port, Path log) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-D", data.toString(), "-p", "" + port));
        SETTINGS.forEach((key, value) -> arguments.addAll(List.of("-c", key + "=" + value)));
        return builder(software.command("postgres", arguments.toArray(String[]::new)), log)
                .start();
    }

    private static Connection awaitConnection(Process process, int port, String password, Path log)
            throws SQLException, InterruptedException, IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (true) {
            try {
                return DriverManager.getConnection(url(port, "postgres"), ADMINISTRATOR, password);
            } catch (SQLException e) {
                if (!process.isAlive()) {
                    throw problem(log, lastLine(log), e);
                }
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                process.waitFor(50, TimeUnit.MILLISECONDS);
            }
        }
    }

    /** A foreign server on the port would answer as well; ours is the one with our data. */
    static void requireOwn(Connection connection, Path data, int port) throws SQLException, IOException {
        String found = single(connection, "SHOW data_directory");
        if (!Path.of(found).toRealPath().equals(data.toRealPath())) {
            throw new ProblemException(Finding.of("postgres", DeployProblem.DATABASE_IS_FOREIGN, "" + port, found));
        }
    }

    private static void prepare(Connection connection, String password) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean isThere = single(connection, "SELECT count(*) FROM pg_roles WHERE rolname = '" + DATABASE + "'")
                    .equals("1");
            // The password has no character that would need quoting.
            statement.execute(
                    (isThere ? "ALTER" : "CREATE") + " ROLE " + DATABASE + " LOGIN PASSWORD '" + password + "'");
            if (single(connection, "SELECT count(*) FROM pg_database WHERE datname = '" + DATABASE + "'")
                    .equals("0")) {
                statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + DATABASE);
            }
        }
    }

    private static String single(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    static int run(List<String> command, @Nullable Path log) throws IOException, InterruptedException {
        Process process = builder(command, log).start();
        return process.waitFor();
    }

    private static ProcessBuilder builder(List<String> command, @Nullable Path log) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        return builder.redirectOutput(
                log == null ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The reason that the server wrote, as far as one line can tell it. */
    private static String lastLine(Path log) throws IOException {
        List<String> lines = Files.exists(log)
                ? new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList()
                : List.of();
        return lines.stream()
                .filter(line -> line.contains("FATAL") || line.contains("error"))
                .reduce((first, second) -> second)
                .orElseGet(() -> lines.isEmpty() ? "it wrote nothing" : lines.get(0));
    }

    private static ProblemException problem(Path log, String what, @Nullable Throwable cause) {
        Finding finding = Finding.of("postgres", DeployProblem.DATABASE_DID_NOT_START, what, log.toString());
        return cause == null ? new ProblemException(finding) : new ProblemException(finding, cause);
    }
}
