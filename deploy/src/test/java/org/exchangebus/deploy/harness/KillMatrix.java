package org.exchangebus.deploy.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.exchangebus.deploy.harness.Trial.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All of the matrix, by {@code -Pharness}: every window at every kind of source, random kills, broken wires, brokers
 * that are wiped, and the control. A case that is among the results is passed over, so that the matrix is run in parts.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillMatrix {

    private static final int SEEDS = Integer.getInteger("harness.seeds", 10);
    private static final int KILLS = Integer.getInteger("harness.kills", 1000);
    private static final int RECORDS = Integer.getInteger("harness.records", 500_000);
    private static final long SEED = Long.getLong("harness.seed", 1);
    private static final int KILLS_OF_A_CASE = Math.min(25, KILLS);
    private static final int WIPES_OF_A_CASE = 10;
    private static final int FAULTS_OF_A_CASE = 40;
    private static final int PAUSE = 600;

    @TempDir
    Path home;

    private final Results results =
            new Results(Path.of(System.getProperty("harness.results", "target/harness/results.jsonl")));

    KillMatrix() throws java.io.IOException {}

    @AfterAll
    void summary() throws Exception {
        System.out.println(results.summary());
    }

    /** What is done to a trial. */
    private interface Deed {
        void on(Trial trial, Kills kills, long seed) throws Exception;
    }

    private static Stream<Arguments> windows() {
        return IntStream.range(0, SEEDS).boxed().flatMap(seed -> Stream.of(Kind.values())
                .map(kind -> Arguments.of(kind, SEED + seed)));
    }

    private static IntStream randomCases() {
        return IntStream.range(0, (KILLS + KILLS_OF_A_CASE - 1) / KILLS_OF_A_CASE);
    }

    private static IntStream seeds() {
        return IntStream.range(0, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("windows")
    void everyCrashWindowAtOneKindOfSource(Kind kind, long seed) throws Exception {
        run("windows-" + kind + "-" + seed, seed, List.of(kind), 30, (trial, kills, of) -> {
            for (KillWindow window : KillWindow.values()) {
                kills.at(window);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("randomCases")
    void killsAtRandomMoments(int number) throws Exception {
        long seed = SEED * 1000 + number;
        // Some forty changes of departments between two kills.
        int batch = Math.max(5, RECORDS / KILLS / 40);
        run("random-" + KILLS + "-" + RECORDS + "-" + seed, seed, List.of(Kind.values()), batch, (trial, kills, of) -> {
            for (int i = 0; i < KILLS_OF_A_CASE; i++) {
                kills.atRandom(50, 3000);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void brokersThatAreWipedUnderLoad(int number) throws Exception {
        long seed = SEED * 2000 + number;
        run("wipes-" + seed, seed, List.of(Kind.values()), 50, (trial, kills, of) -> {
            for (int i = 0; i < WIPES_OF_A_CASE; i++) {
                kills.atRandom(50, 3000);
                Files.walkFileTree(trial.data().resolve("broker"), new Deletion());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void wiresThatBreak(int number) throws Exception {
        long seed = SEED * 3000 + number;
        run("wires-" + seed, seed, List.of(Kind.values()), 30, (trial, kills, of) -> {
            WireFaults faults = new WireFaults(trial, of);
            trial.start().order("rounds");
            for (int i = 0; i < FAULTS_OF_A_CASE; i++) {
                faults.suffer(Wire.Kind.values()[i % Wire.Kind.values().length]);
            }
            trial.suffered(FAULTS_OF_A_CASE);
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theControl(int number) throws Exception {
        long seed = SEED * 4000 + number;
        String name = "naive-" + seed;
        if (results.has(name)) {
            return;
        }
        long began = System.nanoTime();
        try (Trial trial = new Trial(home.resolve(name), seed, List.of(Kind.FTP), 1000)) {
            trial.runNaively();
            try (Churn churn = new Churn(trial.departments(), seed, 20, 400)) {
                Kills kills = new Kills(trial, seed);
                for (int i = 0; i < KILLS_OF_A_CASE; i++) {
                    kills.atRandom(500, 4000);
                }
            }
            Verdict verdict = trial.settleNaively();
            System.out.println(results.add(name, seed, verdict, List.of(), (System.nanoTime() - began) / 1e9));
            assertThat(verdict.doubled).isNotEmpty();
        }
    }

    private void run(String name, long seed, List<Kind> kinds, int batch, Deed deed) throws Exception {
        if (results.has(name)) {
            return;
        }
        long began = System.nanoTime();
        try (Trial trial = new Trial(home.resolve(name), seed, kinds, 2500)) {
            trial.warmUp();
            try (Churn churn = new Churn(trial.departments(), seed, batch, PAUSE)) {
                deed.on(trial, new Kills(trial, seed), seed);
            }
            Verdict verdict = trial.settle();
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.println(results.add(name, seed, verdict, trial.recoveries(), seconds));
            assertThat(verdict).matches(Verdict::isClean);
        }
    }
}
