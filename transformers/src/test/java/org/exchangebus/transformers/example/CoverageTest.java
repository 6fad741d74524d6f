package org.exchangebus.transformers.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.record.Rows;
import org.exchangebus.schemas.run.SystemFolder;
import org.exchangebus.transformers.mapping.Mapping;
import org.exchangebus.transformers.mapping.Mappings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageTest {

    private static final List<String> FIELDS = List.of("ID", "NAME", "SEX", "BORN", "KIND");

    private static final String MAPPING = """
            summary: People of the register.
            resource: person
            items:
              id-number: ID | trim
              name: first(NAME | trim | null-when('无'), KIND)
              sex:
                choose:
                  - when: KIND is 'a'
                    then: SEX | code(sex, map={M=1, F=2, X=9})
                  - when: KIND is 'b'
                    then: "'9'"
                  - otherwise: "'0'"
              birth-date: BORN | date(yyyyMMdd, null=[00000000])
            waive:
              ethnicity: not held
            leave-out:
              - when: KIND is 'draft' or KIND is 'old'
                because: drafts
            delete:
              - when: KIND is 'gone'
                because: gone
            """;

    @TempDir
    Path folder;

    @Test
    void tellsWhatNoExampleShows() throws IOException {
        Coverage coverage = new Coverage(mapping());
        coverage.add(rows(
                new String[] {"11010519491231002X", "甲", "M", "", "a"},
                new String[] {"11010519491231002X", "乙", "F", "", "a"},
                new String[] {"11010519491231002X", "乙", "F", "", "old"}));

        assertThat(coverage.gaps())
                .extracting(
                        gap -> gap.kind() + " " + gap.item() + " " + gap.spot().written() + " " + gap.detail())
                .containsExactly(
                        "WORD_NEVER_MET name null-when('无') 无",
                        "NEVER_REACHED name KIND ",
                        "NEVER_HOLDS sex KIND is 'b' ",
                        "WORD_NEVER_MET sex code(sex, map={M=1, F=2, X=9}) X",
                        "NEVER_REACHED sex '9' ",
                        "NEVER_REACHED sex '0' ",
                        "ITEM_WITHOUT_VALUE birth-date BORN | date(yyyyMMdd, null=[00000000]) ",
                        "NEVER_HOLDS drafts KIND is 'draft' ",
                        "NEVER_HOLDS gone KIND is 'gone' ");
        assertThat(coverage.codes()).hasSize(1).containsEntry("sex", java.util.Set.of("1", "2"));
        assertThat(coverage.gaps().get(8).spot().place().line()).isGreaterThan(15);
    }

    @Test
    void tellsNothingWhereAllIsShown() throws IOException {
        Coverage coverage = new Coverage(mapping());
        coverage.add(rows(
                new String[] {"1", "甲", "M", "19491231", "a"},
                new String[] {"1", "无", "F", "00000000", "a"},
                new String[] {"1", null, "X", null, "a"},
                new String[] {"1", "甲", "", null, "b"},
                new String[] {"1", "甲", "", null, "c"},
                new String[] {"1", "甲", "", null, "draft"},
                new String[] {"1", "甲", "", null, "old"},
                new String[] {"1", "甲", "", null, "gone"}));

        assertThat(coverage.gaps()).isEmpty();
        assertThat(coverage.parts()).isGreaterThan(20);
    }

    private Mapping mapping() throws IOException {
        Path system = Files.createDirectories(folder.resolve("register"));
        Files.writeString(system.resolve("person.mapping.yaml"), MAPPING);
        return new Mappings(Catalogue.bundled(), List.of(new SystemFolder(system)), (name, mapping) -> FIELDS)
                .mapping("register", "person");
    }

    private static Rows rows(String[]... rows) {
        Rows.Builder builder = new Rows.Builder(FIELDS, "rows", rows.length);
        for (int i = 0; i < rows.length; i++) {
            for (String cell : rows[i]) {
                builder.cell(cell);
            }
            builder.endRow(i + 1L);
        }
        return builder.build();
    }
}
