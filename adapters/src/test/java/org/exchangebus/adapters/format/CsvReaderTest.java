package org.exchangebus.adapters.format;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.exchangebus.adapters.BlockReader;
import org.exchangebus.adapters.charset.CharsetProblem;
import org.exchangebus.adapters.charset.PrivateUse;
import org.exchangebus.adapters.charset.TextDecoder;
import org.exchangebus.schemas.record.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {

    private static final Charset GBK = Charset.forName("GBK");

    @Test
    void readsColumnsByNameInTheOrderOfTheFields() throws IOException {
        assertThat(rows("B,A\n2,1\n4,3\n", List.of("A", "B"))).containsExactly(List.of("1", "2"), List.of("3", "4"));
    }

    @Test
    void keepsBlanksLeadingZerosFormulasAndEmptyTextsAsTheyAre() throws IOException {
        assertThat(rows("A,B\n 007 ,\n=cmd|x,1.23E+17\n", List.of("A", "B")))
                .containsExactly(List.of(" 007 ", ""), List.of("=cmd|x", "1.23E+17"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "\"a,b\",c ! a,b|c",
                "\"a\"\"b\",c ! a\"b|c",
                "\"\",c ! |c",
                "a\"b,c ! a\"b|c",
                "\"\"\"\",\"\" ! \"|",
            })
    void followsTheQuotingOfRfc4180(String line, String cells) throws IOException {
        assertThat(rows("A,B\n" + line.strip() + "\n", List.of("A", "B")))
                .containsExactly(List.of(cells.strip().split("\\|", -1)));
    }

    @Test
    void aLineBreakInsideQuotesBelongsToTheCellAndCountsAsALine() throws IOException {
        Rows rows = read("A,B\r\n\"x\r\ny\",1\r\n\r\nz,2\r\n", List.of("A", "B"), GBK)
                .get(0);
        assertThat(rows.text(0, 0)).isEqualTo("x\r\ny");
        assertThat(rows.position(0)).isEqualTo(2);
        assertThat(rows.position(1)).isEqualTo(5);
    }

    @Test
    void aLoneCarriageReturnEndsARowOutsideQuotesOnly() throws IOException {
        assertThat(rows("A,B\r1,\"x\ry\"\r3,4\r", List.of("A", "B")))
                .containsExactly(List.of("1", "x\ry"), List.of("3", "4"));
    }

    @Test
    void aRaggedLineIsKeptAsABadRowAndDisturbsNoOther() throws IOException {
        Rows rows = read("A,B\n1,2\n3\n4,5,6\n7,8\n", List.of("A", "B"), GBK).get(0);
        assertThat(rows.count()).isEqualTo(2);
        assertThat(rows.badRows()).extracting(Rows.BadRow::position).containsExactly(3L, 4L);
        assertThat(rows.badRows()).extracting(b -> new String(b.raw(), GBK)).containsExactly("3", "4,5,6");
        assertThat(rows.badRows()).extracting(Rows.BadRow::problem).containsOnly(FormatProblem.RAGGED_ROW);
    }

    @Test
    void textAfterAClosingQuoteMakesABadRow() throws IOException {
        Rows rows = read("A,B\n\"1\"x,2\n3,4\n", List.of("A", "B"), GBK).get(0);
        assertThat(rows.count()).isEqualTo(1);
        assertThat(rows.badRows().get(0).problem()).isEqualTo(FormatProblem.TEXT_AFTER_QUOTE);
    }

    @Test
    void aCharacterCutInHalfMakesABadRowThatNamesItsOffset() throws IOException {
        byte[] file = "A,B\n中?,2\n3,4\n".getBytes(GBK);
        file[6] = (byte) 0xD6;
        List<Rows> blocks = read(new ByteArrayInputStream(file), List.of("A", "B"), GBK, ',');
        assertThat(blocks.get(0).count()).isEqualTo(1);
        assertThat(blocks.get(0).badRows().get(0).problem()).isEqualTo(CharsetProblem.NOT_IN_CHARSET);
        assertThat(blocks.get(0).badRows().get(0).arguments()).containsExactly("A", "GBK", "6");
    }

    @Test
    void aDelimiterThatIsATrailByteOfGbkDoesNotCutACharacter() throws IOException {
        // 0x7C is the second byte of 倈 in GBK.
        assertThat(new String(new byte[] {(byte) 0x82, 0x7C}, GBK)).hasSize(1);
        byte[] file = "A|B\n\u00000|1\n"
                .replace("\u00000", new String(new byte[] {(byte) 0x82, 0x7C}, GBK))
                .getBytes(GBK);
        List<Rows> blocks = read(new ByteArrayInputStream(file), List.of("A", "B"), GBK, '|');
        assertThat(blocks.get(0).badRows()).isEmpty();
        assertThat(blocks.get(0).text(0, 1)).isEqualTo("1");
    }

    @Test
    void blocksAreTheSameHoweverTheBytesArrive() throws IOException {
        StringBuilder text = new StringBuilder("A,B,C\n");
        int rows = 30 * BlockReader.ROWS;
        for (int i = 0; i < rows; i++) {
            text.append(i).append(",\"王,伟\n\"\"").append(i % 7).append("\"\",");
            text.append("\",文字文字\r\n");
        }
        byte[] bytes = text.toString().getBytes(GBK);
        List<Rows> whole = read(new ByteArrayInputStream(bytes), List.of("A", "B", "C"), GBK, ',');
        List<Rows> dripped = read(new Dripping(bytes), List.of("A", "B", "C"), GBK, ',');
        assertThat(whole).hasSizeGreaterThan(29).hasSameSizeAs(dripped);
        for (int i = 0; i < whole.size(); i++) {
            assertThat(texts(dripped.get(i))).isEqualTo(texts(whole.get(i)));
            assertThat(whole.get(i).count()).isLessThanOrEqualTo(BlockReader.ROWS);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithFastCsvOnGeneratedFiles(long seed) throws IOException {
        Random random = new Random(seed);
        // No lone CR inside quotes: there FastCSV 4.1.0 joins two rows.
        String[] pieces = {"a", "中", "王伟", ",", "\"\"", "\n", "\r\n", " ", "0", "é", "㐂", "x\"y", ""};
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < 2_000; row++) {
            for (int column = 0; column < 4; column++) {
                text.append(column > 0 ? "," : "").append(cell(random, pieces));
            }
            text.append(random.nextBoolean() ? "\n" : "\r\n");
        }
        Charset charset = Charset.forName(random.nextBoolean() ? "GB18030" : "UTF-8");
        List<List<String>> expected = new ArrayList<>();
        for (CsvRecord fields : de.siegmar.fastcsv.reader.CsvReader.builder().ofCsvRecord(text.toString())) {
            expected.add(fields.getFields());
        }
        List<List<String>> found = new ArrayList<>();
        CsvDialect dialect = dialect(charset, ',', false);
        byte[] bytes = text.toString().getBytes(charset);
        try (CsvReader reader =
                new CsvReader(new ByteArrayInputStream(bytes), "f", List.of("A", "B", "C", "D"), dialect)) {
            reader.forEachRemaining(rows -> found.addAll(texts(rows)));
        }
        assertThat(found).isEqualTo(expected);
    }

    private static String cell(Random random, String[] pieces) {
        StringBuilder cell = new StringBuilder();
        boolean isQuoted = random.nextInt(3) == 0;
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            String piece = pieces[random.nextInt(pieces.length)];
            boolean isSafe = isQuoted ? !piece.equals("x\"y") : !piece.matches("(?s).*[,\"\r\n].*");
            cell.append(isSafe ? piece : "z");
        }
        if (!isQuoted && cell.isEmpty()) {
            cell.append('e');
        }
        return isQuoted ? "\"" + cell + "\"" : cell.toString();
    }

    static CsvDialect dialect(Charset charset, char delimiter, boolean hasHeader) {
        TextDecoder decoder = TextDecoder.named(charset.name()).orElseThrow();
        return new CsvDialect(decoder, PrivateUse.SHARED, delimiter, '"', hasHeader, 10);
    }

    private static List<List<String>> rows(String text, List<String> fields) throws IOException {
        return read(text, fields, StandardCharsets.UTF_8).stream()
                .flatMap(rows -> texts(rows).stream())
                .toList();
    }

    private static List<Rows> read(String text, List<String> fields, Charset charset) throws IOException {
        return read(new ByteArrayInputStream(text.getBytes(charset)), fields, charset, ',');
    }

    private static List<Rows> read(InputStream in, List<String> fields, Charset charset, char delimiter)
            throws IOException {
        List<Rows> blocks = new ArrayList<>();
        try (CsvReader reader = new CsvReader(in, "f.csv", fields, dialect(charset, delimiter, true))) {
            reader.forEachRemaining(blocks::add);
        }
        return blocks;
    }

    static List<List<String>> texts(Rows rows) {
        List<List<String>> texts = new ArrayList<>();
        for (int row = 0; row < rows.count(); row++) {
            List<String> cells = new ArrayList<>();
            for (int field = 0; field < rows.fields().size(); field++) {
                cells.add(rows.text(row, field));
            }
            texts.add(cells);
        }
        return texts;
    }

    /** Gives a few bytes at a time. */
    private static final class Dripping extends FilterInputStream {

        private int turn;

        Dripping(byte[] bytes) {
            super(new ByteArrayInputStream(bytes));
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            return super.read(b, off, Math.min(len, 1 + turn++ % 977));
        }
    }
}
