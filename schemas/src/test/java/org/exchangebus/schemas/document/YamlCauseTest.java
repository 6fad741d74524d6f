package org.exchangebus.schemas.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.exchangebus.schemas.problem.YamlProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class YamlCauseTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`items:\n\tid: ID`, TAB, 2:1",
                "`items:\n  id: ID\n\tname: N`, TAB, 3:1",
                "`summary：x\nresource: thing`, FULL_WIDTH_COLON, 1:8",
                "`summary: x\nresource：thing\nitems:\n  a: B`, FULL_WIDTH_COLON, 2:9",
                "`summary: x\nresource： thing`, FULL_WIDTH_COLON, 2:9",
                "`items:\n  标识：ID | trim\n  name: NAME`, FULL_WIDTH_COLON, 2:5",
                "`items:\n  id: ID\n  名称：NAME\n  a: B`, FULL_WIDTH_COLON, 3:5",
                "`summary: x\nresource thing\nitems:\n  a: B`, COLON_MISSING, 2:1",
                "`summary x\nresource: thing`, COLON_MISSING, 1:1",
                "`summary: x\nresource:thing\nitems:\n  a: B`, COLON_MISSING, 2:1",
                "`a: b: c`, COLON_INSIDE, 1:5",
                "`items:\n  a: NAME | default(x: y)`, COLON_INSIDE, 2:22",
                "`a: 'x\nb: y`, NOT_CLOSED, 1:4",
                "`a: \"x\nb: y`, NOT_CLOSED, 1:4",
                "`a: [x, y\nb: z`, NOT_CLOSED, 1:4",
                "`a: {x: y\nb: z`, NOT_CLOSED, 1:4",
                "`a: [x y, 'z' w]`, NOT_CLOSED, 1:4",
                "`a: 'x' | trim`, TEXT_AFTER_QUOTE, 1:8",
                "`a: 'x' y`, TEXT_AFTER_QUOTE, 1:8",
                "`a: @x`, RESERVED_SIGN, 1:4",
                "`a: %x`, RESERVED_SIGN, 1:4",
                "`a: | trim`, RESERVED_SIGN, 1:4",
                "`a: b\n  c: d`, INDENTATION, 2:4",
                "`items:\n  a: b\n c: d`, INDENTATION, 3:2",
                "`a: 1\n  - x`, OK, ",
                "`? [a]\n: b`, KEY_NOT_TEXT, 1:3",
                "`a: b\nc: \u0001`, FORBIDDEN_CHARACTER, 2:4",
            })
    void isToldWhereTheMistakeIs(String text, String problem, String where) {
        if (problem.equals("OK")) {
            assertThat(Document.read("x", text).root()).isNotNull();
            return;
        }
        Finding finding = DocumentTest.finding(text);

        assertThat(finding.problem()).as(finding.toString()).isEqualTo(YamlProblem.valueOf(problem));
        assertThat(finding.where()).isEqualTo("x:" + where);
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.CHINESE}) {
            assertThat(finding.render(locale)).doesNotContainPattern("\\{\\d}");
        }
    }

    @Test
    void whatIsNoUsualMistakeIsQuotedFromTheParser() {
        Finding finding = DocumentTest.finding("a: !x!y z");

        assertThat(finding.problem()).isEqualTo(SchemaProblem.NOT_YAML);
        assertThat(finding.render(Locale.CHINESE)).contains("解析器提示 “found undefined tag handle");
    }

    @Test
    void aFileThatIsNotUtf8IsToldWithItsLine(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("x.yaml"), "a: 1\nb: 物资\n".getBytes(Charset.forName("GBK")));

        YamlFault fault = catchThrowableOfType(YamlFault.class, () -> YamlText.of(file));

        assertThat(fault.in("x").where()).isEqualTo("x:2:4");
        assertThat(fault.problem()).isEqualTo(YamlProblem.NOT_UTF8);
        assertThat(fault.arguments()).containsExactly("0xCE");
    }

    @Test
    void aFileOfAnySizeIsNotReadToItsEnd(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("x.yaml"), new byte[(4 << 20) + 1]);

        assertThat(catchThrowableOfType(YamlFault.class, () -> YamlText.of(file))
                        .problem())
                .isEqualTo(YamlProblem.TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource({"[", "{a: ", "'- '"})
    @Timeout(5)
    void aHundredThousandLevelsAreRefusedAtOnce(String level) {
        String deep = level.repeat(100_000);

        YamlFault fault = catchThrowableOfType(YamlFault.class, () -> YamlText.compose(deep, SchemaProblem.NOT_YAML));

        assertThat(fault.problem()).isEqualTo(YamlProblem.TOO_DEEP);
        assertThat(DocumentTest.finding(deep).problem()).isEqualTo(YamlProblem.TOO_DEEP);
    }

    @ParameterizedTest
    @EnumSource(YamlProblem.class)
    void isSaidInChineseWithoutForeignWords(YamlProblem problem) {
        String chinese = problem.texts().chinese() + problem.texts().chineseRemedy();

        assertThat(chinese.replaceAll("YAML|UTF-8|GBK|trim|\\{\\d}", "")).doesNotContainPattern("[A-Za-z]{2,}");
        assertThat(problem.texts().english()).doesNotContain("!", "invalid", "lease");
    }
}
