package org.exchangebus.schemas.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarTest {

    private static final List<String> KNOWN = List.of("name", "sex", "birth-date", "id-number", "household-address");

    @ParameterizedTest
    @CsvSource({
        "naem, name",
        "sx, sex",
        "birth, birth-date",
        "idnumber, id-number",
        "household-adress, household-address",
        "address, household-address",
    })
    void findsWhatWasMeant(String found, String meant) {
        assertThat(Similar.nearest(found, KNOWN)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"telephone", "XB", "remark", "e", "xyz"})
    void suggestsNothingThatIsFarFromIt(String found) {
        assertThat(Similar.nearest(found, KNOWN)).isEmpty();
    }

    @Test
    void nothingIsAskedWhereNothingIsNearAndNothingIsListedWhereNothingIsKnown() {
        SchemaProblem problem = SchemaProblem.KEY_UNKNOWN;

        assertThat(problem.remedy(Locale.ENGLISH, List.of("x", "y", "a, y")))
                .isEqualTo("Did you mean 'y'? Known: a, y.");
        assertThat(problem.remedy(Locale.ENGLISH, List.of("x", "", "a, y"))).isEqualTo("Known: a, y.");
        assertThat(problem.remedy(Locale.CHINESE, List.of("x", "", "a, y")))
                .doesNotContain("“")
                .contains("a, y");
        assertThat(problem.remedy(Locale.ENGLISH, List.of("x", "", ""))).isEmpty();
    }
}
