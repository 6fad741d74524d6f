package org.exchangebus.transformers.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.run.SystemFolder;
import org.exchangebus.transformers.mapping.Mapping;
import org.exchangebus.transformers.mapping.Mappings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MappingExamplesTest {

    private static final List<String> FIELDS =
            List.of("RYID", "GMSFHM", "XM", "XB", "MZ", "CSRQ", "SSXQ", "住址 (详)", "QFJG", "YXQXJZRQ", "HZBZ", "ZT");

    private static SystemFolder system() {
        try {
            return new SystemFolder(Path.of(MappingExamplesTest.class
                    .getResource("/mappings/household-register")
                    .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Mapping mapping() {
        return new Mappings(Catalogue.bundled(), List.of(system()), (system, mapping) -> FIELDS)
                .mapping("household-register", "person");
    }

    static List<MappingExample> examples() throws IOException {
        List<MappingExample> examples = MappingExample.of(system());
        assertThat(examples).isNotEmpty();
        return examples;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleBecomesWhatIsExpected(MappingExample example) throws IOException {
        assertThat(MappingExamples.differences(mapping(), example)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatIsWrittenAsActualIsWhatIsExpectedNextTime(MappingExample example, @TempDir Path folder)
            throws IOException {
        MappingExample again = new MappingExample(example.system(), example.mapping(), folder);
        Files.copy(example.in(), again.in());
        Files.writeString(again.expected(), MappingExamples.actual(mapping(), example));

        assertThat(MappingExamples.differences(mapping(), again)).isEmpty();
    }

    @Test
    void tellsEachRowThatCameOutDifferently(@TempDir Path folder) throws IOException {
        MappingExample example = new MappingExample("household-register", "person", folder);
        Files.writeString(example.in(), "[{\"ZT\": \"0\"}, {\"ZT\": \"0\"}]");
        Files.writeString(example.expected(), "[{\"left-out\": {}}, {\"record\": {\"name\": \"张三\"}}]");

        assertThat(MappingExamples.differences(mapping(), example))
                .containsExactly("row 2: expected {\"record\":{\"name\":\"张三\"}} but was {\"left-out\":{}}");
    }

    @Test
    void tellsRowsThatTheSourceCouldNotHaveSent(@TempDir Path folder) throws IOException {
        MappingExample example = new MappingExample("household-register", "person", folder);
        Files.writeString(example.in(), "[{\"ZT\": 0, \"XXX\": \"1\"}]");
        Files.writeString(example.expected(), "[]");

        assertThat(MappingExamples.differences(mapping(), example))
                .containsExactly(
                        "row 1: 'ZT' is neither a text nor null",
                        "row 1: the source has no field 'XXX'",
                        "expected.json is no list of 1 outcomes");
    }
}
