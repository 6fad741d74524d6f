package org.exchangebus.adapters.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.exchangebus.adapters.BlockReader;
import org.exchangebus.adapters.charset.CellDecoder;
import org.exchangebus.adapters.charset.PrivateUse;
import org.exchangebus.adapters.charset.TextDecoder;
import org.exchangebus.schemas.record.Cells;
import org.exchangebus.schemas.record.Rows;
import org.junit.jupiter.api.Test;

class RowsFormatTest {

    @Test
    void readsWhatItWrote() throws IOException {
        List<List<String>> rows =
                List.of(Arrays.asList("1", null), List.of("", "𠮷田 "), List.of("x".repeat(100_000), "a\nb\0c"));
        assertThat(read(written(rows))).isEqualTo(rows);
        assertThat(read(written(List.of()))).isEmpty();
    }

    @Test
    void believesNoBytesThatEndEarly() throws IOException {
        byte[] whole = written(List.of(List.of("1", "a"), List.of("2", "b")));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void saysThatAValueEndsEarlyAndMakesNoRoomForWhatIsOnlyClaimed() {
        byte[] claimed = {'X', 'R', 'O', 'W', '1', 2, 1, (byte) 0x80, (byte) 0x80, (byte) 0x80, 0x20, 'a'};
        assertThatThrownBy(() -> read(claimed)).hasMessage("The rows end behind row 1 without their trailer");
    }

    @Test
    void believesNoBytesThatGoOnOrSayNonsense() throws IOException {
        byte[] whole = written(List.of(List.of("1", "a")));
        assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length + 1))).isInstanceOf(IOException.class);
        byte[] wrongCount = whole.clone();
        wrongCount[whole.length - 1]++;
        assertThatThrownBy(() -> read(wrongCount)).hasMessageContaining("damaged");
        byte[] huge = whole.clone();
        Arrays.fill(huge, 7, huge.length, (byte) 0xff);
        assertThatThrownBy(() -> read(huge)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new RowsFormat.Reader(new ByteArrayInputStream(whole), 3))
                .hasMessageContaining("another number of columns");
    }

    @Test
    void cutsEqualRowsIntoEqualBlocks() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        int count = BlockReader.ROWS * 2;
        for (int i = 0; i < count; i++) {
            rows.add(List.of(Integer.toString(i), i % 10 == 0 ? "x".repeat(BlockReader.BYTES / 64) : "y"));
        }
        List<Integer> first = counts(written(rows));
        assertThat(first).isEqualTo(counts(written(rows))).hasSizeGreaterThan(2);
        assertThat(first.stream().mapToInt(Integer::intValue).sum()).isEqualTo(count);
        assertThat(first).allMatch(rowsOfBlock -> rowsOfBlock < BlockReader.ROWS);
    }

    @Test
    void refusesARowOfAnotherWidth() throws IOException {
        RowsFormat.Writer writer = new RowsFormat.Writer(new ByteArrayOutputStream(), 2);
        writer.cell(new byte[] {'x'});
        assertThatThrownBy(writer::endRow).hasMessageContaining("1 cells among 2 columns");
    }

    private static List<Integer> counts(byte[] landed) throws IOException {
        List<Integer> counts = new ArrayList<>();
        try (RowsReader reader =
                new RowsReader(new ByteArrayInputStream(landed), utf8(), List.of("a", "b"), List.of("a"), "t", 1)) {
            while (reader.hasNext()) {
                Rows rows = reader.next();
                counts.add(rows.count());
            }
        }
        return counts;
    }

    private static CellDecoder utf8() {
        return new CellDecoder(TextDecoder.named("UTF-8").orElseThrow(), PrivateUse.SHARED);
    }

    private static byte[] written(List<List<String>> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RowsFormat.Writer writer = new RowsFormat.Writer(bytes, 2);
        for (List<String> row : rows) {
            for (String cell : row) {
                writer.cell(cell == null ? null : cell.getBytes(StandardCharsets.UTF_8));
            }
            writer.endRow();
        }
        writer.finish();
        return bytes.toByteArray();
    }

    private static List<List<String>> read(byte[] landed) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (RowsFormat.Reader reader = new RowsFormat.Reader(new ByteArrayInputStream(landed), 2)) {
            Cells cells = new Cells(2);
            while (reader.next(cells)) {
                rows.add(Arrays.asList(cells.text(0), cells.text(1)));
            }
        }
        return rows;
    }
}
