package org.exchangebus.deploy.harness;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.exchangebus.deploy.configuration.BusConfiguration;
import org.exchangebus.deploy.configuration.BusYaml;
import org.exchangebus.routes.landing.LandingKey;
import org.springframework.jdbc.core.JdbcTemplate;

/** One bus with its hub in child processes, its database and departments here, and the truth of what was issued. */
final class Trial implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration ROUND = Duration.ofMinutes(4);
    private static final Duration SETTLE = Duration.ofMinutes(3);

    /** The kinds of source there are. */
    enum Kind {
        SOAP,
        FTP,
        SFTP,
        DATABASE
    }

    private static EmbeddedPostgres server;

    final Truth truth = new Truth();
    final Effects effects;
    private final Path home;
    private final long seed;
    private final String name = "t" + UUID.randomUUID().toString().replace("-", "");
    private final HikariDataSource hub;
    private final Wire ledgerWire;
    private final List<Department> departments = new ArrayList<>();
    private final List<Wire> wires = new ArrayList<>();
    private final List<Instant> kills = new ArrayList<>();
    private int faults;
    private boolean isWatched;
    private List<String> below = List.of();
    private Class<?> application = Child.class;
    private ChildProcess child;

    /**
     * A trial with nothing but its departments.
     *
     * @param first how many wells each department has at first
     */
    Trial(Path home, long seed, List<Kind> kinds, int first) throws Exception {
        this.home = home;
        this.seed = seed;
        new JdbcTemplate(server().getPostgresDatabase()).execute("CREATE DATABASE " + name);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server().getJdbcUrl("postgres", name));
        ledgerWire = new Wire(server().getPort(), false);
        config.setMaximumPoolSize(3);
        hub = new HikariDataSource(config);
        effects = new Effects(hub);
        for (Kind kind : kinds) {
            departments.add(department(kind, first));
        }
        for (Department department : departments) {
            writeFolder(department);
        }
        copy("catalogue", Map.of());
        Files.writeString(home.resolve("landing.key"), LandingKey.random());
        Files.writeString(home.resolve("database.password"), UUID.randomUUID().toString());
        Files.writeString(home.resolve("bus.yaml"), """
                roles: [bus, hub]
                data: ./data
                systems: ./systems
                catalogue: ./catalogue
                database: {url: '%s', user: postgres, password: 'file:database.password'}
                schedule: {enabled: false}
                landing: {key: 'file:landing.key', reserve: 100MB}
                """.formatted(url()));
    }

    static synchronized EmbeddedPostgres server() throws IOException {
        if (server == null) {
            server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "200")
                    .start();
        }
        return server;
    }

    private Department department(Kind kind, int first) throws Exception {
        Path folder = home.resolve(kind.name());
        return switch (kind) {
            case SOAP -> new SoapDepartment(truth, seed, first);
            case FTP -> new FtpDepartment(folder, truth, seed, first);
            case SFTP -> new SftpDepartment(folder, truth, seed, first);
            case DATABASE -> new DatabaseDepartment(server(), "w" + name, truth, seed, first);
        };
    }

    /** Every department is behind a wire that can be made bad. */
    private void writeFolder(Department department) throws IOException {
        Wire wire = new Wire(department.port(), department.system().equals("wells-ftp"));
        wires.add(wire);
        Map<String, String> places = new TreeMap<>();
        department.places().forEach((key, value) -> places.put("${" + department.system() + "." + key + "}", value));
        places.put("${" + department.system() + ".port}", Integer.toString(wire.port()));
        copy("systems/" + department.system(), places);
    }

    private void copy(String folder, Map<String, String> places) throws IOException {
        Path from = Path.of(Trial.class.getResource("/harness/" + folder).getPath());
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                for (Map.Entry<String, String> place : places.entrySet()) {
                    text = text.replace(place.getKey(), place.getValue());
                }
                Path to = home.resolve(folder).resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.writeString(to, text);
            }
        }
    }

    /** The wire to the database of ledger and hub. */
    Wire ledgerWire() {
        return ledgerWire;
    }

    /** The wires to the departments. */
    List<Wire> wires() {
        return wires;
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + ledgerWire.port() + "/" + name;
    }

    /** What the bus was configured with. */
    BusConfiguration configuration() {
        return BusYaml.read(home.resolve("bus.yaml"));
    }

    List<Department> departments() {
        return departments;
    }

    HikariDataSource hub() {
        return hub;
    }

    Path data() {
        return home.resolve("data");
    }

    JdbcTemplate jdbc() {
        return new JdbcTemplate(hub);
    }

    /** Starts the application; the first time, the history of the registry begins before anything runs. */
    ChildProcess start(String... options) throws Exception {
        if (child != null && child.isAlive()) {
            end();
        }
        child = process(List.of(options));
        boolean isReady = child.awaitStart(START);
        if (!isReady && options.length == 0) {
            throw new IllegalStateException("the child did not start: " + Files.readString(home.resolve("child.err")));
        }
        if (!isWatched) {
            effects.watch();
            isWatched = true;
        }
        return child;
    }

    /** Starts the application below a program that does something to its system calls. */
    ChildProcess startBelow(List<String> program) throws Exception {
        below = program;
        try {
            return start();
        } finally {
            below = List.of();
        }
    }

    /** Starts another process on the same directory while one is there. */
    ChildProcess startBeside() throws IOException {
        return process(List.of());
    }

    private ChildProcess process(List<String> options) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(options));
        for (Department department : departments) {
            String variable =
                    "BUS_SECRET_" + department.system().toUpperCase(Locale.ROOT).replace('-', '_');
            builder.environment().put(variable, department.password());
        }
        Path errors = home.resolve("child.err");
        return new ChildProcess(builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile())));
    }

    /** Makes the archive of classes that all later children share, at the cost of one slow start. */
    void warmUp() throws Exception {
        if (!SharedClasses.get().isArchived()) {
            start(SharedClasses.get().options().toArray(new String[0]));
            child.order("round");
            child.await("round", ROUND);
            end();
        }
    }

    private void end() throws InterruptedException {
        child.order("end");
        child.awaitEnd(Duration.ofSeconds(120));
    }

    private List<String> command(List<String> options) throws IOException {
        SharedClasses classes = SharedClasses.get();
        List<String> command = new ArrayList<>(below);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx300m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=Asia/Shanghai",
                "-Dfile.encoding=UTF-8",
                "-Dbus.log=" + home.resolve("bus.log"),
                "-Dharness.home=" + home,
                "-Dharness.data=" + data(),
                "-Dharness.ftp=" + wires.get(0).port(),
                "-Dharness.database=" + url()));
        if (classes.isArchived()) {
            command.addAll(classes.options());
        }
        command.addAll(options);
        command.addAll(List.of("-cp", classes.classPath(), application.getName()));
        return command;
    }

    /** Kills the child at whatever it is doing. */
    void kill() throws InterruptedException {
        kills.add(Instant.now());
        child.kill();
    }

    /** The child killed itself at its point. */
    void killedItself() {
        kills.add(Instant.now());
    }

    /** From each kill to the next chunk that the hub took, in milliseconds, ascending. */
    List<Long> recoveries() {
        return kills.stream()
                .map(kill -> jdbc().queryForObject(
                                "SELECT extract(epoch FROM min(received_at) - ?) * 1000 FROM hub.inbox WHERE received_at > ?",
                                Double.class,
                                java.sql.Timestamp.from(kill),
                                java.sql.Timestamp.from(kill)))
                .filter(java.util.Objects::nonNull)
                .map(Double::longValue)
                .sorted()
                .toList();
    }

    int kills() {
        return kills.size();
    }

    /** So many faults were done to wires. */
    void suffered(int more) {
        faults += more;
    }

    int faults() {
        return faults;
    }

    /** Runs rounds in a child until nothing is missing any more, or for as long as nothing may be missing; then judges. */
    Verdict settle() throws Exception {
        if (child == null || !child.isAlive()) {
            start();
        }
        long deadline = System.nanoTime() + SETTLE.toNanos();
        String red;
        Verdict verdict;
        do {
            child.order("round");
            red = child.await("round", ROUND);
            verdict = Evidence.judge(this);
        } while ((!verdict.isClean() || !red.isBlank() && !red.equals("round ")) && System.nanoTime() < deadline);
        if (!red.equals("round ")) {
            verdict.unproven.add(red);
        }
        end();
        return verdict;
    }

    /** From now on the children are the control. */
    void runNaively() {
        application = NaiveChild.class;
    }

    /** Lets the control come to rest: no file is left and nothing happens any more. */
    Verdict settleNaively() throws Exception {
        start();
        Path drop = home.resolve(Kind.FTP.name()).resolve("drop");
        Awaitility.await().atMost(SETTLE).during(Duration.ofSeconds(5)).until(() -> isEmpty(drop));
        AtomicLong before = new AtomicLong(-1);
        Awaitility.await()
                .atMost(SETTLE)
                .pollInterval(Duration.ofSeconds(4))
                .until(() -> before.getAndSet(effects.count()) == before.get());
        child.kill();
        return Checker.check(truth, effects.all(), effects.registry());
    }

    private static boolean isEmpty(Path drop) throws IOException {
        try (Stream<Path> files = Files.list(drop)) {
            return files.noneMatch(file -> file.toString().endsWith(".csv"));
        }
    }

    @Override
    public void close() throws Exception {
        if (child != null) {
            child.kill();
        }
        hub.close();
        ledgerWire.close();
        for (Wire wire : wires) {
            wire.close();
        }
        for (Department department : departments) {
            department.close();
        }
        for (String database : List.of(name, "w" + name)) {
            new JdbcTemplate(server().getPostgresDatabase())
                    .execute("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
        }
    }
}
