package org.exchangebus.adapters.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.exchangebus.adapters.OneSystem;
import org.exchangebus.schemas.run.Capture;
import org.junit.jupiter.api.Test;

/** What the cursor of a source owes its owner, whatever the engine: no row is missed. */
abstract class CursorContract extends DatabaseStage {

    /** D01 under load; many writers for minutes: {@code -Dtorture.writers=50 -Dtorture.seconds=600}. */
    @Test
    void missesNoRowHoweverLateItIsCommittedWhereANaiveWatermarkMissesSome() throws Exception {
        LateCommits.Outcome outcome = new LateCommits(this).run();

        System.out.println(getClass().getSimpleName() + ": " + outcome);
        assertThat(outcome.missed()).isEmpty();
        assertThat(outcome.neverCommitted()).isEmpty();
        assertThat(outcome.missedByTheNaive()).isNotEmpty();
    }

    /** D01. */
    @Test
    void findsARowThatWasStampedBeforeAndCommittedAfterItsWindowWasRead() throws Exception {
        OneSystem system = system(BY_CHANGE);
        Connection late = openSession();
        late.setAutoCommit(false);
        execute(late, "INSERT INTO entity VALUES ('late', 'stamped first', CURRENT_TIMESTAMP(6))");
        execute(owner, "INSERT INTO entity VALUES ('early', 'committed first', CURRENT_TIMESTAMP(6))");

        // When the window is read, more than once, while the transaction is open
        Capture first = system.capture(null);
        Capture second = system.capture(first.cursor());
        assertThat(system.rows(second)).isEmpty();
        late.commit();

        List<String> found = new ArrayList<>();
        String[] cursor = {second.cursor()};
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            Capture next = system.capture(cursor[0]);
            cursor[0] = next.cursor();
            system.rows(next).forEach(row -> found.add(row.get(0)));
            return found.size() >= 2;
        });
        assertThat(found).containsExactly("late", "early");
    }

    /** D02. */
    @Test
    void neverPartsRowsOfOneTimeOfChangeAndReadsNoneTwice() throws Exception {
        for (int i = 0; i < 50; i++) {
            execute(owner, "INSERT INTO entity VALUES ('" + i + "', 'tie', '2020-01-01 12:00:00.000001')");
        }
        OneSystem system = system(BY_CHANGE + "fetch-size: 7\n");
        Capture capture = system.capture(null);
        assertThat(system.rows(capture)).hasSize(50).doesNotHaveDuplicates();
        assertThat(system.rows(system.capture(capture.cursor()))).isEmpty();
    }
}
