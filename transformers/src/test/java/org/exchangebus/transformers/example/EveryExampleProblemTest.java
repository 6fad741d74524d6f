package org.exchangebus.transformers.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.exchangebus.transformers.problem.ExampleProblem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EveryExampleProblemTest {

    @ParameterizedTest
    @EnumSource(ExampleProblem.class)
    void isProvokedAndSaidInBothLanguages(ExampleProblem problem) throws IOException {
        Path test = Path.of("src/test/java/org/exchangebus/transformers/example/MappingExamplesTest.java");

        assertThat(Files.readString(test)).containsAnyOf(problem.code(), "ExampleProblem." + problem.name());
        assertThat(problem.texts().chinese()).containsPattern("\\p{IsHan}");
        assertThat(problem.texts().chineseRemedy()).containsPattern("\\p{IsHan}");
        assertThat(problem.texts().english()).doesNotContain("!", "invalid", "lease");
    }
}
