package org.exchangebus.schemas.codetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.exchangebus.schemas.generated.GeneratedInputs;
import org.exchangebus.schemas.generated.Mutation;
import org.exchangebus.schemas.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedCodeTablesTest {

    private static final String TABLE = """
            name: tried
            title: 试用
            standard: none
            edition: "2026"
            summary: A table that is made up for a test.
            open: true
            prefixes: ["其他-"]
            codes:
              - {code: "01", label: 一, aliases: [甲, "1"]}
              - {code: "02", label: 二, valid-from: 2001-01-01, valid-until: 2010-12-31}
            """;

    private static final String ROWS = """
            # Made up for a test.
            code,label,valid-from,valid-until
            110000,北京市,,
            110001,某区,1990-01-01,2010-02-28
            """;

    @TempDir
    Path folder;

    @Test
    void anyBytesAreACodeTableOrAProblemWithItsPlace() throws Exception {
        Mutation tables = Mutation.ofTexts(
                java.util.List.of(TABLE, TABLE.replaceAll("(?s)codes:.*", "rows: tried.csv\n")),
                "code: ",
                "label: ",
                "codes:\n",
                "  - ",
                "\n",
                ": ",
                "[",
                "]",
                "{",
                "}",
                ", ",
                "\"",
                "'",
                "&a ",
                "*a",
                "!x ",
                "---\n",
                "\"01\"",
                "valid-from: 2001-02-29\n",
                "valid-until: 0000-00-00",
                "rows: ../x\n",
                "rows: tried.csv\n",
                "digits: {fewest: 1, most: 2}\n",
                "true",
                "~",
                "",
                "\u0000",
                "甲",
                "99999999999999999999");
        Files.writeString(folder.resolve("tried.csv"), ROWS);
        Path file = folder.resolve("tried.yaml");
        GeneratedInputs.of(tables).each(input -> {
            Files.write(file, input);
            isTakenOrTold();
        });
    }

    @Test
    void anyBytesAreTheRowsOfACodeTableOrAProblemWithItsPlace() throws Exception {
        Mutation rows = Mutation.ofTexts(
                java.util.List.of(ROWS),
                "110000",
                ",",
                "\n",
                "\r\n",
                "#",
                "code,label,valid-from,valid-until\n",
                "市",
                "2001-01-01",
                "2001-02-29",
                "9999-99-99",
                "\"",
                " ",
                "\u0000",
                "\uFEFF");
        Files.writeString(folder.resolve("tried.yaml"), TABLE.replaceAll("(?s)codes:.*", "rows: tried.csv\n"));
        Path file = folder.resolve("tried.csv");
        GeneratedInputs.of(rows).each(input -> {
            Files.write(file, input);
            isTakenOrTold();
        });
    }

    private void isTakenOrTold() throws java.io.IOException {
        try {
            assertThat(CodeTable.read(folder)).hasSize(1);
        } catch (ProblemException e) {
            assertThat(e.findings()).isNotEmpty().allSatisfy(finding -> {
                assertThat(finding.where()).startsWith(folder.toString());
                assertThat(GeneratedInputs.chinese(finding)).doesNotContain("{0}");
            });
        }
    }
}
