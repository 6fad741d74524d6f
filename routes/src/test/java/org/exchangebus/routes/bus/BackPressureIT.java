package org.exchangebus.routes.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.exchangebus.routes.ledger.RunReport;
import org.exchangebus.routes.stage.Source;
import org.exchangebus.routes.stage.Stage;
import org.exchangebus.routes.wire.Queues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the bus does while the hub takes nothing. */
class BackPressureIT {

    private static final String OTHER = "river-level";
    private static final int RECORDS = 2_000;
    private static final int WINDOW = 8;

    @TempDir
    Path directory;

    private Stage stage;

    @BeforeEach
    void open() {
        stage = new Stage(directory);
        stage.window = WINDOW;
        stage.patience = Duration.ofSeconds(1);
        stage.source.rowsPerBlock = 10;
        stage.source.files.add(lines());
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private static List<String> lines() {
        return IntStream.range(0, RECORDS)
                .mapToObj(i -> Source.line("A%05d".formatted(i), "name " + i))
                .toList();
    }

    private long waiting() {
        return stage.broker.count(Queues.CHUNK);
    }

    private String reason(String flow) {
        return String.valueOf(stage.flows().status(flow).stateReason());
    }

    private long landed() {
        try (Stream<Path> files = Files.walk(stage.landing)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    @Test
    void fillsBrokerAndLandingToABoundSpinsNotAndGoesOnByItselfWhenTheHubIsBack() {
        stage.hasHub = false;
        stage.start();
        CompletableFuture<RunReport> run = stage.flows().run(Stage.FLOW);
        CompletableFuture<RunReport> other = stage.flows().run(OTHER);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> reason(Stage.FLOW).startsWith("ROUTES-011")
                        && reason(OTHER).startsWith("ROUTES-011"));
        long bound = waiting();
        long landed = landed();
        assertThat(bound).isBetween(2L * (WINDOW - 1), 2L * WINDOW);

        long cpu = cpuNanos();
        await().pollInterval(Duration.ofMillis(500))
                .during(Duration.ofSeconds(4))
                .atMost(Duration.ofSeconds(10))
                .until(() -> waiting() == bound && landed() == landed);
        assertThat(Duration.ofNanos(cpuNanos() - cpu)).isLessThan(Duration.ofSeconds(2));

        stage.startHub();

        for (CompletableFuture<RunReport> each : List.of(run, other)) {
            RunReport report = each.orTimeout(120, TimeUnit.SECONDS).join();
            assertThat(report.reason()).isNull();
            assertThat(report.read()).isEqualTo(RECORDS);
        }
        assertThat(stage.registry())
                .isEqualTo(IntStream.range(0, RECORDS)
                        .mapToObj(i -> "A%05d name %d".formatted(i, i))
                        .toList());
    }

    @Test
    void sendsAgainWhatTheBrokerLostAndThenTheRest() {
        stage.hasHub = false;
        stage.start();
        CompletableFuture<RunReport> run = stage.flows().run(Stage.FLOW);
        await().atMost(Duration.ofSeconds(30)).until(() -> waiting() >= WINDOW - 1);
        stage.broker.empty(Queues.CHUNK);

        stage.startHub();

        assertThat(run.orTimeout(120, TimeUnit.SECONDS).join().reason()).isNull();
        assertThat(stage.registry()).hasSize(RECORDS);
    }

    @Test
    void isFinishedAfterARestartInTheMiddle() {
        stage.hasHub = false;
        stage.start();
        stage.flows().run(Stage.FLOW);
        await().atMost(Duration.ofSeconds(30)).until(() -> waiting() >= WINDOW - 1);
        stage.stop();
        Source source = new Source();
        source.rowsPerBlock = 10;
        stage.source = source;
        stage.mapping = new org.exchangebus.routes.stage.Mapping();
        stage.hasHub = true;

        stage.start();

        await().atMost(Duration.ofSeconds(120)).until(() -> stage.database
                .jdbc()
                .queryForList("SELECT state FROM ledger.run", String.class)
                .equals(List.of("BALANCED")));
        assertThat(stage.source.captures).hasValue(0);
        assertThat(stage.registry()).hasSize(RECORDS);
    }
}
