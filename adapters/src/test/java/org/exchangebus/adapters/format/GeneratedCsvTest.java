package org.exchangebus.adapters.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.exchangebus.adapters.charset.PrivateUse;
import org.exchangebus.adapters.charset.TextDecoder;
import org.exchangebus.adapters.charset.Utf8Decoder;
import org.exchangebus.schemas.generated.GeneratedInputs;
import org.exchangebus.schemas.generated.Mutation;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.record.Cells;
import org.exchangebus.schemas.record.Rows;
import org.junit.jupiter.api.Test;

class GeneratedCsvTest {

    private static final List<String> FIELDS = List.of("A", "B");
    private static final List<String> SAMPLES = List.of(
            "A,B\n王伟,\"杭州市, 西湖区\"\n\"a\"\"b\",\n", "B,A\r\n1,2\r\n\"x\r\ny\",倈\r\n", "A|B\n|倈||倈|,1\n", "A,B\r1,2\r");
    private static final String[] PIECES = {
        "A",
        "B",
        ",",
        "\"",
        "|",
        "\n",
        "\r\n",
        "\r",
        "王",
        "倈",
        "𠮷",
        "\uE5E5",
        "\uFFFD",
        "\u0000",
        "\uFEFF",
        "x",
        "\"\"",
        "<?xml",
        "A,B\n",
        "PK\u0003\u0004"
    };

    private static final List<CsvFormat> FORMATS = List.of(
            format("GBK", '"', true),
            format("GB18030", '|', true),
            format("UTF-8", '"', true),
            format("GB2312", '"', false),
            format("GB18030", '"', false));

    @Test
    void anyBytesAreRowsOrToldAndTheCheckCountsWhatTheReaderMeets() throws InterruptedException {
        Charset gb18030 = Charset.forName("GB18030");
        List<byte[]> samples = new ArrayList<>(Mutation.bytes(SAMPLES, gb18030));
        samples.addAll(Mutation.bytes(SAMPLES, StandardCharsets.UTF_8));
        List<byte[]> pieces = new ArrayList<>(Mutation.bytes(List.of(PIECES), gb18030));
        pieces.addAll(Mutation.bytes(List.of("王", "é"), StandardCharsets.UTF_8));
        pieces.add(new byte[] {(byte) 0x81, 0x30, (byte) 0x81});
        GeneratedInputs.of(Mutation.of(samples, pieces)).each(input -> {
            CsvFormat format = FORMATS.get(Math.floorMod(Arrays.hashCode(input), FORMATS.size()));
            FileCheck check = format.check(new ByteArrayInputStream(input), "f.csv");
            Met met = read(format, input);
            if (check.problem() == null) {
                assertThat(met).isEqualTo(new Met(check.rows(), check.badRows()));
            }
        });
    }

    private static CsvFormat format(String charset, char quote, boolean hasHeader) {
        TextDecoder decoder = TextDecoder.named(charset).orElseThrow();
        return new CsvFormat(FIELDS, new CsvDialect(decoder, PrivateUse.SHARED, ',', quote, hasHeader, 100));
    }

    private record Met(long rows, long bad) {}

    private static Met read(CsvFormat format, byte[] input) throws IOException {
        long rows = 0;
        long bad = 0;
        try (var reader = format.open(new ByteArrayInputStream(input), "f.csv")) {
            while (reader.hasNext()) {
                Rows block = reader.next();
                rows += block.count() + block.badRows().size();
                bad += block.badRows().size();
                requireCharacters(block);
            }
        } catch (ProblemException e) {
            return new Met(-1, -1);
        }
        return new Met(rows, bad);
    }

    /** Every cell is sound UTF-8 without a mark of something lost. */
    static void requireCharacters(Rows block) {
        Cells cells = new Cells(block.fields().size());
        for (int row = 0; row < block.count(); row++) {
            block.show(row, cells);
            for (int i = 0; i < cells.size(); i++) {
                byte[] array = cells.array(i);
                if (array != null) {
                    assertThat(Utf8Decoder.firstWrong(array, cells.start(i), cells.end(i)))
                            .isNegative();
                    assertThat(PrivateUse.SHARED.isPlain(array, cells.start(i), cells.end(i)))
                            .isTrue();
                }
            }
        }
    }
}
