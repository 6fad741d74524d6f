package org.exchangebus.deploy.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.exchangebus.deploy.problem.KnownProblems;
import org.exchangebus.deploy.workbench.ProblemPage;
import org.exchangebus.schemas.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code ./bus explain CODE} has something to say of every problem of the house, in both languages. */
class EveryProblemPageTest {

    static List<Problem> problems() {
        return KnownProblems.all().toList();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void tellsCausesAndAnExample(Problem problem) {
        ProblemPage page = ProblemPage.of(problem);

        assertThat(page.isWritten())
                .as("an entry for %s in problem-pages.yaml", problem.code())
                .isTrue();
        assertThat(page.causes(Locale.ENGLISH)).hasSizeGreaterThan(15).doesNotMatch(".*[一-鿿]{8,}.*");
        assertThat(page.causes(Locale.CHINESE)).matches("(?s).*[一-鿿].*");
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            String example = page.example(locale);
            assertThat(example).contains("  " + problem.code() + "  ");
            assertThat(example).as("every value is given").doesNotContainPattern("(?<!\\$)\\{[0-9]}");
        }
    }

    @Test
    void tellsOfNoProblemThatDoesNotExist() {
        assertThat(ProblemPage.codes()).isNotEmpty().allSatisfy(code -> assertThat(KnownProblems.ofCode(code))
                .as(code)
                .isPresent());
    }
}
