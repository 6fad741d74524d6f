package org.exchangebus.deploy.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.exchangebus.deploy.application.Progress;
import org.exchangebus.deploy.data.DataDirectory;
import org.exchangebus.routes.landing.LandingFiles;
import org.exchangebus.routes.landing.LandingKey;
import org.exchangebus.routes.landing.LandingKeys;
import org.exchangebus.routes.landing.LandingSettings;
import org.exchangebus.routes.landing.LandingStore;
import org.exchangebus.schemas.run.Landing;
import org.exchangebus.schemas.run.Segment;

/** Measures what landing costs: the workload written durably and hashed as it is, compressed, and compressed and sealed. */
public final class LandingSpeed {

    private static final int BUFFER = 1 << 20;
    private static final int ROUNDS = 4;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final byte[] workload;
    private final Path directory;
    private final PrintWriter out;

    /** The clock, and what this thread has worked: the part that neighbours on the machine do not change much. */
    private record Moment(long nanos, long cpuNanos) {

        static Moment now() {
            return new Moment(
                    System.nanoTime(), ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
        }
    }

    private LandingSpeed(byte[] workload, Path directory, PrintWriter out) {
        this.workload = workload;
        this.directory = directory;
        this.out = out;
    }

    /** Prints one JSON line per way and round; the first round is as cold as a night run. */
    public static void run(long rows, Path data, PrintWriter out, Progress progress) throws IOException {
        try (DataDirectory directory = DataDirectory.open(data)) {
            Path place = directory.directory("landing-speed");
            Path file = place.resolve("person.csv");
            progress.doing("making " + rows + " rows");
            new ReferenceWorkload(Bench.SEED).write(file, rows, Charset.forName("GBK"));
            LandingSpeed speed = new LandingSpeed(Files.readAllBytes(file), place, out);
            Files.delete(file);
            for (int round = 1; round <= ROUNDS; round++) {
                progress.doing("landing, round " + round);
                speed.asItIs(round);
                speed.landed("compressed", LandingKeys.NONE, round);
                LandingKey key = LandingKey.parse(LandingKey.random()).orElseThrow();
                speed.landed("sealed", new LandingKeys(List.of(key)), round);
            }
        }
    }

    private void asItIs(int round) throws IOException {
        Path file = directory.resolve("as-it-is");
        Moment start = Moment.now();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (int at = 0; at < workload.length; at += BUFFER) {
                int length = Math.min(BUFFER, workload.length - at);
                sha256.update(workload, at, length);
                channel.write(ByteBuffer.wrap(workload, at, length));
            }
            channel.force(true);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        Moment written = Moment.now();
        read(Files.newInputStream(file));
        tell("as-it-is", round, start, written, Files.size(file));
        Files.delete(file);
    }

    private void landed(String way, LandingKeys keys, int round) throws IOException {
        LandingStore store = new LandingStore(new LandingSettings(directory, keys, Duration.ZERO, Long.MAX_VALUE, 0));
        Moment start = Moment.now();
        Segment segment;
        try (Landing.Writer writer = store.begin("person.csv")) {
            for (int at = 0; at < workload.length; at += BUFFER) {
                writer.write(workload, at, Math.min(BUFFER, workload.length - at));
            }
            segment = writer.complete(Map.of());
        }
        Moment written = Moment.now();
        read(store.open(segment));
        LandingFiles files = store.files();
        tell(way, round, start, written, files.stored());
        files.remove(segment.sha256());
    }

    private static void read(InputStream in) throws IOException {
        try (in) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private void tell(String way, int round, Moment start, Moment written, long stored) {
        Moment end = Moment.now();
        ObjectNode line = JSON.createObjectNode()
                .put("name", "landing-" + way)
                .put("round", round)
                .put("bytes", workload.length)
                .put("share", Math.round(1000.0 * stored / workload.length) / 1000.0)
                .put("writeMbPerSecond", Math.round(workload.length * 1e3 / (written.nanos() - start.nanos())))
                .put("writeCpuMillis", (written.cpuNanos() - start.cpuNanos()) / 1_000_000)
                .put("readMbPerSecond", Math.round(workload.length * 1e3 / (end.nanos() - written.nanos())))
                .put("readCpuMillis", (end.cpuNanos() - written.cpuNanos()) / 1_000_000);
        out.println(line);
        out.flush();
    }
}
