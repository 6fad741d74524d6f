package org.exchangebus.schemas.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarDateTest {

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"})
    void isADay(String text) {
        assertThat(CalendarDate.isDate(bytes(text), 0, bytes(text).length)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29",
                "1900-02-29",
                "0000-01-01",
                "2023-04-31",
                "2023-13-01",
                "2023-1-1",
                "2023/01/01",
                "",
                "2023-00-10",
                "+023-01-01"
            })
    void isNoDay(String text) {
        assertThat(CalendarDate.isDate(bytes(text), 0, bytes(text).length)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-01-01T24:00:00",
                "2023-01-01 10:00:00",
                "2023-01-01T10:60:00",
                "2023-01-01T10:00",
                "2023-01-01T10:00:60"
            })
    void isNoSecond(String text) {
        assertThat(CalendarDate.isDateTime(bytes(text), 0, bytes(text).length)).isFalse();
        assertThat(CalendarDate.isDateTime(bytes("2023-01-01T23:59:59"), 0, 19)).isTrue();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
