package org.exchangebus.deploy.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.exchangebus.deploy.harness.Trial.Kind;
import org.exchangebus.deploy.harness.Wire.Fault;
import org.exchangebus.deploy.problem.DeployProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults of the catalogue of failures, by the number of their row, done to the whole application. */
class FaultsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    Path home;

    @Test
    void d10AConnectionThatIsDroppedMidCursorLeavesNoGapAndNothingTwice() throws Exception {
        try (Trial trial = new Trial(home, 10, List.of(Kind.DATABASE), 3000)) {
            ChildProcess child = trial.start();
            Wire wire = trial.wires().get(0);
            long before = wire.received();
            assertThat(round(child)).isEqualTo("round ");
            long whole = wire.received() - before;
            for (int percent : List.of(1, 20, 40, 60, 80, 99)) {
                trial.departments().get(0).change(1500);
                long at = wire.received() + Math.max(1, whole * percent / 200);
                wire.watch((bytes, length, sent) -> sent + length < at);
                round(child);
                wire.watch((bytes, length, sent) -> true);
            }

            assertIsClean(trial.settle());

            assertThat(trial.jdbc()
                            .queryForObject("SELECT count(*) FROM ledger.run WHERE state = 'FAILED'", Integer.class))
                    .isPositive();
        }
    }

    @Test
    void b03AChunkThatWasSentWithoutTheBusKnowingIsAppliedOnce() throws Exception {
        try (Trial trial = new Trial(home, 3, List.of(Kind.FTP), 2500)) {
            trial.start();
            new Kills(trial, 3).at(KillPoint.parse("after-step publish 1"));

            assertIsClean(trial.settle());
        }
    }

    @Test
    void b12ABrokerWhoseDirectoryIsDeletedIsFilledAgainFromTheLedger() throws Exception {
        try (Trial trial = new Trial(home, 12, List.of(Kind.FTP, Kind.SOAP), 2500)) {
            trial.start();
            new Kills(trial, 12).at(KillPoint.parse("before-step apply 1"));
            assertThat(trial.effects.all()).isEmpty();
            Files.walkFileTree(trial.data().resolve("broker"), new Deletion());

            assertIsClean(trial.settle());
        }
    }

    @Test
    void b13MessagesOfAnOldBrokerDirectoryChangeNothing() throws Exception {
        try (Trial trial = new Trial(home, 13, List.of(Kind.FTP, Kind.SOAP), 2500)) {
            trial.start();
            new Kills(trial, 13).at(KillPoint.parse("before-step apply 1"));
            Path broker = trial.data().resolve("broker");
            Path old = home.resolve("old");
            copy(broker, old);
            trial.start();
            for (Department department : trial.departments()) {
                department.change(500);
            }
            assertIsClean(trial.settle());
            Files.walkFileTree(broker, new Deletion());
            copy(old, broker);

            assertIsClean(trial.settle());
        }
    }

    @Test
    void b18ASecondBusOnTheDirectoryIsRefusedAndTheFirstGoesOn() throws Exception {
        try (Trial trial = new Trial(home, 18, List.of(Kind.FTP), 500)) {
            ChildProcess first = trial.start();

            ChildProcess second = trial.startBeside();

            assertThat(second.awaitEnd(PATIENCE)).isNotZero();
            assertThat(Files.readString(home.resolve("child.err"))).contains(DeployProblem.DIRECTORY_IN_USE.code());
            assertThat(round(first)).isEqualTo("round ");
            assertIsClean(trial.settle());
        }
    }

    @Test
    void theEightFaultsOfWiresLoseAndDoubleNothing() throws Exception {
        try (Trial trial = new Trial(home, 8, List.of(Kind.values()), 1000)) {
            ChildProcess child = trial.start();
            child.order("rounds");
            WireFaults faults = new WireFaults(trial, 8);
            try (Churn churn = new Churn(trial.departments(), 8, 20, 500)) {
                for (Wire.Kind kind : Wire.Kind.values()) {
                    faults.suffer(kind);
                    faults.suffer(kind);
                }
            }

            Verdict verdict = trial.settle();

            assertIsClean(verdict);
            assertThat(faults.count()).isEqualTo(16);
        }
    }

    @Test
    void d29ACommitWhoseReplyIsLostHasOneEffect() throws Exception {
        try (Trial trial = new Trial(home, 29, List.of(Kind.FTP, Kind.DATABASE), 2500)) {
            ChildProcess child = trial.start();
            AtomicInteger commits = new AtomicInteger();
            AtomicInteger lost = new AtomicInteger();
            trial.ledgerWire().watch((bytes, length, sent) -> {
                boolean isCommit = new String(bytes, 0, length, StandardCharsets.ISO_8859_1).contains("COMMIT\0");
                boolean isLost = isCommit && lost.get() < 6 && commits.incrementAndGet() % 13 == 0;
                lost.addAndGet(isLost ? 1 : 0);
                return !isLost;
            });
            try (Churn churn = new Churn(trial.departments(), 29, 20, 300)) {
                while (lost.get() < 6) {
                    round(child);
                }
            }
            trial.ledgerWire().watch((bytes, length, sent) -> true);

            assertIsClean(trial.settle());
        }
    }

    @Test
    void aWireThatIsDownLetsNothingThroughAndAHealedOneEverything() throws Exception {
        try (Trial trial = new Trial(home, 9, List.of(Kind.values()), 50)) {
            ChildProcess child = trial.start();
            trial.wires().forEach(wire -> wire.suffer(new Fault(Wire.Kind.DOWN, 0)));

            assertThat(round(child))
                    .contains("wells-soap-well: FAILED", "wells-ftp-well: FAILED", "wells-database-well: FAILED");
            assertThat(trial.effects.all()).isEmpty();

            trial.wires().forEach(wire -> wire.suffer(null));
            assertIsClean(trial.settle());
        }
    }

    private static String round(ChildProcess child) throws Exception {
        child.order("round");
        return child.await("round", PATIENCE);
    }

    private static void assertIsClean(Verdict verdict) {
        assertThat(verdict).matches(Verdict::isClean);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
