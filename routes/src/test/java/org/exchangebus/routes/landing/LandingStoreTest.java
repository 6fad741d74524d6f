package org.exchangebus.routes.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.exchangebus.routes.stage.Stage;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.run.Landing;
import org.exchangebus.schemas.run.Segment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingStoreTest {

    @TempDir
    Path directory;

    private LandingStore store() throws IOException {
        return store(directory, 0);
    }

    private static LandingStore store(Path root, long reserve) throws IOException {
        return new LandingStore(new LandingSettings(root, Stage.KEYS, Duration.ofDays(90), Long.MAX_VALUE, reserve));
    }

    private static Segment land(Landing landing, byte[] bytes) throws IOException {
        try (Landing.Writer out = landing.begin("a.csv")) {
            out.write(bytes);
            return out.complete(Map.of("etag", "7"));
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void givesBackEveryByteThatWasLanded() throws IOException {
        byte[] bytes = new byte[(3 << 20) + 17];
        new Random(7).nextBytes(bytes);
        LandingStore store = store();

        Segment segment = land(store, bytes);

        assertThat(segment.bytes()).isEqualTo(bytes.length);
        try (InputStream in = store().open(segment)) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void namesBytesByTheirDigestAndKeepsThemOnce() throws IOException {
        LandingStore store = store();

        Segment first = land(store, "abc".getBytes());
        Segment second = land(store, "abc".getBytes());

        assertThat(first.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(second).isEqualTo(first);
        assertThat(files()).containsExactly(directory.resolve("sha256/ba/78/" + first.sha256()));
    }

    @Test
    void isReadableByItsOwnerAlone() throws IOException {
        land(store(directory.resolve("store"), 0), "abc".getBytes());

        try (Stream<Path> all = Files.walk(directory.resolve("store"))) {
            assertThat(all)
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .endsWith("------"));
        }
    }

    @Test
    void forgetsWhatWasNotCompleted() throws IOException {
        LandingStore store = store();
        try (Landing.Writer out = store.begin("a.csv")) {
            out.write(new byte[2 << 20]);
        }

        assertThat(files()).isEmpty();
    }

    @Test
    void sweepsWhatAKilledProcessLeftUnfinished() throws IOException {
        LandingStore store = store();
        store.begin("a.csv").write(new byte[2 << 20]);
        assertThat(files()).hasSize(1);

        store();

        assertThat(files()).isEmpty();
    }

    @Test
    void refusesBytesThatWereCutSinceAndTakesThemAnew() throws IOException {
        LandingStore store = store();
        Segment segment = land(store, "abc".getBytes());
        Files.write(files().get(0), "ab".getBytes());

        assertThatThrownBy(() -> store.open(segment)).hasMessageContaining("ROUTES-017");
        land(store, "abc".getBytes());

        try (InputStream in = store.open(segment)) {
            assertThat(in.readAllBytes()).asString().isEqualTo("abc");
        }
    }

    @Test
    void takesNothingMoreOnceTheReserveOfTheDiskIsReached() throws IOException {
        LandingStore store = store(directory, Long.MAX_VALUE);

        assertThatThrownBy(() -> store.begin("a.csv")).hasMessageContaining("ROUTES-003");
        assertThat(files()).isEmpty();
    }

    @Test
    void severalWritersAtOncePassTheBudgetByNoMoreThanWhatEachWritesAtATime() throws Exception {
        long budget = 8L << 20;
        int writers = 4;
        LandingStore store = new LandingStore(new LandingSettings(directory, Stage.KEYS, Duration.ZERO, budget, 0));
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        List<Future<String>> ends = IntStream.range(0, writers)
                .mapToObj(seed -> pool.submit(() -> landUntilRefused(store, new Random(seed))))
                .toList();
        AtomicLong peak = new AtomicLong();

        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(2))
                .ignoreExceptions()
                .until(() -> {
                    peak.accumulateAndGet(bytes(), Math::max);
                    return ends.stream().allMatch(Future::isDone);
                });
        pool.shutdown();

        for (Future<String> end : ends) {
            assertThat(end.get()).isEqualTo("ROUTES-073");
        }
        assertThat(peak.get()).isBetween(budget / 2, budget + writers * (5L << 18));
        assertThat(bytes()).isEqualTo(store.files().stored()).isLessThanOrEqualTo(budget + writers * (5L << 18));
        assertThat(store.room()).isEqualTo(budget - bytes());
    }

    private static String landUntilRefused(Landing store, Random random) throws IOException {
        byte[] bytes = new byte[3 << 20];
        while (true) {
            random.nextBytes(bytes);
            try {
                land(store, bytes);
            } catch (ProblemException e) {
                return e.findings().get(0).problem().code();
            }
        }
    }

    private long bytes() throws IOException {
        return files().stream().mapToLong(file -> file.toFile().length()).sum();
    }
}
