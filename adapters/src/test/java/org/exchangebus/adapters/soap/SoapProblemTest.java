package org.exchangebus.adapters.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.exchangebus.schemas.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SoapProblemTest {

    @ParameterizedTest
    @EnumSource(SoapProblem.class)
    void saysEveryProblemInBothLanguages(Problem problem) {
        List<String> arguments = List.of("one", "two", "three");
        String english = problem.text(Locale.ENGLISH, arguments);
        String chinese = problem.text(Locale.CHINESE, arguments);
        assertThat(english).isNotBlank().isNotEqualTo(chinese).doesNotContain("{");
        assertThat(chinese).doesNotContain("{").containsPattern("\\p{IsHan}");
        assertThat(problem.remedy(Locale.CHINESE, arguments)).containsPattern("\\p{IsHan}");
    }

    @Test
    void hasACodeOfItsOwnForEveryProblem() {
        assertThat(EnumSet.allOf(SoapProblem.class)).extracting(Problem::code).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "no such person 11010519491231002X here, no such person *** here",
        "１１０１０５１９４９１２３１００２Ｘ, ***",
        "code 12345, code 12345",
    })
    void hidesNumbersThatMayBeSomebodys(String said, String told) {
        assertThat(Tidy.of(said)).isEqualTo(told);
    }

    @Test
    void tellsOneShortLine() {
        assertThat(Tidy.of("first\nat com.example.Secret")).isEqualTo("first");
        assertThat(Tidy.of("x".repeat(500))).hasSize(121);
    }
}
