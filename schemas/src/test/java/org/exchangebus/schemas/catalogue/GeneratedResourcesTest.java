package org.exchangebus.schemas.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.exchangebus.schemas.generated.GeneratedInputs;
import org.exchangebus.schemas.generated.Mutation;
import org.exchangebus.schemas.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedResourcesTest {

    private static final Mutation RESOURCES = Mutation.ofTexts(
            samples(),
            "name: ",
            "items:\n",
            "  - ",
            "\n",
            ": ",
            "- ",
            "[",
            "]",
            "{",
            "}",
            ", ",
            "\"",
            "'",
            "#",
            "&a ",
            "*a",
            "!x ",
            "--- ",
            "? ",
            "|\n",
            ">\n",
            "\t",
            "\uFEFF",
            "\u0000",
            "rules:\n",
            "key: ",
            "true",
            "2026-02-30",
            "-1",
            "0",
            "99999999999999999999",
            "1e9",
            "length: ",
            "type: text\n",
            "required-when:\n",
            "geometry:\n",
            "  ",
            "人口",
            "\uD83D\uDE00",
            "<<: ",
            "%YAML 1.2\n",
            "...\n",
            "~",
            "null\n");

    /** The one of the tests, and the shortest that is shipped: a long one is parsed as a short one is, but slower. */
    private static List<String> samples() {
        try (Stream<Path> files = Files.walk(Path.of("catalogue"))) {
            List<String> texts = new ArrayList<>();
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".yaml")).toList()) {
                texts.add(Files.readString(file));
            }
            return List.of(
                    CatalogueFiles.CLINIC,
                    texts.stream().min(Comparator.comparing(String::length)).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TempDir
    Path folder;

    @Test
    void anyBytesAreAResourceOrAProblemWithItsPlace() throws Exception {
        Path file = Files.createDirectories(folder.resolve("base/population")).resolve("person.yaml");
        GeneratedInputs.of(RESOURCES).each(input -> {
            Files.write(file, input);
            try {
                assertThat(Catalogue.empty().with(folder).resources()).hasSize(1);
            } catch (ProblemException e) {
                assertThat(e.findings()).allSatisfy(finding -> {
                    assertThat(finding.where()).contains("person.yaml");
                    assertThat(GeneratedInputs.chinese(finding)).doesNotContain("{0}");
                });
            }
        });
    }
}
