package org.exchangebus.adapters.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.exchangebus.adapters.charset.CharsetProblem;
import org.exchangebus.adapters.charset.PrivateUse;
import org.exchangebus.adapters.charset.TextDecoder;
import org.exchangebus.schemas.record.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** F26, F27 and F28 of the reliability catalogue, and what else becomes of the characters in a CSV file. */
class CsvCharsetTest {

    private static final Charset GBK = Charset.forName("GBK");
    private static final Charset GB18030 = Charset.forName("GB18030");

    @ParameterizedTest
    @ValueSource(strings = {"GB18030", "UTF-8"})
    void f28RareIdeographsOfNamesComeThroughAndGoBackUnchanged(String charset) throws IOException {
        String names = "𠮷,㐂\n㐀,𪚥\n";
        byte[] file = ("A,B\n" + names).getBytes(Charset.forName(charset));
        Rows rows = read(file, charset, '"').get(0);
        assertThat(rows.badRows()).isEmpty();
        StringBuilder back = new StringBuilder();
        CsvReaderTest.texts(rows)
                .forEach(row -> back.append(String.join(",", row)).append('\n'));
        assertThat(back.toString().getBytes(Charset.forName(charset)))
                .isEqualTo(names.getBytes(Charset.forName(charset)));
    }

    @Test
    void f28AnIdeographThatIsOnlyInTheFourByteCodesIsARejectedRowInGbk() throws IOException {
        Rows rows = read("A,B\n王,1\n㐂,2\n李,3\n".getBytes(GB18030), "GBK", '"').get(0);
        assertThat(CsvReaderTest.texts(rows)).containsExactly(List.of("王", "1"), List.of("李", "3"));
        assertThat(rows.badRows()).singleElement().satisfies(bad -> {
            assertThat(bad.problem()).isEqualTo(CharsetProblem.NOT_IN_CHARSET);
            assertThat(bad.position()).isEqualTo(3);
            assertThat(bad.arguments()).containsExactly("A", "GBK", "9");
            assertThat(bad.raw()).isEqualTo("㐂,2".getBytes(GB18030));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'王,1', 'U+E5E5', 4",
        "'王,\uE5E5', 'U+E5E5', 7",
        "'王,\"\"\"x\"\"\uE5E5\"', 'U+E5E5', 13",
        "'王,\uFFFD', 'U+FFFD', 7",
    })
    void aCharacterThatMeansNothingIsARejectedRowWithItsOffsetInTheFile(String row, String character, String offset)
            throws IOException {
        byte[] file = ("A,B\n" + row + "\n").getBytes(GB18030);
        Rows rows = read(file, "GB18030", '"').get(0);
        if (row.equals("王,1")) {
            assertThat(rows.badRows()).isEmpty();
            return;
        }
        assertThat(rows.count()).isZero();
        assertThat(rows.badRows().get(0).arguments()).containsExactly("B", character, offset);
        assertThat(offsetOf(file, character)).isEqualTo(Integer.parseInt(offset));
    }

    @Test
    void theOffsetOfAByteWithoutMeaningCountsDoubledQuotes() throws IOException {
        byte[] file = "A,B\n王,\"\"\"x\"\"?\"\n".getBytes(GBK);
        file[13] = (byte) 0xFF;
        assertThat(read(file, "GBK", '"').get(0).badRows().get(0).arguments()).containsExactly("B", "GBK", "13");
    }

    @Test
    void aTrailByteThatLooksLikeTheQuoteIsNoQuote() throws IOException {
        // 0x7C is the second byte of 倈 and the quote of this file.
        byte[] file = "A,B\n|倈||倈|,1\n".getBytes(GBK);
        assertThat(CsvReaderTest.texts(read(file, "GBK", '|').get(0))).containsExactly(List.of("倈|倈", "1"));
    }

    @Test
    void f26EachLineOfAMixtureIsReadAsDeclaredOrNamedByLineAndOffset() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("A,B\n".getBytes(GBK));
        List<Long> offsets = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            boolean isOther = i % 10 == 7;
            if (isOther) {
                offsets.add((long) file.size());
            }
            file.writeBytes("王小明,杭州市\n".getBytes(isOther ? GBK : StandardCharsets.UTF_8));
        }
        Rows rows = read(file.toByteArray(), "UTF-8", '"').get(0);
        assertThat(rows.count()).isEqualTo(36);
        assertThat(rows.badRows()).extracting(Rows.BadRow::position).containsExactly(9L, 19L, 29L, 39L);
        assertThat(rows.badRows())
                .extracting(bad -> Long.parseLong(bad.arguments().get(2)))
                .isEqualTo(offsets);
        assertThat(check(file.toByteArray(), "UTF-8").badRows()).isEqualTo(4);
    }

    @Test
    void f27NoFieldTellsItsCharsetButAWholeFileDoes() throws IOException {
        Random random = new Random(27);
        int sound = 0;
        StringBuilder text = new StringBuilder("A,B\n");
        TextDecoder gbk = TextDecoder.named("GBK").orElseThrow();
        for (int i = 0; i < 20_000; i++) {
            String name = name(random);
            byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
            sound += gbk.decode(utf8, 0, utf8.length, new byte[32]) >= 0 ? 1 : 0;
            text.append(name).append(',').append(i).append('\n');
        }
        assertThat(sound).isBetween(5_000, 15_000);
        assertThat(check(text.toString().getBytes(GBK), "GBK").problem()).isNull();
        assertThat(CsvCheckTest.reason(check(text.toString().getBytes(StandardCharsets.UTF_8), "GBK")))
                .contains("ADAPTER-051", "looks like UTF-8");
        assertThat(CsvCheckTest.reason(check(text.toString().getBytes(GBK), "UTF-8")))
                .contains("ADAPTER-051", "looks like GB18030");
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        int length = 2 + random.nextInt(2);
        while (name.length() < length) {
            name.appendCodePoint(0x4E00 + random.nextInt(0x9FA6 - 0x4E00));
        }
        return name.toString();
    }

    private static int offsetOf(byte[] file, String character) {
        byte[] code =
                Character.toString(Integer.parseInt(character.substring(2), 16)).getBytes(GB18030);
        for (int at = 0; at + code.length <= file.length; at++) {
            if (java.util.Arrays.equals(file, at, at + code.length, code, 0, code.length)) {
                return at;
            }
        }
        return -1;
    }

    private static FileCheck check(byte[] file, String charset) throws IOException {
        return new CsvFormat(List.of("A", "B"), dialect(charset, '"')).check(new ByteArrayInputStream(file), "f.csv");
    }

    private static List<Rows> read(byte[] file, String charset, char quote) throws IOException {
        List<Rows> blocks = new ArrayList<>();
        try (CsvReader reader =
                new CsvReader(new ByteArrayInputStream(file), "f.csv", List.of("A", "B"), dialect(charset, quote))) {
            reader.forEachRemaining(blocks::add);
        }
        return blocks;
    }

    private static CsvDialect dialect(String charset, char quote) {
        return new CsvDialect(TextDecoder.named(charset).orElseThrow(), PrivateUse.SHARED, ',', quote, true, 10);
    }
}
