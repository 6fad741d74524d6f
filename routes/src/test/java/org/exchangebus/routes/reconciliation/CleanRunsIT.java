package org.exchangebus.routes.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.exchangebus.routes.ledger.LedgerCheck;
import org.exchangebus.routes.ledger.RunReport;
import org.exchangebus.schemas.run.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hundreds of runs that nobody disturbs: no false alarm, whatever they bring and whichever flow is asked about. */
class CleanRunsIT {

    private static final int ROUNDS = 125;
    private static final int ROWS = 60;

    @Test
    void neverAlarmWithoutAReason(@TempDir Path directory) {
        Random random = new Random(20261127);
        try (ComparedStage compared = new ComparedStage(directory)) {
            compared.stage.source.rowsPerBlock = 7;
            compared.stage.start();
            Flow gauge = compared.stage.flows.get(0);
            Flow level = compared.stage.flows.get(1);
            List<String> lines = ComparedStage.lines(ROWS);
            Instant recently = Instant.now();
            for (int round = 0; round < ROUNDS; round++) {
                change(lines, random);
                compared.stage.source.files.clear();
                compared.stage.source.files.addAll(List.of(lines.subList(0, ROWS / 2), lines.subList(ROWS / 2, ROWS)));
                CompletableFuture<RunReport> first = compared.stage.flows().run(gauge.name());
                CompletableFuture<RunReport> second = compared.stage.flows().run(level.name());
                assertThat(first.join().isBalanced()).isTrue();
                assertThat(second.join().isBalanced()).isTrue();
                if (round % 25 == 0) {
                    recently = Instant.now();
                }

                boolean isAll = round % 10 == 9;
                Compared both = compared.compare(List.of(gauge, level), isAll ? null : recently, d -> {});
                Compared alone = compared.compare(
                        List.of(random.nextBoolean() ? gauge : level), isAll ? null : recently, d -> {});

                assertThat(compared.found).isEmpty();
                assertThat(both.isClean()).as("round %d: %s", round, both).isTrue();
                assertThat(alone.isClean()).as("round %d: %s", round, alone).isTrue();
                assertThat(both.notReplayed()).isEmpty();
                assertThat(isAll && !both.notJudged().isEmpty()).isFalse();
            }
            assertThat(compared.stage
                            .database
                            .jdbc()
                            .queryForObject("SELECT count(*) FROM ledger.run WHERE state = 'BALANCED'", Integer.class))
                    .isEqualTo(2 * ROUNDS);
            assertThat(compared.stage
                            .database
                            .jdbc()
                            .queryForObject("SELECT count(*) FROM ledger.difference", Integer.class))
                    .isZero();
            assertThat(new LedgerCheck(compared.stage.database.dataSource()).run(outcome -> {}))
                    .allMatch(LedgerCheck.Outcome::holds);
        }
    }

    /** Some records change, flip back, are deleted, come again, come twice, or are bad. */
    private static void change(List<String> lines, Random random) {
        for (int i = 0; i < 8; i++) {
            int at = random.nextInt(ROWS);
            int number = random.nextInt(ROWS);
            String name = List.of("name " + number, "changed", "gone", "bad", "skip", "odd name", "deleted")
                    .get(random.nextInt(7));
            lines.set(at, ComparedStage.line(random.nextInt(4) == 0 ? number : at, name));
        }
    }
}
