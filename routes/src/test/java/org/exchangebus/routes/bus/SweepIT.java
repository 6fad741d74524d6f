package org.exchangebus.routes.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.exchangebus.routes.ledger.Ledger;
import org.exchangebus.routes.ledger.Request;
import org.exchangebus.routes.ledger.RunReport;
import org.exchangebus.routes.stage.Mapping;
import org.exchangebus.routes.stage.Source;
import org.exchangebus.routes.stage.Stage;
import org.exchangebus.schemas.run.Capture;
import org.exchangebus.schemas.run.Flow;
import org.exchangebus.schemas.run.FullSets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a run takes everything: by hand, by the schedule, and behind a run that is open. */
class SweepIT {

    private static final FullSets HALF = new FullSets(false, null, true, 2, 50);

    @TempDir
    Path directory;

    private Stage stage;

    @BeforeEach
    void open() {
        stage = new Stage(directory);
        stage.source.rowsPerBlock = 3;
        stage.flows = List.of(Stage.flow("gauge", "every 1h", HALF));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private static List<String> lines(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Source.line("G%03d".formatted(i), "name " + i))
                .toList();
    }

    private RunReport run(List<String> lines) {
        stage.source.files.clear();
        stage.source.files.add(lines);
        return stage.run();
    }

    @Test
    void letsAFlowThatFollowsDeleteWhatItBroughtItself() {
        Flow leader = Stage.flow("gauge", "every 1h", HALF);
        Flow follower = Stage.follower(Mapping.STATION, "gauge", HALF);
        stage.flows = List.of(leader, follower);
        stage.source.isWhole = true;
        stage.start();
        run(lines(0, 10));
        follow();
        stage.source.isWhole = false;
        run(lines(10, 11));
        stage.source.isWhole = true;
        run(lines(1, 11));
        stage.source.isWhole = false;
        run(lines(11, 12));

        // When three runs are followed at once, of which the second took everything
        RunReport followed = follow();

        assertThat(followed).extracting(RunReport::read, RunReport::removed).containsExactly(11L, 1L);
        assertThat(stage.database
                        .jdbc()
                        .queryForList(
                                "SELECT gauge_code FROM registry.station WHERE NOT record_deleted ORDER BY 1",
                                String.class))
                .isEqualTo(IntStream.range(1, 12).mapToObj("G%03d"::formatted).toList());
    }

    private RunReport follow() {
        return stage.flows()
                .run("river-station")
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void sweepsAfterTheRunThatIsOpenAndForgetsNoSweepThatFailed() throws Exception {
        stage.start();
        CountDownLatch captured = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        stage.source.files.add(lines(0, 10));
        stage.source.beforeRead = exchange -> {
            captured.countDown();
            goOn.await();
        };
        CompletableFuture<RunReport> open = stage.flows().run(Stage.FLOW);
        captured.await();
        CompletableFuture<RunReport> swept = stage.flows().sweep(Stage.FLOW, "li.wei", false);
        stage.source.beforeRead = null;
        stage.source.beforeCapture = exchange -> {
            throw new java.io.IOException("the source is away");
        };
        goOn.countDown();

        assertThat(open.orTimeout(60, TimeUnit.SECONDS).join().state()).isEqualTo("BALANCED");
        assertThat(swept.orTimeout(60, TimeUnit.SECONDS).join().state()).isEqualTo("FAILED");
        stage.source.beforeCapture = null;
        assertThat(run(lines(1, 10)).removed()).isEqualTo(1);
        assertThat(run(lines(2, 10)).removed()).isZero();
        assertThat(stage.source.requests).extracting(Capture.Request::isSweep).containsExactly(false, true, false);
    }

    @Test
    void deletesWhatIsGoneThoughBusAndHubStopInTheMiddleOfTheSet() throws Exception {
        stage.source.isWhole = true;
        stage.start();
        run(lines(0, 30));
        AtomicInteger chunks = new AtomicInteger();
        stage.mapping.before = exchange -> {
            if (chunks.incrementAndGet() > 5) {
                throw new IllegalStateException("the bus stops here");
            }
        };
        stage.source.files.set(0, lines(3, 30));
        stage.flows().run(Stage.FLOW);
        await().atMost(Duration.ofSeconds(30)).until(() -> keys() > 0);
        stage.stop();
        long half = keys();

        stage.source = new Source();
        stage.source.rowsPerBlock = 3;
        stage.mapping = new Mapping();
        stage.start();

        await().atMost(Duration.ofSeconds(60))
                .until(() -> stage.flows().status(Stage.FLOW).removed() == 3);
        assertThat(half).isBetween(1L, 15L);
        assertThat(stage.source.captures).hasValue(0);
        assertThat(stage.registry()).hasSize(27).doesNotContain("G000 name 0", "G001 name 1", "G002 name 2");
        assertThat(keys()).isZero();
    }

    private long keys() {
        return stage.database.jdbc().queryForObject("SELECT count(*) FROM hub.keys_gauge", Long.class);
    }

    @Test
    void takesEverythingBecauseOfARequestAndLetsItThrough() {
        stage.start();
        run(lines(0, 10));
        stage.source.files.set(0, lines(8, 10));
        Ledger ledger = new Ledger(stage.database.dataSource());
        Map<String, String> arguments = Map.of(Request.SWEEP, "true", Request.LET_THROUGH, "true");

        ledger.requests().ask(Request.Kind.RUN, Stage.FLOW, arguments, "li.wei", "closed down");

        await().atMost(Duration.ofSeconds(60))
                .until(() -> stage.flows().status(Stage.FLOW).removed() == 8);
        assertThat(stage.registry()).hasSize(2);
        assertThat(stage.database.jdbc().queryForObject("SELECT max(let_through_by) FROM ledger.run", String.class))
                .isEqualTo("li.wei");
    }

    @Test
    void sweepsByTheSchedule() {
        stage.source.files.add(lines(0, 10));
        stage.flows = List.of(Stage.flow("gauge", "every 1h", new FullSets(false, "every 1s", true, 2, 50)));
        stage.scheduled = true;
        stage.start();
        await().atMost(Duration.ofSeconds(60)).until(() -> stage.registry().size() == 10);

        stage.source.files.set(0, lines(1, 10));

        await().atMost(Duration.ofSeconds(60)).until(() -> stage.registry().size() == 9);
        assertThat(stage.context().getRoute("river-gauge-sweep-schedule").getDescription())
                .contains("every 1s");
    }
}
