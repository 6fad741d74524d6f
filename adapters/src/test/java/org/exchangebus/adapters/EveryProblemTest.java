package org.exchangebus.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.exchangebus.adapters.charset.CharsetProblem;
import org.exchangebus.adapters.file.FileProblem;
import org.exchangebus.adapters.format.FormatProblem;
import org.exchangebus.schemas.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryProblemTest {

    static List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        problems.addAll(List.of(AdapterProblem.values()));
        problems.addAll(List.of(CharsetProblem.values()));
        problems.addAll(List.of(FileProblem.values()));
        problems.addAll(List.of(FormatProblem.values()));
        assertThat(problems).isNotEmpty();
        return problems;
    }

    @Test
    void hasACodeOfItsOwn() {
        assertThat(problems()).extracting(Problem::code).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void isToldInBothLanguagesWithTheSameValues(Problem problem) {
        Problem.Texts texts = problem.texts();
        assertThat(texts.chinese()).matches("(?s).*\\p{IsHan}.*");
        assertThat(texts.chineseRemedy()).matches("(?s).*\\p{IsHan}.*");
        assertThat(texts.english() + texts.englishRemedy()).doesNotContain("!", "invalid", "please");
        if (problem == AdapterProblem.WRONG_VALUE) {
            // What is found and what is expected are words of ours, given in each language.
            assertThat(texts.chinese() + texts.chineseRemedy()).contains("{0}", "{3}", "{4}");
            return;
        }
        for (int i = 0; i < 4; i++) {
            String value = "{" + i + "}";
            assertThat((texts.chinese() + texts.chineseRemedy()).contains(value))
                    .as(value)
                    .isEqualTo((texts.english() + texts.englishRemedy()).contains(value));
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void isProvokedByATest(Problem problem) throws IOException {
        String name = ((Enum<?>) problem).name();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            List<Path> tests = files.filter(file -> file.toString().matches(".*(Test|IT)\\.java"))
                    .filter(file -> !file.endsWith("EveryProblemTest.java"))
                    .collect(Collectors.toList());
            assertThat(tests).isNotEmpty().anySatisfy(test -> assertThat(Files.readString(test))
                    .containsAnyOf(
                            "\"" + problem.code(), problem.code() + "\"", problem.code() + " ", "Problem." + name));
        }
    }
}
