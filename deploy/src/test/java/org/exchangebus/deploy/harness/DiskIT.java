package org.exchangebus.deploy.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.exchangebus.deploy.harness.Trial.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that does not keep what it is given, where this machine lets a test have one. */
class DiskIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    Path home;

    @Test
    void b10AJournalThatCannotBeSyncedLosesNothing() throws Exception {
        assumeTrue(succeeds("strace", "-f", "-e", "trace=none", "true"));
        try (Trial trial = new Trial(home, 10, List.of(Kind.FTP, Kind.SOAP), 1000)) {
            trial.start();
            ChildProcess child = trial.startBelow(List.of(
                    "strace",
                    "-f",
                    "-qq",
                    "-o",
                    "/dev/null",
                    "-e",
                    "trace=fdatasync",
                    "-e",
                    "inject=fdatasync:error=EIO:when=40+"));
            try (Churn churn = new Churn(trial.departments(), 10, 20, 300)) {
                child.order("rounds");
                long before = trial.effects.count();
                await().atMost(PATIENCE).until(() -> !child.isAlive() || trial.effects.count() > before);
                await().atMost(PATIENCE).until(() -> !child.isAlive() || isStill(trial));
            }
            trial.kill();

            assertThat(trial.settle()).matches(Verdict::isClean);
        }
    }

    /** Nothing comes through any more, though everything goes on changing. */
    private static boolean isStill(Trial trial) {
        return trial.jdbc()
                .queryForObject(
                        "SELECT coalesce(max(received_at) < clock_timestamp() - interval '5 seconds', false) FROM hub.inbox",
                        Boolean.class);
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        }
    }
}
