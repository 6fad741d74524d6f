package org.exchangebus.deploy.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.exchangebus.deploy.harness.Trial.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same kills, the same checker, other routes: those of the tutorials do records twice, drop bad ones without a trace, and the checker sees it. */
class NaiveRoutesIT {

    private static final int KILLS = 6;

    @TempDir
    Path home;

    @Test
    void theRoutesOfTutorialsDoRecordsTwiceUnderTheSameKills() throws Exception {
        try (Trial trial = new Trial(home, 5, List.of(Kind.FTP), 1000)) {
            trial.runNaively();
            Kills kills = new Kills(trial, 5);
            try (Churn churn = new Churn(trial.departments(), 5, 20, 400)) {
                for (int i = 0; i < KILLS; i++) {
                    kills.atRandom(500, 4000);
                }
            }

            Verdict verdict = trial.settleNaively();

            assertThat(verdict.effects).isPositive();
            assertThat(verdict.doubled).as(verdict.toString()).isNotEmpty();
            assertThat(trial.truth.bad()).isNotEmpty();
            System.out.printf(
                    "naive routes: %d kills, %d states, %d lost, %d doubled, %d older over newer, %d bad rows without a trace%n",
                    KILLS,
                    verdict.states,
                    verdict.lost.size(),
                    verdict.doubled.size(),
                    verdict.older.size(),
                    trial.truth.bad().size());
        }
    }
}
