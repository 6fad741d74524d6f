package org.exchangebus.deploy.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.exchangebus.deploy.harness.Trial.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every build proves: in thirty kills a bus loses, doubles and confuses nothing. Both trials run side by side. */
class HarnessIT {

    private static final int WELLS = 2500;
    private static final int BATCH = 20;
    private static final int PAUSE = 600;
    private static final int RANDOM = 17;

    @TempDir
    static Path home;

    private static ExecutorService pool;
    private static CompletableFuture<Verdict> atWindows;
    private static CompletableFuture<Verdict> atRandom;

    @BeforeAll
    static void kill() throws Exception {
        pool = Executors.newFixedThreadPool(2);
        Trial first = new Trial(home.resolve("windows"), 1, List.of(Kind.values()), WELLS);
        first.warmUp();
        atWindows = run(first, kills -> {
            for (KillWindow window : KillWindow.values()) {
                kills.at(window);
            }
        });
        atRandom = run(new Trial(home.resolve("random"), 2, List.of(Kind.values()), WELLS), kills -> {
            for (int i = 0; i < RANDOM; i++) {
                kills.atRandom(50, 2000);
            }
        });
    }

    @AfterAll
    static void end() {
        pool.shutdownNow();
    }

    private interface Killing {
        void with(Kills kills) throws Exception;
    }

    private static CompletableFuture<Verdict> run(Trial trial, Killing killing) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try (trial) {
                        try (Churn churn = new Churn(trial.departments(), 1, BATCH, PAUSE)) {
                            killing.with(new Kills(trial, 1));
                        }
                        return trial.settle();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                },
                pool);
    }

    @Test
    void losesAndDoublesNothingWhenItIsKilledInEachCrashWindow() {
        assertThat(atWindows.join())
                .returns(KillWindow.values().length, verdict -> verdict.kills)
                .matches(Verdict::isClean);
    }

    @Test
    void losesAndDoublesNothingWhenItIsKilledAtRandomMoments() {
        assertThat(atRandom.join()).returns(RANDOM, verdict -> verdict.kills).matches(Verdict::isClean);
    }
}
