package org.exchangebus.adapters.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MadeUpRecordsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 2017})
    void giveEveryGoodResidentANumberOfTheirOwn(long seed) {
        MadeUp madeUp = new MadeUp(seed);
        List<String> numbers = new ArrayList<>();
        for (int number = 1; number <= 320; number++) {
            numbers.add(String.valueOf(
                    Resident.of(number, true, madeUp).tags().get("GMSFHM").strip()));
        }
        assertThat(numbers).doesNotHaveDuplicates().anyMatch(number -> number.length() == 15);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 2017})
    void giveEveryEnterpriseACodeOfItsOwn(long seed) {
        MadeUp madeUp = new MadeUp(seed);
        List<String> codes = new ArrayList<>();
        for (int number = 1; number <= 415; number++) {
            codes.add(Enterprise.of(number, true, madeUp).cells().get(1));
        }
        assertThat(codes).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void makeABadRecordDifferFromTheGoodOneOfItsNumber(long number) {
        assertThat(Resident.of(number, false, new MadeUp(3)).tags())
                .isNotEqualTo(Resident.of(number, true, new MadeUp(3)).tags());
        assertThat(Enterprise.of(number, false, new MadeUp(3)).cells())
                .isNotEqualTo(Enterprise.of(number, true, new MadeUp(3)).cells());
    }
}
