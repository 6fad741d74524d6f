package org.exchangebus.schemas.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.exchangebus.schemas.catalogue.ItemType;
import org.exchangebus.schemas.catalogue.Metadata;
import org.exchangebus.schemas.catalogue.Obligation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {

    static Stream<Enum<?>> constants() {
        return Stream.of(
                        Metadata.ResourceClass.values(),
                        Metadata.FormatKind.values(),
                        Metadata.SharingType.values(),
                        Metadata.SharingMethod.values(),
                        Metadata.UpdateCycle.values(),
                        ItemType.values(),
                        Obligation.values())
                .flatMap(Stream::of);
    }

    @ParameterizedTest
    @MethodSource("constants")
    void nameEveryConstantInBothLanguages(Enum<?> constant) {
        assertThat(Words.in(Locale.ENGLISH).label(constant)).isNotBlank();
        assertThat(Words.in(Locale.CHINESE).label(constant)).matches(".*[一-鿿].*");
    }

    @Test
    void sayInChineseWhateverTheySayInEnglish() throws IOException {
        assertThat(keys("words_zh.properties")).containsExactlyInAnyOrderElementsOf(keys("words.properties"));
    }

    @Test
    void areEnglishForAnyOtherLanguage() {
        assertThat(Words.in(Locale.FRENCH).say("yes")).isEqualTo("yes");
    }

    private static Iterable<String> keys(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStreamReader reader = new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties.stringPropertyNames();
    }
}
