package org.exchangebus.adapters.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.exchangebus.schemas.problem.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvCheckTest {

    private static final Charset GBK = Charset.forName("GBK");
    private static final List<String> FIELDS = List.of("A", "B");

    @Test
    void aGoodFileIsTakenWithItsRowsCounted() throws IOException {
        FileCheck check = check("A,B\n甲,1\n乙,2\n", GBK, GBK);
        assertThat(check.problem()).isNull();
        assertThat(check.rows()).isEqualTo(2);
        assertThat(check.isEnded()).isTrue();
    }

    @Test
    void oneBadLineIsCountedAndDoesNotHoldTheFile() throws IOException {
        FileCheck check = check("A,B\n甲,1\n乙\n丙,3\n", GBK, GBK);
        assertThat(check.problem()).isNull();
        assertThat(check.badRows()).isEqualTo(1);
    }

    @Test
    void aFileWithoutALastLineEndSaysSo() throws IOException {
        assertThat(check("A,B\n1,2\n3,4", GBK, GBK).isEnded()).isFalse();
        assertThat(check("A,B\n1,2\n3,", GBK, GBK).isEnded()).isFalse();
        assertThat(check("A,B", GBK, GBK).isEnded()).isFalse();
    }

    @Test
    void utf8GivenAsGbkIsHeldAndNamed() throws IOException {
        assertThat(reason(check("A,B\n王伟,杭州市\n", StandardCharsets.UTF_8, GBK)))
                .contains("ADAPTER-051", "declared as GBK but looks like UTF-8", "'charset: UTF-8'");
    }

    @Test
    void aByteOrderMarkGivenAsGbkIsHeldAsUtf8() throws IOException {
        assertThat(reason(check("\uFEFFA,B\n1,2\n", StandardCharsets.UTF_8, GBK)))
                .contains("looks like UTF-8");
    }

    @Test
    void aByteOrderMarkOfUtf8IsNoPartOfTheFirstColumn() throws IOException {
        assertThat(check("\uFEFFA,B\n1,2\n", StandardCharsets.UTF_8, StandardCharsets.UTF_8)
                        .problem())
                .isNull();
    }

    @Test
    void gbkGivenAsUtf8IsHeldAndNamed() throws IOException {
        assertThat(reason(check("A,B\n王伟,杭州市\n", GBK, StandardCharsets.UTF_8)))
                .contains("ADAPTER-051", "looks like GB18030");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A,C | ADAPTER-054 | missing: B; not declared: C",
                "A,B,C | ADAPTER-054 | missing: -; not declared: C",
                "A | ADAPTER-054 | missing: B",
                "a,B | ADAPTER-054 | missing: A; not declared: a",
                "A,B,B | ADAPTER-055 | 'B' stands twice",
            })
    void anotherHeaderHoldsTheFile(String header, String code, String text) throws IOException {
        assertThat(reason(check(header + "\n1,2\n", GBK, GBK))).contains(code, text);
    }

    @Test
    void aQuoteThatIsNeverClosedHoldsTheFileAndNamesItsLine() throws IOException {
        assertThat(reason(check("A,B\n1,2\n3,\"4\n5,6\n", GBK, GBK))).contains("ADAPTER-053", "f.csv:3");
    }

    @Test
    void aQuoteThatIsNotClosedForMegabytesIsNotReadToTheEnd() throws IOException {
        String text = "A,B\n1,\"" + "x".repeat(CsvScanner.LONGEST_ROW * 2) + "\n";
        assertThat(reason(check(text, GBK, GBK))).contains("ADAPTER-053", "f.csv:2");
    }

    @Test
    void nulBytesHoldTheFile() throws IOException {
        assertThat(reason(check("A,B\n1,\u00002\n3,4\n", GBK, GBK))).contains("ADAPTER-052");
        assertThat(reason(check("A,B\n1,\"\u00002\"\n3,4\n", GBK, GBK))).contains("ADAPTER-052");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html><body>Sign in</body></html> | HTML",
                "  <!DOCTYPE html> | HTML",
                "PK\u0003\u0004xxxx | ZIP/XLSX",
                "%PDF-1.7 | PDF",
                "<?xml version='1.0'?> | XML",
            })
    void anotherKindOfFileIsHeldAndNamed(String content, String kind) throws IOException {
        assertThat(reason(check(content + "\n", StandardCharsets.ISO_8859_1, GBK)))
                .contains("ADAPTER-050", kind);
    }

    @Test
    void utf16AndOldExcelAreHeldAndNamed() throws IOException {
        assertThat(reason(check(new byte[] {(byte) 0xFF, (byte) 0xFE, 'A', 0}, GBK)))
                .contains("UTF-16");
        assertThat(reason(check(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, GBK)))
                .contains("XLS");
        assertThat(reason(check(new byte[] {0x1F, (byte) 0x8B, 8, 0}, GBK))).contains("GZIP");
    }

    @Test
    void anEmptyFileLacksItsHeader() throws IOException {
        assertThat(reason(check("", GBK, GBK))).contains("ADAPTER-059");
    }

    @Test
    void moreBadRowsThanTheShareHoldTheFile() throws IOException {
        String good = "1,2\n".repeat(100);
        assertThat(check("A,B\n" + good + "x\n".repeat(10), GBK, GBK).problem()).isNull();
        assertThat(reason(check("A,B\n" + good + "x\n".repeat(12), GBK, GBK)))
                .contains("ADAPTER-056", "12 of 112 rows", "10 %", "f.csv:102");
    }

    @Test
    void everyCutOfAQuotedFileIsHeldOrSaysThatItDidNotEnd() throws IOException {
        byte[] whole = "A,B\n\"王\n伟\",1\n李,\"2\"\n".getBytes(GBK);
        for (int length = 0; length < whole.length; length++) {
            FileCheck check = check(Arrays.copyOf(whole, length), GBK);
            boolean isCutBetweenRows = length > 0 && whole[length - 1] == '\n' && check.problem() == null;
            assertThat(check.problem() != null || !check.isEnded() || isCutBetweenRows)
                    .as("cut at %d", length)
                    .isTrue();
        }
    }

    private static FileCheck check(String text, Charset written, Charset declared) throws IOException {
        return check(text.getBytes(written), declared);
    }

    private static FileCheck check(byte[] bytes, Charset declared) throws IOException {
        return new CsvFormat(FIELDS, CsvReaderTest.dialect(declared, ',', true))
                .check(new ByteArrayInputStream(bytes), "f.csv");
    }

    static String reason(FileCheck check) {
        Finding problem = check.problem();
        return problem == null ? "nothing" : problem.render(Locale.ENGLISH);
    }
}
