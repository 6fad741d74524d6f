package org.exchangebus.transformers.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.exchangebus.schemas.record.Cells;
import org.exchangebus.schemas.record.ChunkId;
import org.exchangebus.schemas.record.MappedChunk;
import org.exchangebus.schemas.record.RecordChunk;
import org.exchangebus.schemas.record.Rows;
import org.exchangebus.schemas.record.SourceChunk;
import org.junit.jupiter.api.Test;

/** What a reader decoded, the mapping hands on: every character of Unicode is in the record as it was in the row. */
class EveryCharacterTest {

    private static final int AT_ONCE = 4_096;
    private static final List<String> FIELDS = List.of("ID", "NAME", "MORE");
    private static final Mapping MAPPING =
            Things.mapping(Things.GOOD.replace("ID | trim", "ID").replace("NAME | trim", "NAME"), FIELDS);

    @Test
    void everyCharacterIsInTheRecordAsItWasInTheRowOrRejected() {
        int kept = 0;
        List<Integer> rejected = new ArrayList<>();
        for (int first = 0; first <= Character.MAX_CODE_POINT; first += AT_ONCE) {
            Rows.Builder rows = new Rows.Builder(FIELDS, "all", AT_ONCE);
            for (int c = first; c < first + AT_ONCE; c++) {
                if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                    rows.cell(Integer.toString(c));
                    rows.cell(text(c));
                    rows.nullCell();
                    rows.endRow(c + 1L);
                }
            }
            MappedChunk mapped = MAPPING.apply(new SourceChunk(new ChunkId(7, 3), "s-t", 7_000_000_000L, rows.build()));
            mapped.rejections().forEach(rejection -> rejected.add((int) rejection.position() - 1));
            kept += sameAsRead(mapped);
        }
        assertThat(rejected).containsExactly(0);
        assertThat(kept).isEqualTo(0x110000 - 0x800 - 1);
    }

    private static int sameAsRead(MappedChunk mapped) {
        RecordChunk.Reader records = mapped.records().read();
        Cells cells = new Cells(mapped.records().items().size());
        int same = 0;
        while (records.next()) {
            records.show(cells);
            int c = Integer.parseInt(String.valueOf(cells.text(0)));
            byte[] read = text(c).getBytes(StandardCharsets.UTF_8);
            if (!Arrays.equals(cells.array(1), cells.start(1), cells.end(1), read, 0, read.length)) {
                assertThat(cells.text(1)).as("U+%04X", c).isEqualTo(text(c));
            }
            same++;
        }
        return same;
    }

    private static String text(int c) {
        return "王" + Character.toString(c);
    }
}
