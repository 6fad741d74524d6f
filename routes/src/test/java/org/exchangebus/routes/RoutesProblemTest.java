package org.exchangebus.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoutesProblemTest {

    @ParameterizedTest
    @EnumSource
    void isProvokedByATest(RoutesProblem problem) throws IOException {
        try (Stream<Path> tests = Files.walk(Path.of("src/test/java"))) {
            String sources = tests.filter(file -> file.toString().matches(".*(Test|IT)\\.java"))
                    .map(RoutesProblemTest::read)
                    .collect(Collectors.joining());

            assertThat(sources).contains(problem.code());
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesTheSameValuesInBothLanguages(RoutesProblem problem) {
        assertThat(values(problem.texts().chinese()))
                .isEqualTo(values(problem.texts().english()));
        assertThat(problem.texts().englishRemedy()).isNotBlank();
        assertThat(problem.texts().chineseRemedy()).isNotBlank();
    }

    @Test
    void givesEveryProblemACodeOfItsOwn() {
        assertThat(Arrays.stream(RoutesProblem.values()).map(RoutesProblem::code))
                .doesNotHaveDuplicates();
    }

    private static java.util.Set<Integer> values(String text) {
        return text.chars()
                .filter(Character::isDigit)
                .filter(c -> text.contains("{" + (char) c + "}"))
                .boxed()
                .collect(Collectors.toSet());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
