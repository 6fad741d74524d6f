package org.exchangebus.routes.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.exchangebus.routes.ledger.RunReport;
import org.exchangebus.routes.stage.Mapping;
import org.exchangebus.routes.stage.Source;
import org.exchangebus.routes.stage.Stage;
import org.exchangebus.routes.wire.Queues;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.run.Segment;
import org.junit.jupiter.api.Test;

class FailureIT extends NinetyFiveRows {

    @Test
    void aCaptureThatFailsLeavesNothingBehindAndSaysWhy() {
        stage.start();
        stage.source.beforeCapture = e -> {
            throw new IOException("530 Login incorrect");
        };

        RunReport failed = stage.run();

        assertThat(failed.state()).isEqualTo("FAILED");
        assertThat(failed.reason()).startsWith("ROUTES-008").contains("530 Login incorrect");
        assertThat(stage.registry()).isEmpty();
        assertThat(cursor()).isEqualTo("none");
        assertThat(stage.flows().status(Stage.FLOW).state()).isEqualTo("FAILED");
        stage.source.beforeCapture = null;
        assertThat(stage.run().state()).isEqualTo("BALANCED");
        assertThat(stage.source.cursors).containsExactly((String) null);
    }

    @Test
    void aRunThatAnotherProcessGaveUpDeliversNothing() {
        stage.start();
        stage.source.beforeCapture = e -> stage.database.jdbc().update("""
                        UPDATE ledger.run SET state = 'ABANDONED', closed_at = now(), reason = 'another bus'""");

        assertThat(stage.run().state()).isEqualTo("ABANDONED");

        assertThat(stage.database.jdbc().queryForObject("SELECT count(*) FROM ledger.segment", Integer.class))
                .isZero();
        assertThat(stage.registry()).isEmpty();
        assertThat(cursor()).isEqualTo("none");
    }

    @Test
    void aDeliveryThatIsInterruptedGoesOnFromTheLandingStore() {
        AtomicInteger failures = new AtomicInteger(1);
        stage.mapping.before = e -> {
            if (failures.getAndDecrement() == 1) {
                throw new IOException("interrupted");
            }
        };
        stage.start();
        CompletableFuture<RunReport> run = stage.flows().run(Stage.FLOW);

        await().until(() -> stage.flows().status(Stage.FLOW).stateReason() != null);
        assertThat(stage.flows().status(Stage.FLOW).stateReason()).startsWith("ROUTES-010");
        RunReport report = run.orTimeout(30, TimeUnit.SECONDS).join();

        assertThat(report.state()).isEqualTo("BALANCED");
        assertThat(report.reason()).isNull();
        assertThat(stage.source.captures).hasValue(1);
        assertThat(stage.registry()).hasSize(95);
    }

    @Test
    void landedBytesThatAreGoneAreSaidToBeGone() {
        stage.source.beforeRead = e -> {
            try (Stream<Path> files = Files.walk(stage.landing.resolve("sha256"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
        };
        stage.start();

        RunReport report = stage.run();

        assertThat(report.state()).isEqualTo("FAILED");
        assertThat(report.reason()).startsWith("ROUTES-009").contains("ROUTES-004");
        stage.source.beforeRead = null;
        assertThat(stage.run().state()).isEqualTo("BALANCED");
    }

    @Test
    void aRecordThatTheRegistryRefusesMakesTheRunRedAndTheCursorStays() {
        stage.source.files.set(0, List.of(Source.line("A1", "字".repeat(61))));
        stage.start();

        RunReport report = stage.run();

        assertThat(report.state()).isEqualTo("UNBALANCED");
        assertThat(report.reason())
                .startsWith("ROUTES-015")
                .contains("ROUTES-023")
                .contains("22001")
                .doesNotContain("字字");
        assertThat(cursor()).isEqualTo("none");
        assertThat(stage.source.acknowledged).isEmpty();
    }

    @Test
    void takesNothingProvenAgainOfWhichOnlyTheNewerPartCouldBeMoved() {
        stage.source.files.clear();
        stage.source.files.add(List.of(Source.line("A1", "older"), Source.line("A2", "older")));
        stage.source.files.add(List.of(Source.line("A1", "newer")));
        stage.source.beforeAcknowledge = e -> {
            throw new IOException("the bus was killed between two files");
        };
        stage.start();
        assertThat(stage.run().state()).isEqualTo("BALANCED");
        stage.source.files.remove(1);
        stage.source.beforeAcknowledge = null;

        RunReport next = stage.run();

        assertThat(next.state()).isEqualTo("BALANCED");
        assertThat(stage.registry()).containsExactly("A1 newer", "A2 older");
        assertThat(stage.source.acknowledged).extracting(Segment::name).containsExactly("file-0.tsv", "file-1.tsv");
    }

    @Test
    void takesAFileOfTheSameNameAgainWhereItsContentIsAnother() {
        stage.source.files.set(0, List.of(Source.line("A1", "first")));
        stage.source.beforeAcknowledge = e -> {
            throw new IOException("550 Permission denied");
        };
        stage.start();
        stage.run();
        stage.source.files.set(0, List.of(Source.line("A1", "second")));
        stage.run();
        stage.source.files.set(0, List.of(Source.line("A1", "first")));

        stage.run();

        assertThat(stage.registry()).containsExactly("A1 first");
    }

    @Test
    void anAcknowledgementThatFailsIsRepeatedByTheNextRun() {
        stage.source.beforeAcknowledge = e -> {
            throw new IOException("550 Permission denied");
        };
        stage.start();
        assertThat(stage.run().state()).isEqualTo("BALANCED");
        stage.source.beforeAcknowledge = null;

        stage.run();

        assertThat(stage.source.acknowledged).hasSize(1);
    }

    @Test
    void aRunThatWasSentIsFinishedAfterARestartWithoutAskingTheSourceAgain() {
        stage.hasHub = false;
        stage.start();
        stage.flows().run(Stage.FLOW);
        await().atMost(Duration.ofSeconds(30)).until(() -> states().equals("SENT"));
        stage.stop();
        assertThat(states()).isEqualTo("SENT");

        stage.hasHub = true;
        restart();

        await().atMost(Duration.ofSeconds(30)).until(() -> states().equals("BALANCED"));
        assertThat(stage.source.captures).hasValue(0);
        assertThat(stage.registry()).hasSize(95);
        assertThat(cursor()).isEqualTo("95");
        assertThat(stage.database.jdbc().queryForObject("SELECT count(*) FROM hub.inbox", Integer.class))
                .isEqualTo(10);
    }

    @Test
    void aRunThatHadNotLandedIsGivenUpAtTheNextStart() throws Exception {
        CountDownLatch captured = new CountDownLatch(1);
        stage.source.beforeCapture = e -> {
            captured.countDown();
            throw new InterruptedException("the bus stops here");
        };
        stage.start();
        stage.database
                .jdbc()
                .update("INSERT INTO ledger.run (flow, system, source) VALUES ('river-level', 'river', 'level')");
        stage.stop();

        restart();

        await().until(() -> states().equals("ABANDONED"));
        assertThat(stage.database.jdbc().queryForObject("SELECT reason FROM ledger.run", String.class))
                .startsWith("ROUTES-012");
    }

    @Test
    void chunksThatGotLostAreSentAgainAndHaveOneEffect() {
        stage.hasHub = false;
        stage.patience = Duration.ofSeconds(1);
        stage.start();
        CompletableFuture<RunReport> run = stage.flows().run(Stage.FLOW);
        await().atMost(Duration.ofSeconds(30)).until(() -> states().equals("SENT"));
        stage.broker.empty(Queues.CHUNK);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> String.valueOf(stage.flows().status(Stage.FLOW).stateReason())
                        .startsWith("ROUTES-011"));

        stage.startHub();

        assertThat(run.orTimeout(60, TimeUnit.SECONDS).join().state()).isEqualTo("BALANCED");
        assertThat(stage.registry()).hasSize(95);
    }

    @Test
    void aDatabaseThatDropsItsConnectionsDelaysTheRunAndHarmsNothing() {
        AtomicInteger chunks = new AtomicInteger();
        stage.mapping.before = e -> {
            if (chunks.incrementAndGet() == 5) {
                stage.database.cutConnections();
            }
        };
        stage.start();

        RunReport report = stage.run();

        assertThat(report.state()).isEqualTo("BALANCED");
        assertThat(stage.registry()).hasSize(95);
        assertThat(report.delivered()).isEqualTo(95);
    }

    @Test
    void aPausedFlowIsNotRunUntilSomebodyResumesIt() {
        stage.start();
        stage.flows().pause(Stage.FLOW, "operator", "the source is moved");
        stage.stop();
        restart();

        assertThat(stage.flows().status(Stage.FLOW).state()).isEqualTo("PAUSED");
        assertThat(stage.flows().status(Stage.FLOW).stateReason()).isEqualTo("operator: the source is moved");
        assertThatThrownBy(() -> stage.flows().run(Stage.FLOW))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("ROUTES-007");
        stage.flows().resume(Stage.FLOW, "operator");
        assertThat(stage.run().state()).isEqualTo("BALANCED");
    }

    @Test
    void aFlowThatNobodyKnowsIsNamedWithThoseThatAreKnown() {
        stage.start();

        assertThatThrownBy(() -> stage.flows().run("river-guage"))
                .hasMessageContaining("ROUTES-005")
                .hasMessageContaining("river-gauge, river-level");
    }

    @Test
    void twoThatAskForARunAtOnceGetTheSameOne() {
        stage.start();

        CompletableFuture<RunReport> first = stage.flows().run(Stage.FLOW);
        CompletableFuture<RunReport> second = stage.flows().run(Stage.FLOW);

        assertThat(first.orTimeout(30, TimeUnit.SECONDS).join().run())
                .isEqualTo(second.orTimeout(30, TimeUnit.SECONDS).join().run());
        assertThat(stage.source.captures).hasValue(1);
    }

    private void restart() {
        Source source = new Source();
        source.rowsPerBlock = stage.source.rowsPerBlock;
        source.files.addAll(stage.source.files);
        stage.source = source;
        stage.mapping = new Mapping();
        stage.start();
    }
}
