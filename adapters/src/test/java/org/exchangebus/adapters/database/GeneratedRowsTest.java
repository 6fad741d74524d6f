package org.exchangebus.adapters.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.exchangebus.adapters.charset.CellDecoder;
import org.exchangebus.adapters.charset.PrivateUse;
import org.exchangebus.adapters.charset.TextDecoder;
import org.exchangebus.schemas.generated.GeneratedInputs;
import org.exchangebus.schemas.generated.Mutation;
import org.exchangebus.schemas.record.Rows;
import org.junit.jupiter.api.Test;

class GeneratedRowsTest {

    private static final List<String> FIELDS = List.of("ID", "XM");

    @Test
    void anyBytesAreRowsOrNotBelieved() throws IOException, InterruptedException {
        Charset gbk = Charset.forName("GBK");
        Charset utf8 = StandardCharsets.UTF_8;
        List<byte[]> pieces = new ArrayList<>(Mutation.bytes(List.of("XROW1", "王", "\u0001", "\u0002"), gbk));
        pieces.add(new byte[] {0, 0});
        pieces.add(new byte[] {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0x1F});
        pieces.add(new byte[] {(byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x20});
        List<byte[]> samples = List.of(
                written(gbk, "1", "王伟", "2", null), written(utf8), written(utf8, null, "x", "3", "𠮷".repeat(30)));
        GeneratedInputs.of(Mutation.of(samples, pieces)).each(input -> {
            String charset = input.length % 2 == 0 ? "GBK" : "UTF-8";
            CellDecoder cells = new CellDecoder(TextDecoder.named(charset).orElseThrow(), PrivateUse.SHARED);
            long position = 0;
            try (RowsReader reader =
                    new RowsReader(new ByteArrayInputStream(input), cells, FIELDS, List.of("ID"), "t", 1)) {
                while (reader.hasNext()) {
                    Rows block = reader.next();
                    position += block.count() + block.badRows().size();
                    for (int row = 0; row < block.count(); row++) {
                        assertThat(block.text(row, 0)).isNotNull().doesNotContain("\uFFFD");
                        assertThat(String.valueOf(block.text(row, 1))).doesNotContain("\uFFFD");
                    }
                }
                assertThat(position).isLessThanOrEqualTo(input.length);
            } catch (IOException | UncheckedIOException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        });
    }

    private static byte[] written(Charset charset, String... cells) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RowsFormat.Writer writer = new RowsFormat.Writer(bytes, FIELDS.size());
        for (int i = 0; i < cells.length; i += FIELDS.size()) {
            for (int field = 0; field < FIELDS.size(); field++) {
                String cell = cells[i + field];
                writer.cell(cell == null ? null : cell.getBytes(charset));
            }
            writer.endRow();
        }
        writer.finish();
        return bytes.toByteArray();
    }
}
