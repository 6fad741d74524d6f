package org.exchangebus.adapters.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.exchangebus.adapters.OneSystem;
import org.exchangebus.schemas.run.Capture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a source owes its owner where zones differ, whatever the engine. */
abstract class ZoneContract extends CursorContract {

    private static final String IN_BERLIN = "2025-10-26 02:30:00.000000+02:00";

    /** Type of a column that keeps moments. */
    abstract String momentType();

    /** Type of a column that keeps the wall's time. */
    abstract String wallType();

    private OneSystem inBerlin() throws Exception {
        String source = BY_CHANGE.replace("table: entity", "table: twice");
        return system(connection() + "zone: Europe/Berlin\n", Map.of("password", PASSWORD), source);
    }

    private void createTwice(String type) throws SQLException {
        execute(
                owner,
                "DROP TABLE IF EXISTS twice",
                "CREATE TABLE twice (id VARCHAR(20), name VARCHAR(20), changed " + type + ")");
    }

    /** D05: at three the clocks went back to two. */
    @Test
    void findsMomentsOfAnHourThatComesTwice() throws Exception {
        createTwice(momentType());
        // The owner's session tells moments as Shanghai does.
        execute(
                owner,
                "INSERT INTO twice VALUES ('1', '02:20 at first', '2025-10-26 08:20:00'),"
                        + " ('2', '02:45 at first', '2025-10-26 08:45:00'), ('3', '02:15 again', '2025-10-26 09:15:00'),"
                        + " ('4', '03:10', '2025-10-26 10:10:00')");

        OneSystem system = inBerlin();

        assertThat(system.rows(system.capture(IN_BERLIN)))
                .extracting(row -> row.get(0))
                .containsExactly("2", "3", "4");
    }

    /** D05: what stands on the wall does not say which of the two hours it was, so both are read. */
    @Test
    void findsWallTimesOfAnHourThatComesTwice() throws Exception {
        createTwice(wallType());
        execute(
                owner,
                "INSERT INTO twice VALUES ('0', '01:50', '2025-10-26 01:50:00'), ('2', '02:45', '2025-10-26 02:45:00'),"
                        + " ('3', '02:15 again', '2025-10-26 02:15:00'), ('4', '03:10', '2025-10-26 03:10:00')");

        OneSystem system = inBerlin();

        assertThat(system.rows(system.capture(IN_BERLIN)))
                .extracting(row -> row.get(0))
                .containsExactlyInAnyOrder("2", "3", "4");
    }

    /** D06. */
    @ParameterizedTest
    @ValueSource(
            strings = {"UTC", "Asia/Shanghai", "America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati", "Asia/Tehran"
            })
    void readsTheSameInWhateverZoneTheBusRuns(String zone) throws Exception {
        createTwice(momentType());
        execute(
                owner,
                "INSERT INTO twice VALUES ('1', 'a', '2025-03-30 09:30:00'), ('2', 'b', '2025-10-26 08:45:00.25')");
        String source = BY_CHANGE.replace("table: entity", "table: twice").replace("[id, name]", "[id, changed]");
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            OneSystem system = system(source);

            Capture capture = system.capture(null);

            assertThat(system.rows(capture))
                    .containsExactly(List.of("1", "2025-03-30 09:30:00"), List.of("2", "2025-10-26 08:45:00.250000"));
            Instant cursor = Instant.from(
                    DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSSxxx").parse(capture.cursor()));
            assertThat(Duration.between(cursor, Instant.now()))
                    .isBetween(Duration.ofMillis(900), Duration.ofSeconds(60));
            assertThat(capture.cursor()).endsWith("+08:00");
        } finally {
            TimeZone.setDefault(before);
        }
    }
}
