package org.exchangebus.adapters.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** D05: an hour that comes twice, or not at all. */
class WindowTest {

    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");
    private static final Duration STEP = Duration.ofMinutes(7);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "America/New_York",
                "Australia/Lord_Howe",
                "America/St_Johns",
                "Africa/Casablanca",
                "Asia/Shanghai",
                "UTC"
            })
    void holdsEveryRowThatWasStampedInItWhetherByMomentOrByTheWall(String name) {
        ZoneId zone = ZoneId.of(name);
        Instant at = Instant.parse("1988-01-01T00:00:00Z");
        Instant end = Instant.parse("2027-01-01T00:00:00Z");
        int looked = 0;
        while (at != null && at.isBefore(end)) {
            looked += windowsAround(zone, at);
            ZoneOffsetTransition next = zone.getRules().nextTransition(at);
            at = next == null ? null : next.getInstant();
        }
        assertThat(looked).isPositive();
    }

    private static int windowsAround(ZoneId zone, Instant change) {
        int looked = 0;
        Instant last = change.plus(Duration.ofHours(3));
        for (Instant from = change.minus(Duration.ofHours(3)); from.isBefore(last); from = from.plus(STEP)) {
            Window window = new Window(from, from.plus(STEP), zone, ZoneOffset.ofHours(1));
            String lower = window.lower(false, Dialect.MARIADB);
            String upper = window.upper(false, Dialect.MARIADB);
            for (Instant row = from.plusSeconds(1); !row.isAfter(window.to()); row = row.plusSeconds(59)) {
                String wall = TEXT.format(LocalDateTime.ofInstant(row, zone));
                assertThat(wall).isGreaterThan(lower).isLessThanOrEqualTo(upper);
                assertThat(TEXT.format(row.atOffset(ZoneOffset.ofHours(1))))
                        .isGreaterThan(window.lower(true, Dialect.MARIADB))
                        .isLessThanOrEqualTo(window.upper(true, Dialect.MARIADB));
                assertThat(TEXT.format(row.atOffset(ZoneOffset.UTC)) + "+00")
                        .isGreaterThan(window.lower(true, Dialect.POSTGRESQL))
                        .isLessThanOrEqualTo(window.upper(true, Dialect.POSTGRESQL));
                looked++;
            }
        }
        return looked;
    }
}
