package org.exchangebus.schemas.codetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTableTest {

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
        assertThat(CodeTable.names())
                .filteredOn(name -> CodeTable.bundled(name).isOpen())
                .containsExactly(
                        "certificate-type",
                        "credit-code-category",
                        "currency",
                        "incident-kind",
                        "judgment-performance",
                        "land-use",
                        "management-code-kind",
                        "penalty-kind",
                        "region");
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
                .isThrownBy(() -> new CodeTableReader().read(folder))
                .satisfies(e -> assertThat(e.findings())
                        .extracting(Finding::problem)
                        .containsExactly(
                                SchemaProblem.NAME_TWICE,
                                SchemaProblem.NAME_AND_PLACE_DISAGREE,
                                SchemaProblem.NAME_TWICE,
                                SchemaProblem.VALUE_OF_OTHER_TYPE));
    }

    @Test
    void knowsBetweenWhichDaysACodeWasValid() {
        Code chongwen = CodeTable.bundled("region").listed("110103").orElseThrow();

        assertThat(chongwen.label()).isEqualTo("北京市崇文区");
        assertThat(chongwen.isRetired()).isTrue();
        assertThat(chongwen.isValidOn(LocalDate.of(2002, 12, 31))).isTrue();
        assertThat(chongwen.isValidOn(LocalDate.of(2010, 10, 30))).isTrue();
        assertThat(chongwen.isValidOn(LocalDate.of(2010, 10, 31))).isFalse();
        Code liangping = CodeTable.bundled("region").listed("500155").orElseThrow();
        assertThat(liangping.isRetired()).isFalse();
        assertThat(liangping.isValidOn(LocalDate.of(2016, 7, 31))).isFalse();
        assertThat(liangping.isValidOn(LocalDate.of(2016, 8, 1))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"110100", "110200", "130101", "419000", "469000", "500200", "659000", "110171"})
    void listsNoCollectiveRowsOfStatisticsAsRegions(String code) {
        assertThat(CodeTable.bundled("region").holds(code)).isFalse();
    }

    @Test
    void listsNoCountyWithoutItsProvince() {
        CodeTable regions = CodeTable.bundled("region");

        assertThat(regions.codes()).hasSizeGreaterThan(6000).allSatisfy(region -> {
            String province =
                    regions.label(region.code().substring(0, 2) + "0000").orElseThrow();
            assertThat(region.code()).matches("[1-8][0-9]{5}");
            assertThat(region.label()).startsWith(province);
        });
        assertThat(regions.codes().stream().filter(region -> region.code().endsWith("0000")))
                .hasSize(34)
                .noneMatch(Code::isRetired);
    }

    @Test
    void tellsWhatIsWrongWithRowsOfAFileOfTheirOwn(@TempDir Path folder) throws IOException {
        String head = "title: t\nstandard: s\nedition: \"1\"\nsummary: s\nrows: ";
        String names = "# made up\ncode,label,valid-from,valid-until\n";
        Files.writeString(folder.resolve("one.yaml"), "name: one\n" + head + "one.csv\n");
        Files.writeString(
                folder.resolve("one.csv"),
                names + "1,a,,\n2,b,2001-01-01,2000-01-01\n3,c,yesterday,\n4,d,\n1,e,,\n5,a,,\n6,a,,2000-01-01\n");
        Files.writeString(folder.resolve("two.yaml"), "name: two\n" + head + "missing.csv\n");
        Files.writeString(folder.resolve("zero.yaml"), "name: zero\n" + head + "zero.csv\n");
        Files.writeString(folder.resolve("zero.csv"), "code;label\n");

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new CodeTableReader().read(folder))
                .satisfies(e -> assertThat(e.findings())
                        .extracting(
                                finding -> finding.where()
                                        .substring(folder.toString().length() + 1),
                                Finding::problem)
                        .containsExactly(
                                tuple("one.csv:4:1", SchemaProblem.LIMITS_CROSSED),
                                tuple("one.csv:5:1", SchemaProblem.ROW_OF_OTHER_FORM),
                                tuple("one.csv:6:1", SchemaProblem.ROW_OF_OTHER_FORM),
                                tuple("one.csv:7:1", SchemaProblem.NAME_TWICE),
                                tuple("one.csv:8:1", SchemaProblem.NAME_TWICE),
                                tuple("missing.csv", SchemaProblem.FILE_UNREADABLE),
                                tuple("zero.csv:1:1", SchemaProblem.ROW_OF_OTHER_FORM)));
    }
}
