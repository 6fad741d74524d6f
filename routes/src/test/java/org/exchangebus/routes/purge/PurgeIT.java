package org.exchangebus.routes.purge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.routes.landing.LandingCheck;
import org.exchangebus.routes.landing.LandingFiles;
import org.exchangebus.routes.landing.LandingSettings;
import org.exchangebus.routes.ledger.Ledger;
import org.exchangebus.routes.ledger.LedgerCheck;
import org.exchangebus.routes.ledger.RunList;
import org.exchangebus.routes.ledger.RunReport;
import org.exchangebus.routes.stage.Mapping;
import org.exchangebus.routes.stage.Source;
import org.exchangebus.routes.stage.Stage;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.run.Capture;
import org.exchangebus.schemas.run.Landing;
import org.exchangebus.schemas.run.Segment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PurgeIT {

    private static final String FOLLOWER = "river-station";

    @TempDir
    Path directory;

    private Stage stage;
    private Ledger ledger;
    private Purge purge;

    @BeforeEach
    void open() {
        stage = new Stage(directory);
        stage.source.files.add(List.of(Source.line("A1", "one"), Source.line("A2", "two")));
        stage.source.files.add(List.of(Source.line("A3", "three")));
        ledger = new Ledger(stage.database.dataSource());
        purge = new Purge(
                ledger.claims(),
                new LandingFiles(stage.landing),
                new LandingSettings(stage.landing, Stage.KEYS, Duration.ofDays(90), 0, 0));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private Purge.Outcome purge() {
        return purge.run(null, "test");
    }

    private void age(long run) {
        stage.database
                .jdbc()
                .update(
                        "UPDATE ledger.run SET opened_at = opened_at - interval '91 days',"
                                + " closed_at = closed_at - interval '91 days' WHERE number = ?",
                        run);
    }

    private RunReport balanced() {
        RunReport report = stage.run();
        assertThat(report.reason()).isNull();
        return report;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(stage.landing.resolve("sha256"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private void assertLedgerAndLandingAgree() {
        LedgerCheck check = new LedgerCheck(stage.database.dataSource());
        assertThat(check.run(outcome -> {}).stream().flatMap(o -> o.findings().stream()))
                .isEmpty();
        LandingCheck landing = new LandingCheck(stage.landing, Stage.KEYS);
        check.landed(segment -> assertThat(landing.check(segment, true)).isEmpty());
    }

    @Test
    void removesWhatWasProvenAndAcknowledgedLongAgoAndKeepsWhatIsYounger() throws IOException {
        stage.start();
        RunReport old = balanced();
        stage.source.files.set(0, List.of(Source.line("A1", "changed")));
        stage.source.files.set(1, List.of(Source.line("A3", "changed")));
        balanced();
        assertThat(files()).hasSize(4);
        assertThat(purge())
                .extracting(Purge.Outcome::runs, Purge.Outcome::files)
                .containsExactly(0, 0);
        age(old.run());
        assertThat(purge.releasable(null)).singleElement().satisfies(run -> {
            assertThat(run.run()).isEqualTo(old.run());
            assertThat(run.segments()).isEqualTo(2);
        });

        Purge.Outcome outcome = purge();

        assertThat(outcome.runs()).isEqualTo(1);
        assertThat(outcome.files()).isEqualTo(2);
        assertThat(outcome.bytes()).isPositive();
        assertThat(files()).hasSize(2);
        assertLedgerAndLandingAgree();
        assertThat(balanced().unchanged()).isEqualTo(2);
    }

    @Test
    void saysOfAPurgedRunThatItIsPurged() {
        stage.start();
        RunReport run = balanced();
        age(run.run());
        purge();

        assertThatThrownBy(() -> ledger.runs().segments(run.run()))
                .hasMessageContaining(RoutesProblem.RUN_IS_PURGED.code())
                .hasMessageContaining("ROUTES-074");
    }

    @Test
    void takesAnEarlierDateThanTheOneThatIsKept() throws IOException {
        stage.start();
        balanced();

        assertThat(purge.run(Instant.now().minusSeconds(3600), "test").runs()).isZero();
        assertThat(purge.run(Instant.now().plusSeconds(3600), "test").runs()).isEqualTo(1);
        assertThat(files()).isEmpty();
    }

    @Test
    void keepsWhatTheSourceWasNotToldOf() throws IOException {
        stage.source.beforeAcknowledge = e -> {
            throw new IOException("550 Permission denied");
        };
        stage.start();
        age(balanced().run());

        assertThat(purge().runs()).isZero();
        assertThat(files()).hasSize(2);
    }

    @Test
    void keepsWhatAFollowingFlowHasStillToCarry() throws IOException {
        stage.flows = List.of(Stage.flow("gauge", "every 1h"), Stage.follower(Mapping.STATION, "gauge"));
        stage.start();
        RunReport led = balanced();
        age(led.run());
        assertThat(purge().runs()).isZero();

        RunReport followed =
                stage.flows().run(FOLLOWER).orTimeout(60, TimeUnit.SECONDS).join();
        assertThat(followed.isBalanced()).isTrue();
        assertThat(purge().runs()).isEqualTo(1);
        assertThat(files()).hasSize(2);
        age(followed.run());
        assertThat(purge().runs()).isEqualTo(1);
        assertThat(files()).isEmpty();
    }

    @Test
    void aFlowThatFollowsForTheFirstTimeBeginsWithWhatIsStillKept() {
        stage.start();
        age(balanced().run());
        purge();
        stage.source.files.set(1, List.of(Source.line("A4", "four")));
        balanced();
        stage.stop();
        stage.source = new Source();
        stage.mapping = new Mapping();
        stage.flows = List.of(Stage.flow("gauge", "every 1h"), Stage.follower(Mapping.STATION, "gauge"));
        stage.start();

        RunReport followed =
                stage.flows().run(FOLLOWER).orTimeout(60, TimeUnit.SECONDS).join();

        assertThat(followed.reason()).isNull();
        assertThat(followed.read()).isEqualTo(3);
    }

    @Test
    void keepsTheRunOfAFileThatWaitsInQuarantineUntilSomebodyDecides() throws IOException {
        stage.source.held.add(new Capture.Held(
                new Segment("odd.csv", "0".repeat(64), 0, Map.of()),
                Finding.of("odd.csv", RoutesProblem.FLOW_IS_UNKNOWN, "odd", "none")));
        stage.start();
        RunReport run = balanced();
        assertThat(run.held()).isEqualTo(1);
        age(run.run());
        assertThat(purge().runs()).isZero();
        assertThat(files()).hasSize(3);

        stage.database.jdbc().update("UPDATE ledger.quarantine SET state = 'DISCARDED'");

        assertThat(purge().runs()).isEqualTo(1);
        assertThat(files()).isEmpty();
    }

    @Test
    void keepsTheBytesThatAnotherRunTookToo() throws IOException {
        stage.start();
        RunReport old = balanced();
        stage.source.files.set(1, List.of(Source.line("A3", "changed")));
        balanced();
        age(old.run());

        Purge.Outcome outcome = purge();

        assertThat(outcome)
                .extracting(Purge.Outcome::runs, Purge.Outcome::files)
                .containsExactly(1, 1);
        assertThat(files()).hasSize(2);
        assertLedgerAndLandingAgree();
    }

    @Test
    void keepsARedRunUntilAPersonClosesIt() throws IOException {
        stage.source.files.set(0, List.of(Source.line("A1", "字".repeat(61))));
        stage.start();
        RunReport red = stage.run();
        assertThat(red.state()).isEqualTo("UNBALANCED");
        age(red.run());
        assertThat(purge().runs()).isZero();

        new RunList(stage.database.dataSource()).close(red.run(), "operator", "the owner was told");

        assertThat(purge().runs()).isEqualTo(1);
        assertThat(files()).isEmpty();
    }

    @Test
    void letsARunGoThatFailedOnceALaterOneHasTakenItsWindow() throws IOException {
        stage.mapping.before = exchange -> {
            throw new ProblemException(Finding.of("gauge", RoutesProblem.RESOURCE_IS_UNKNOWN, "gauge", "item"));
        };
        stage.start();
        RunReport failed = stage.run();
        assertThat(failed.state()).isEqualTo("FAILED");
        age(failed.run());
        assertThat(purge().runs()).isZero();

        stage.mapping.before = null;
        stage.source.files.set(0, List.of(Source.line("A1", "issued again")));
        balanced();

        assertThat(purge())
                .extracting(Purge.Outcome::runs, Purge.Outcome::files)
                .containsExactly(1, 1);
        assertThat(files()).hasSize(2);
        assertLedgerAndLandingAgree();
    }

    @Test
    void finishesWhatAKilledPurgeBeganAndNoRunEverClaimsWhatIsGone() throws IOException {
        stage.start();
        RunReport old = balanced();
        age(old.run());
        // The state in which a kill between the ledger and the files leaves both.
        assertThat(ledger.claims().release(Duration.ofDays(90), null, "test")).hasSize(1);
        assertThat(files()).hasSize(2);
        assertLedgerAndLandingAgree();
        stage.stop();
        stage.source = new Source();
        stage.mapping = new Mapping();

        stage.start();

        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(files()).isEmpty());
        assertThat(stage.database
                        .jdbc()
                        .queryForObject("SELECT count(*) FROM ledger.segment WHERE removed_at IS NULL", Integer.class))
                .isZero();
        assertLedgerAndLandingAgree();
    }

    @Test
    void sweepsWhatNoLedgerKnowsOnceItIsADayOldAndNoCaptureMayHaveLandedIt() throws IOException {
        stage.start();
        balanced();
        Path stray = stage.landing.resolve("sha256/ab/cd/" + "abcd".repeat(16));
        Files.createDirectories(stray.getParent());
        Files.writeString(stray, "landed, and the bus was killed before the ledger had it");
        assertThat(purge().files()).isZero();
        Files.setLastModifiedTime(stray, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        stage.database
                .jdbc()
                .update("INSERT INTO ledger.run (flow, system, source, opened_at)"
                        + " VALUES ('river-level', 'river', 'level', clock_timestamp() - interval '2 days')");
        assertThat(purge().files()).isZero();
        stage.database
                .jdbc()
                .update("UPDATE ledger.run SET state = 'ABANDONED', closed_at = clock_timestamp(), reason = 'killed'"
                        + " WHERE flow = 'river-level'");

        assertThat(purge().files()).isEqualTo(1);

        assertThat(stray).doesNotExist();
        assertThat(files()).hasSize(2);
    }

    @Test
    void removesNothingUnknownWhereTheLedgerIsAnotherOneOrWasSetBack() throws IOException {
        stage.start();
        balanced();
        long run = balanced().run();
        purge();
        Path stray = stage.landing.resolve("sha256/ab/cd/" + "abcd".repeat(16));
        Files.createDirectories(stray.getParent());
        Files.writeString(stray, "landed by a run that the restored ledger has forgotten");
        Files.setLastModifiedTime(stray, FileTime.from(Instant.now().minus(Duration.ofDays(3))));
        String mark = Files.readString(stage.landing.resolve("ledger"));
        String setBack = mark.replace(" " + run, " " + (run + 1));

        for (String marked : List.of(setBack, "another " + run)) {
            Files.writeString(stage.landing.resolve("ledger"), marked);
            assertThatThrownBy(this::purge).hasMessageContaining("ROUTES-075");
        }
        assertThat(stray).exists();

        Files.delete(stage.landing.resolve("ledger"));
        assertThat(purge().files()).isEqualTo(1);
    }

    @Test
    void aCaptureThatFailsLeavesNothingInTheLandingStore() throws IOException {
        stage.source.beforeCapture = e -> {
            try (Landing.Writer out =
                    e.getMessage().getBody(Capture.Request.class).landing().begin("first.csv")) {
                out.write("first".getBytes(StandardCharsets.UTF_8));
                out.complete(Map.of());
            }
            throw new IOException("530 Login incorrect");
        };
        stage.start();

        assertThat(stage.run().state()).isEqualTo("FAILED");

        assertThat(files()).isEmpty();
    }

    @Test
    void losesNothingWhereTheSameBytesLandAgainWhileTheyArePurged() {
        stage.start();
        AtomicBoolean isOver = new AtomicBoolean();
        Purge eager = new Purge(
                ledger.claims(),
                new LandingFiles(stage.landing),
                new LandingSettings(stage.landing, Stage.KEYS, Duration.ZERO, 0, 0));
        CompletableFuture<Integer> purged = CompletableFuture.supplyAsync(() -> {
            int runs = 0;
            while (!isOver.get()) {
                runs += eager.run(null, "test").runs();
            }
            return runs;
        });
        try {
            for (int i = 0; i < 30; i++) {
                RunReport report = stage.run();
                // Gone before it was claimed: the source is not told, and the next run takes it again.
                assertThat(String.valueOf(report.reason())).matches("null|ROUTES-008.*ROUTES-004.*");
            }
        } finally {
            isOver.set(true);
        }

        assertThat(purged.join()).isPositive();
        assertThat(stage.registry()).containsExactly("A1 one", "A2 two", "A3 three");
        assertLedgerAndLandingAgree();
    }
}
