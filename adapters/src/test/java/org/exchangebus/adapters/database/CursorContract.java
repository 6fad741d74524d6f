package org.exchangebus.adapters.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** D08, and D04 where the overlap was too small. */
    @Test
    void sweepsWhatNoWindowFinds() throws Exception {
        execute(
                owner,
                "INSERT INTO entity VALUES ('1', 'a', '2020-01-01'), ('2', 'b', '2020-01-02'), ('3', 'c', NULL)");
        OneSystem system = system(BY_CHANGE);
        Capture first = system.capture(null);
        execute(
                owner,
                "UPDATE entity SET name = 'without a new time' WHERE id = '1'",
                "INSERT INTO entity VALUES ('4', 'by a clock that is years behind', '2019-01-01')");
        assertThat(system.rows(system.capture(first.cursor()))).containsExactly(List.of("3", "c"));

        Capture sweep = system.sweep(first.cursor(), false);

        assertThat(first.isWhole()).isFalse();
        assertThat(sweep.isWhole()).isTrue();
        assertThat(system.rows(sweep))
                .containsExactlyInAnyOrder(
                        List.of("1", "without a new time"),
                        List.of("2", "b"),
                        List.of("3", "c"),
                        List.of("4", "by a clock that is years behind"));
        assertThat(sweep.cursor()).isGreaterThanOrEqualTo(first.cursor());
        assertThat(system.rows(system.capture(sweep.cursor()))).containsExactly(List.of("3", "c"));
    }

    /** D23. */
    @Test
    void noticesThatTheSourceWasRestoredAndReadsItAgainOnceAPersonSaysSo() throws Exception {
        for (int i = 0; i < 10; i++) {
            execute(owner, "INSERT INTO entity VALUES ('" + i + "', 'a', '2020-01-1" + i + "')");
        }
        OneSystem system = system(BY_CHANGE);
        String cursor = system.capture(null).cursor();
        execute(owner, "DELETE FROM entity WHERE id = '9'");
        assertThat(system.rows(system.capture(cursor))).isEmpty();

        execute(owner, "DELETE FROM entity WHERE id > '4'");

        assertThatThrownBy(() -> system.capture(cursor))
                .hasMessageContaining("ADAPTER-216")
                .hasMessageContaining("2020-01-15");
        assertThatThrownBy(() -> system.sweep(cursor, false)).hasMessageContaining("ADAPTER-216");
        Capture again = system.sweep(cursor, true);
        assertThat(system.rows(again)).hasSize(5);
        assertThat(system.rows(system.capture(again.cursor()))).isEmpty();
        Capture ahead = system.sweep("2999-01-01 00:00:00.000000", true);
        assertThat(ahead.cursor()).isLessThan("2999");
    }

    /** D03: numbers of a sequence are given in another order than they are committed. */
    @Test
    void findsALowerNumberOfASequenceThatIsCommittedAfterAHigherOne() throws Exception {
        execute(owner, "DROP TABLE IF EXISTS numbered", numbered());
        String source = BY_CHANGE.replace("table: entity", "table: numbered");
        OneSystem system = system(source);
        Connection slow = openSession();
        slow.setAutoCommit(false);
        String insert = "INSERT INTO numbered (name, changed) VALUES ('%s', " + moment() + ")";
        execute(slow, insert.formatted("number one"));
        execute(owner, insert.formatted("number two"));
        Capture open = system.capture(null);
        slow.commit();

        List<List<String>> found = new ArrayList<>(system.rows(open));
        String[] cursor = {open.cursor()};
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            Capture next = system.capture(cursor[0]);
            cursor[0] = next.cursor();
            found.addAll(system.rows(next));
            return found.size() >= 2;
        });
        assertThat(found).containsExactly(List.of("1", "number one"), List.of("2", "number two"));
    }

    /** A table whose {@code id} comes of a sequence. */
    abstract String numbered();

    /** D04: the clocks of those who stamp differ. */
    @Test
    void findsWithinTheOverlapWhatAClockStampedThatIsBehindAndWaitsForOneThatIsAhead() throws Exception {
        OneSystem system = system(BY_CHANGE.replace("overlap: 0s", "overlap: 10m"));
        Capture first = system.capture(null);
        execute(
                owner,
                "INSERT INTO entity VALUES ('behind', 'five minutes', " + moment() + " - INTERVAL '5' MINUTE)",
                "INSERT INTO entity VALUES ('ahead', 'four seconds', " + moment() + " + INTERVAL '4' SECOND)");

        Capture second = system.capture(first.cursor());

        assertThat(system.rows(second)).containsExactly(List.of("behind", "five minutes"));
        String[] cursor = {second.cursor()};
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            Capture next = system.capture(cursor[0]);
            cursor[0] = next.cursor();
            return system.rows(next).contains(List.of("ahead", "four seconds"));
        });
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
    void neverPartsRowsOfOneTimeOfChangeThoughItIsCutOffAmongThem() throws Exception {
        for (int hundred = 0; hundred < 100; hundred++) {
            String from = hundred + "";
            String rows = IntStream.range(0, 100)
                    .mapToObj(i -> "('" + from + "-" + i + "', 'tie', '2020-01-01 12:00:00.000001')")
                    .collect(Collectors.joining(", "));
            execute(owner, "INSERT INTO entity VALUES " + rows);
        }
        OneSystem system = system(BY_CHANGE + "fetch-size: 7\n");
        DisturbedLanding cut = new DisturbedLanding(() -> {
            try (Statement statement = owner.createStatement()) {
                cutReaders(statement);
            }
        });
        assertThatThrownBy(() -> system.source().capture(new Capture.Request(1, null, cut)))
                .hasMessageContaining("ADAPTER-213");

        Capture capture = system.capture(null);

        assertThat(system.rows(capture)).hasSize(10_000).doesNotHaveDuplicates();
        assertThat(system.rows(system.capture(capture.cursor()))).isEmpty();
    }
}
