package org.exchangebus.deploy.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.exchangebus.deploy.application.Progress;
import org.exchangebus.deploy.broker.BrokerConnections;
import org.exchangebus.deploy.broker.EmbeddedBroker;
import org.exchangebus.deploy.data.DataDirectory;
import org.exchangebus.deploy.postgres.EmbeddedPostgres;
import org.exchangebus.routes.ledger.RunReport;
import org.exchangebus.routes.wire.Queues;

/**
 * Measures the whole way of the reference workload, FTP file to reconciled registry, beside what the same rows
 * cost by hand on the same database in the same run.
 */
public final class Bench {

    private static final Charset GBK = Charset.forName("GBK");
    private static final int WARMING_ROWS = 20_000;
    static final long SEED = 20240601;

    private final long rows;
    private final DataDirectory data;
    private final Progress progress;
    private final PrintWriter out;
    private final ObjectMapper json = new ObjectMapper();

    private Bench(long rows, DataDirectory data, PrintWriter out, Progress progress) {
        this.rows = rows;
        this.data = data;
        this.out = out;
        this.progress = progress;
    }

    /**
     * Prints one JSON line per figure.
     *
     * @param progress is told what is being done
     * @return whether every run balanced; figures of a run that does not are not printed
     */
    public static boolean run(long rows, Path directory, PrintWriter out, Progress progress) throws Exception {
        try (DataDirectory data = DataDirectory.open(directory)) {
            return new Bench(rows, data, out, progress).measure();
        }
    }

    private boolean measure() throws Exception {
        delete(data.path().resolve("landing"));
        Path files = data.directory("files");
        Path file = data.directory("workload").resolve("person.csv");
        progress.doing("making " + rows + " rows");
        long bytes = new ReferenceWorkload(SEED).write(file, rows, GBK);
        String password = data.secrets().orNew("reference-register");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data);
                EmbeddedBroker broker = EmbeddedBroker.start(data, Queues.ALL);
                BrokerConnections connections = BrokerConnections.to(broker.address());
                FileServer server = FileServer.start(files, password);
                MeasuredBus bus = MeasuredBus.start(data, postgres.address(), connections.factory(), server.port())) {
            Checkpoint checkpoint =
                    new Checkpoint(postgres.address().url(), data.secrets().orNew("postgres-administrator"));
            warm(bus, files);
            double load = Usage.begin().load();
            progress.doing("by hand: keyed upsert");
            HandMade hands = new HandMade(bus.database(), checkpoint);
            double limit = hands.keyedUpsert(file, "GBK");
            progress.doing("by hand: plain copy");
            double floor = hands.plainCopy(file, "GBK");
            empty(bus.database());
            offer(file, files);
            Limits limits = new Limits(bytes, limit, floor, load);
            return measure(bus, checkpoint, "bus", limits)
                    && measure(bus, checkpoint, "unchanged", limits)
                    && measureUnguarded(bus, checkpoint, limits);
        } finally {
            delete(data.path().resolve("landing"));
            delete(files);
            delete(file.getParent());
        }
    }

    /** A small run first, so that classes are loaded and tables made; the compiler stays as cold as in a night run. */
    private void warm(MeasuredBus bus, Path files) throws Exception {
        progress.doing("a small run first");
        Path file = data.path().resolve("workload").resolve("small.csv");
        new ReferenceWorkload(SEED).write(file, Math.min(rows, WARMING_ROWS), GBK);
        offer(file, files);
        bus.run();
        Files.delete(file);
        delete(files);
        Files.createDirectories(files);
    }

    private boolean measure(MeasuredBus bus, Checkpoint checkpoint, String name, Limits limits) throws Exception {
        checkpoint.take();
        System.gc();
        progress.doing("the bus: " + name);
        Usage usage = Usage.begin();
        RunReport report = bus.run();
        BenchResult result =
                new BenchResult(name, report.read(), limits, usage.seconds(), usage.cpuSeconds(), usage.peakHeapMb());
        if (!report.isBalanced() || report.read() != rows) {
            progress.say("the run is " + report.state() + ": " + report);
            return false;
        }
        print(result);
        return true;
    }

    private boolean measureUnguarded(MeasuredBus bus, Checkpoint checkpoint, Limits limits) throws Exception {
        empty(bus.database());
        checkpoint.take();
        System.gc();
        progress.doing("the same without guarantees");
        Unguarded unguarded = bus.unguarded(data.directory("workload"));
        Usage usage = Usage.begin();
        long read = unguarded.run();
        print(new BenchResult("unguarded", read, limits, usage.seconds(), usage.cpuSeconds(), usage.peakHeapMb()));
        return read == rows;
    }

    private void print(BenchResult result) throws IOException {
        out.println(json.writeValueAsString(result.fields()));
        out.flush();
    }

    private static void offer(Path file, Path files) throws IOException {
        Path offered = files.resolve(file.getFileName());
        Files.createLink(offered, file);
        Files.createFile(files.resolve(file.getFileName() + ".ok"));
    }

    private static void empty(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE registry.reference_person");
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> tree = Files.walk(directory)) {
            paths = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
