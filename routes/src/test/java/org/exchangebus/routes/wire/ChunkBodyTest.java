package org.exchangebus.routes.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.exchangebus.schemas.record.Cells;
import org.exchangebus.schemas.record.ChunkId;
import org.exchangebus.schemas.record.Operation;
import org.exchangebus.schemas.record.RecordChunk;
import org.junit.jupiter.api.Test;

class ChunkBodyTest {

    private static RecordChunk chunk(int records) {
        RecordChunk.Builder builder =
                new RecordChunk.Builder(new ChunkId(7, 3), "river-gauge", "gauge", List.of("gauge-code"), 256);
        Cells cells = new Cells(1);
        for (int i = 0; i < records; i++) {
            cells.setText(0, "水位站 " + i);
            builder.add(Operation.UPSERT, 7_000_000_000L + i, cells);
        }
        return builder.build();
    }

    @Test
    void bringsEveryByteBack() {
        for (int records : new int[] {0, 1, 1_000}) {
            RecordChunk chunk = chunk(records);
            assertThat(ChunkBody.read(ChunkBody.write(chunk)).encoded()).isEqualTo(chunk.encoded());
        }
    }

    @Test
    void refusesWhatWasCutOrAltered() {
        byte[] body = ChunkBody.write(chunk(100));
        for (int length = 0; length < body.length; length++) {
            byte[] cut = Arrays.copyOf(body, length);
            assertThatIllegalArgumentException().isThrownBy(() -> ChunkBody.read(cut));
        }
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            byte[] altered = body.clone();
            altered[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                // A bit of the frame that says nothing about the content may differ; the chunk never does.
                assertThat(ChunkBody.read(altered).encoded())
                        .isEqualTo(chunk(100).encoded());
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage()).doesNotContain("水位站");
            }
        }
    }

    @Test
    void neverInflatesMoreThanAChunkMayBe() throws IOException {
        byte[] saysSo = Zstd.compress(new byte[ChunkBody.LARGEST + 1]);
        ByteArrayOutputStream saysNothing = new ByteArrayOutputStream();
        try (ZstdOutputStream out = new ZstdOutputStream(saysNothing)) {
            out.write(new byte[ChunkBody.LARGEST + 1]);
        }

        assertThatIllegalArgumentException().isThrownBy(() -> ChunkBody.read(saysSo));
        assertThatIllegalArgumentException().isThrownBy(() -> ChunkBody.read(saysNothing.toByteArray()));
        assertThatIllegalArgumentException().isThrownBy(() -> ChunkBody.read("not a frame".getBytes()));
    }
}
