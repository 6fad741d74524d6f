package org.exchangebus.schemas.codetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CodeTableTest {

    static List<String> names() {
        return CodeTable.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyTableHoldsItsOwnCodesAndFindsThemByLabel(String name) {
        CodeTable table = CodeTable.bundled(name);

        assertThat(table.labels()).isNotEmpty();
        assertThat(table.origin().summary()).isNotEmpty();
        table.labels().forEach((code, label) -> {
            assertThat(table.holds(code)).as(code).isTrue();
            assertThat(table.code(label)).contains(code);
            byte[] utf8 = label.getBytes(StandardCharsets.UTF_8);
            assertThat(table.codeOfLabel(utf8, 0, utf8.length)).asString().isEqualTo(code);
        });
        assertThat(table.holds("")).isFalse();
        assertThat(table.holds("no such code")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "sex, 男, 1",
        "sex, F, 2",
        "ethnicity, 汉, 01",
        "ethnicity, 水族, 25",
        "ethnicity, SU, 25",
        "marital-status, 离异, 40",
        "currency, 156, CNY",
        "licence-kind, 其他-备案, 其他-备案",
        "penalty-kind, 吊销营业执照, 暂扣或者吊销许可证、暂扣或者吊销执照",
    })
    void translatesWordsOfLegacySystems(String table, String word, String code) {
        assertThat(CodeTable.bundled(table).code(word)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "ethnicity, 1, false",
        "ethnicity, 97, false",
        "industry, A, true",
        "industry, 01, true",
        "industry, 3911, true",
        "industry, 39111, false",
        "industry, U, false",
        "industry, 39a, false",
        "double-publicity-id-type, 其他-军官证, true",
        "double-publicity-id-type, 其他-, false",
        "double-publicity-id-type, 军官证, false",
    })
    void holdsCodesAsTextAndByTheRulesOfItsTable(String table, String code, boolean isHeld) {
        assertThat(CodeTable.bundled(table).holds(code)).isEqualTo(isHeld);
    }

    @Test
    void isOpenWhereTheListIsNotWhole() {
        assertThat(names())
                .filteredOn(name -> CodeTable.bundled(name).isOpen())
                .containsExactly("certificate-type", "currency", "land-use", "penalty-kind");
    }

    @Test
    void looksUpASliceOfAnArray() {
        byte[] text = "a01b".getBytes(StandardCharsets.UTF_8);

        assertThat(CodeTable.bundled("ethnicity").holds(text, 1, 3)).isTrue();
        assertThat(CodeTable.bundled("ethnicity").holds(text, 0, 3)).isFalse();
    }

    @Test
    void proposesANameForOneThatIsNotKnown() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> CodeTable.bundled("ethnicty"))
                .satisfies(e ->
                        assertThat(e.findings().get(0).render(Locale.ENGLISH)).contains("Did you mean 'ethnicity'?"));
    }

    @Test
    void tellsEverythingThatIsWrongWithAllFilesTogether(@TempDir Path folder) throws IOException {
        String head = "title: t\nstandard: s\nedition: \"1\"\nsummary: s\ncodes:\n";
        Files.writeString(
                folder.resolve("one.yaml"),
                "name: two\n" + head + "  - {code: \"1\", label: a}\n  - {code: \"1\", label: b}\n");
        Files.writeString(folder.resolve("three.yaml"), "name: three\n" + head + "  - {code: 1}\n");
        Files.writeString(
                folder.resolve("four.yaml"),
                "name: four\n" + head + "  - {code: \"1\", label: a}\n  - {code: \"2\", aliases: [a]}\n");

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new CodeTables().read(folder))
                .satisfies(e -> assertThat(e.findings())
                        .extracting(Finding::problem)
                        .containsExactly(
                                SchemaProblem.NAME_TWICE,
                                SchemaProblem.NAME_AND_PLACE_DISAGREE,
                                SchemaProblem.NAME_TWICE,
                                SchemaProblem.VALUE_OF_OTHER_TYPE));
    }
}
