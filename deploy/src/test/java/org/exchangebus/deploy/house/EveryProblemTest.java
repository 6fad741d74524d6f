package org.exchangebus.deploy.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.exchangebus.deploy.problem.DeployProblem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every problem of this module is provoked by a test, and is told in both languages. */
class EveryProblemTest {

    private static final String TESTS = tests();

    @ParameterizedTest
    @EnumSource(DeployProblem.class)
    void isProvoked(DeployProblem problem) {
        assertThat(TESTS).containsAnyOf("DeployProblem." + problem.name(), problem.code());
    }

    @ParameterizedTest
    @EnumSource(DeployProblem.class)
    void isToldInBothLanguagesWithTheSameValues(DeployProblem problem) {
        assertThat(problem.texts().chinese()).matches(".*[一-鿿].*");
        for (int i = 0; i < 4; i++) {
            String value = "{" + i + "}";
            boolean isInEnglish = (problem.texts().english() + problem.texts().englishRemedy()).contains(value);
            boolean isInChinese = (problem.texts().chinese() + problem.texts().chineseRemedy()).contains(value);
            assertThat(isInChinese).as(problem + " " + value).isEqualTo(isInEnglish);
        }
    }

    private static String tests() {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("EveryProblemTest.java"))
                    .map(EveryProblemTest::text)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
