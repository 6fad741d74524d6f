package org.exchangebus.schemas.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitizenNumberTest {

    @ParameterizedTest
    @CsvSource({
        "110105491231002, 11010519491231002X",
        "360426910101007, 360426199101010071",
        "110102910101007, 110102199101010078",
    })
    void makesEighteenCharactersOfFifteenDigits(String old, String number) {
        assertThat(CitizenNumber.upgrade(old)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"110105491331002", "11010549123100", "1101054912310021", "11010549123100X", ""})
    void upgradesNothingElse(String old) {
        assertThat(CitizenNumber.upgrade(old)).isEmpty();
    }

    @Test
    void knowsSexAndBirthDate() {
        byte[] woman = bytes("11010519491231002X");
        byte[] man = bytes("440524188001010014");

        assertThat(CitizenNumber.isMale(woman, 0)).isFalse();
        assertThat(CitizenNumber.isMale(man, 0)).isTrue();
        assertThat(CitizenNumber.isBornOn(woman, 0, bytes("1949-12-31"), 0)).isTrue();
        assertThat(CitizenNumber.isBornOn(woman, 0, bytes("1949-12-30"), 0)).isFalse();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
