package org.exchangebus.routes.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.exchangebus.routes.stage.Stage;
import org.exchangebus.schemas.run.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartz.CronExpression;

class RhythmTest {

    private static final Flow FLOW = Stage.flow("gauge", "every 1h");

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static List<String> nextDays(String cron, int count) throws Exception {
        CronExpression quartz = new CronExpression(Rhythm.cron(FLOW, cron));
        quartz.setTimeZone(TimeZone.getTimeZone(ZONE));
        Date start = Date.from(Instant.parse("2026-11-21T16:00:00Z"));
        return Stream.iterate(quartz.getNextValidTimeAfter(start), quartz::getNextValidTimeAfter)
                .limit(count)
                .map(date -> ZonedDateTime.ofInstant(date.toInstant(), ZONE).getDayOfWeek() + "")
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "0 6 * * 0, SUNDAY SUNDAY",
        "0 6 * * 7, SUNDAY SUNDAY",
        "0 6 * * 1, MONDAY MONDAY",
        "0 6 * * 1-5, MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY MONDAY",
        "0 6 * * 5-7, SUNDAY FRIDAY SATURDAY SUNDAY",
        "'0 6 * * 1,3', MONDAY WEDNESDAY MONDAY",
        "0 6 * * */3, SUNDAY WEDNESDAY SATURDAY SUNDAY",
        "0 6 * * mon-tue, MONDAY TUESDAY MONDAY",
    })
    void countsWeekdaysAsUnixDoes(String cron, String days) throws Exception {
        List<String> expected = List.of(days.split(" "));

        assertThat(nextDays(cron, expected.size())).isEqualTo(expected);
    }

    @Test
    void handsShortRhythmsOverAsIntervals() {
        assertThat(Rhythm.query(FLOW, "every 20s")).startsWith("trigger.repeatInterval=20000&");
        assertThat(Rhythm.query(FLOW, "every 2h")).startsWith("trigger.repeatInterval=7200000&");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "* * * *", "0 0 6 * * *", "61 * * * *", "0 6 * * 8", "0 6 * * 5-1", "every 0s", "every day"})
    void refusesWhatIsNoSchedule(String cron) {
        assertThatThrownBy(() -> Rhythm.query(FLOW, cron))
                .hasMessageContaining("river-gauge")
                .hasMessageContaining("ROUTES-001");
    }

    @Test
    void refusesTwoKindsOfDayBecauseUnixAndQuartzReadThemDifferently() {
        assertThatThrownBy(() -> Rhythm.query(FLOW, "0 6 1 * 1")).hasMessageContaining("ROUTES-002");
    }
}
