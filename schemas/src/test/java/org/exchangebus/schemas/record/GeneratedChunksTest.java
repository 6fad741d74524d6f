package org.exchangebus.schemas.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.exchangebus.schemas.generated.GeneratedInputs;
import org.exchangebus.schemas.generated.Mutation;
import org.junit.jupiter.api.Test;

class GeneratedChunksTest {

    @Test
    void anyBytesAreAChunkThatCanBeReadOrAreRefused() throws Exception {
        List<byte[]> chunks = List.of(
                RecordChunkTest.chunk("张伟", "").encoded(),
                RecordChunkTest.chunkThatKeeps("id7").asPartOfFullSet().encoded(),
                RecordChunk.endOfFullSet(
                                new ChunkId(7, 4),
                                "register-person",
                                "person",
                                new FullSetEnd(95, 7_000_000_095L, 10, 20, false))
                        .encoded());
        List<byte[]> pieces = List.of(
                "XBC1".getBytes(StandardCharsets.US_ASCII),
                "XBC2".getBytes(StandardCharsets.US_ASCII),
                new byte[] {0, 0, 0, 1},
                new byte[] {0x7F, -1, -1, -1},
                new byte[] {-1, -1, -1, -1},
                new byte[] {-1, -1, -1, -1, 0x0F});

        GeneratedInputs.of(Mutation.of(chunks, pieces)).each(input -> {
            RecordChunk chunk;
            try {
                chunk = RecordChunk.decode(input);
            } catch (IllegalArgumentException e) {
                return;
            }
            Cells cells = new Cells(chunk.items().size());
            assertThat(read(chunk.read(), cells)).isEqualTo(chunk.count());
            assertThat(read(chunk.readKept(), cells)).isEqualTo(chunk.keptCount());
        });
    }

    private static int read(RecordChunk.Reader reader, Cells cells) {
        int count = 0;
        while (reader.next()) {
            reader.show(cells);
            count++;
        }
        return count;
    }
}
