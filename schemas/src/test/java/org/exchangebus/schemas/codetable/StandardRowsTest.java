package org.exchangebus.schemas.codetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables say what the collected rows of the standards say; the rows are copies, untouched. */
class StandardRowsTest {

    private static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("codes_double_publicity_id_types.csv", "double-publicity-id-type"),
            Map.entry("codes_gat517_certificate_types.csv", "certificate-type"),
            Map.entry("codes_gb32100_department_category.csv", "credit-code-category"),
            Map.entry("codes_gbt12402_economic_type.csv", "economic-type"),
            Map.entry("codes_gbt12404_subordination.csv", "subordination"),
            Map.entry("codes_gbt2261_1_sex.csv", "sex"),
            Map.entry("codes_gbt2261_2_marital.csv", "marital-status"),
            Map.entry("codes_gbt2261_3_health.csv", "health-status"),
            Map.entry("codes_gbt2261_4_employment.csv", "employment"),
            Map.entry("codes_gbt2261_5_overseas_kin.csv", "overseas-kin"),
            Map.entry("codes_gbt3304_ethnic.csv", "ethnicity"),
            Map.entry("codes_gbt4658_education.csv", "education"),
            Map.entry("codes_gbt4754_2017_sections.csv", "industry"),
            Map.entry("codes_gbt4761_family_relation.csv", "family-relation"),
            Map.entry("codes_gbt4762_political.csv", "political-affiliation"),
            Map.entry("codes_gbt6864_degree.csv", "degree"));

    record Row(String table, String code, String label, String alias) {

        private static Row of(String table, Map<String, String> cells) {
            String label = cells.getOrDefault("label", cells.get("name"));
            if (cells.containsKey("dept")) {
                String name = cells.get("dept_name") + "-" + cells.get("category_name");
                return new Row(table, cells.get("dept") + cells.get("category"), name, "");
            }
            String scheme = cells.getOrDefault("scheme", "");
            return new Row(
                    scheme.equals("1-digit") ? table + "-one-digit" : table,
                    cells.getOrDefault("code", label),
                    label,
                    cells.getOrDefault("letter_code", ""));
        }
    }

    static Stream<Row> rows() {
        return files().stream().flatMap(StandardRowsTest::rows);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowIsInItsTable(Row row) {
        CodeTable table = CodeTable.bundled(row.table());

        assertThat(table.holds(row.code())).isTrue();
        assertThat(table.label(row.code())).contains(row.label());
        assertThat(table.code(row.label())).contains(row.code());
        if (!row.alias().isEmpty()) {
            assertThat(table.code(row.alias())).contains(row.code());
        }
    }

    @Test
    void theTablesHoldNothingElse() {
        Map<String, Set<String>> expected = new java.util.TreeMap<>();
        rows().forEach(row ->
                expected.computeIfAbsent(row.table(), t -> new HashSet<>()).add(row.code()));

        assertThat(expected).hasSize(TABLES.size() + 1);
        expected.forEach(
                (table, codes) -> assertThat(CodeTable.bundled(table).labels().keySet())
                        .as(table)
                        .containsExactlyInAnyOrderElementsOf(codes));
    }

    @Test
    void everyCollectedFileHasATable() {
        assertThat(files())
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(TABLES.keySet());
    }

    private static List<Path> files() {
        try (Stream<Path> files = Files.list(
                Path.of(Objects.requireNonNull(StandardRowsTest.class.getResource("/standards/codes_gbt2261_1_sex.csv"))
                                .toURI())
                        .getParent())) {
            return files.filter(file -> file.getFileName().toString().startsWith("codes_"))
                    .toList();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Row> rows(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            String[] names = lines.get(0).split(",");
            List<Row> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                assertThat(line).doesNotContain("\"");
                String[] cells = line.split(",", -1);
                Map<String, String> row = new java.util.HashMap<>();
                for (int i = 0; i < names.length; i++) {
                    row.put(names[i], cells[i]);
                }
                rows.add(Row.of(TABLES.get(file.getFileName().toString()), row));
            }
            return rows.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
