package org.exchangebus.transformers.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.exchangebus.transformers.mapping.Tried;
import org.exchangebus.transformers.problem.GeometryProblem;
import org.exchangebus.transformers.problem.MappingProblem;
import org.exchangebus.transformers.problem.ValueProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FunctionExamplesTest {

    static Stream<Function.Example> examples() {
        return Functions.all().stream().flatMap(function -> function.examples().stream());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleComesOutAsItIsDocumented(Function.Example example) {
        String made = Tried.of(example.call(), example.takes());

        if (example.gives() == null) {
            assertThat(Stream.<Enum<?>[]>of(MappingProblem.values(), ValueProblem.values(), GeometryProblem.values())
                            .flatMap(Stream::of))
                    .extracting(Enum::name)
                    .contains(made);
        } else {
            assertThat(made).isEqualTo(example.gives());
        }
    }

    @Test
    void everyFunctionHasAnExampleAndASentence() {
        assertThat(Functions.all()).isNotEmpty().allSatisfy(function -> {
            assertThat(function.examples()).isNotEmpty();
            assertThat(function.summary(Locale.ENGLISH)).endsWith(".");
            assertThat(function.summary(Locale.CHINESE)).endsWith("。").containsPattern("\\p{IsHan}");
        });
    }

    @ParameterizedTest
    @CsvSource({"en, functions.md", "zh, functions.zh-CN.md"})
    void theReferencePageIsTheOnePrintedFromTheFunctions(Locale locale, Path page) throws IOException {
        if (Boolean.getBoolean("functions.write")) {
            Files.writeString(page, FunctionReference.markdown(locale));
        }

        assertThat(Files.readString(page))
                .as("run this test with -Dfunctions.write=true")
                .isEqualTo(FunctionReference.markdown(locale));
    }
}
