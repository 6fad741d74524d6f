package org.exchangebus.schemas.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordChunkTest {

    static RecordChunk chunk(String... names) {
        return builder(names).build();
    }

    static RecordChunk chunkThatKeeps(String key) {
        RecordChunk.Builder builder = builder("张伟");
        Cells cells = new Cells(3);
        cells.setText(0, key);
        builder.keep(cells);
        return builder.build();
    }

    private static RecordChunk.Builder builder(String... names) {
        RecordChunk.Builder builder = new RecordChunk.Builder(
                new ChunkId(7, 3), "register-person", "person", List.of("id-number", "name", "remark"), 16);
        Cells cells = new Cells(3);
        for (int i = 0; i < names.length; i++) {
            cells.setText(0, "id" + i);
            cells.setText(1, names[i]);
            cells.setNull(2);
            builder.add(Operation.UPSERT, 100 + i, cells);
        }
        return builder;
    }

    @Test
    void comesBackAsItWasEncoded() {
        RecordChunk decoded = RecordChunk.decode(chunk("𠮷野", "").encoded());

        assertThat(decoded.id()).isEqualTo(new ChunkId(7, 3));
        assertThat(decoded.flow()).isEqualTo("register-person");
        assertThat(decoded.resource()).isEqualTo("person");
        RecordChunk.Reader reader = decoded.read();
        Cells cells = new Cells(3);
        assertThat(reader.next()).isTrue();
        reader.show(cells);
        assertThat(cells.text(0)).isEqualTo("id0");
        assertThat(cells.text(1)).isEqualTo("𠮷野");
        assertThat(cells.isNull(2)).isTrue();
        assertThat(reader.version()).isEqualTo(100);
        assertThat(reader.next()).isTrue();
        reader.show(cells);
        assertThat(cells.text(1)).isEmpty();
        assertThat(reader.next()).isFalse();
    }

    @Test
    void tellsApartWhatIsDeliveredAndWhatIsKept() {
        RecordChunk decoded =
                RecordChunk.decode(chunkThatKeeps("id7").asPartOfFullSet().encoded());

        assertThat(decoded.isPartOfFullSet()).isTrue();
        assertThat(decoded.count()).isEqualTo(1);
        assertThat(decoded.keptCount()).isEqualTo(1);
        assertThat(decoded.digest()).isEqualTo(chunk("张伟").digest());
        RecordChunk.Reader kept = decoded.readKept();
        Cells cells = new Cells(3);
        assertThat(kept.next()).isTrue();
        kept.show(cells);
        assertThat(cells.text(0)).isEqualTo("id7");
        assertThat(cells.isNull(1)).isTrue();
        assertThat(kept.next()).isFalse();
        assertThat(chunk("张伟").isPartOfFullSet()).isFalse();
    }

    @Test
    void saysWhatEndsAFullSet() {
        FullSetEnd end = new FullSetEnd(95, 7_000_000_095L, 10, 20, true);

        RecordChunk decoded =
                RecordChunk.decode(RecordChunk.endOfFullSet(new ChunkId(7, 4), "register-person", "person", end)
                        .encoded());

        assertThat(decoded.end()).isEqualTo(end);
        assertThat(decoded.id()).isEqualTo(new ChunkId(7, 4));
        assertThat(decoded.resource()).isEqualTo("person");
        assertThat(decoded.count()).isZero();
        assertThat(chunk("张伟").end()).isNull();
    }

    @Test
    void readsChunksOfBeforeThereWereFullSets() {
        RecordChunk chunk = chunk("张伟", "王芳");
        ByteBuffer now = ByteBuffer.wrap(chunk.encoded());
        int names = 2 + "register-person".length() + 2 + "person".length() + 2 + 2 + 9 + 2 + 4 + 2 + 6;
        ByteBuffer before = ByteBuffer.allocate(chunk.encoded().length - 5);
        before.putInt(0x58424331).put(now.slice(4, 12)).put(now.slice(17, names + 4));
        before.put(now.slice(17 + names + 8, chunk.encoded().length - 17 - names - 8));

        RecordChunk decoded = RecordChunk.decode(before.array());

        assertThat(decoded.items()).isEqualTo(chunk.items());
        assertThat(decoded.digest()).isEqualTo(chunk.digest());
        assertThat(decoded.keptCount()).isZero();
        assertThat(decoded.isPartOfFullSet()).isFalse();
    }

    @Test
    void hasTheSameDigestInWhateverOrderTheRecordsStand() {
        Cells cells = new Cells(1);
        RecordChunk.Builder forth = new RecordChunk.Builder(new ChunkId(1, 0), "f", "r", List.of("a"), 16);
        RecordChunk.Builder back = new RecordChunk.Builder(new ChunkId(1, 0), "f", "r", List.of("a"), 16);
        for (int i = 0; i < 100; i++) {
            cells.setText(0, "value" + i);
            forth.add(Operation.UPSERT, i, cells);
            cells.setText(0, "value" + (99 - i));
            back.add(Operation.UPSERT, i, cells);
        }

        assertThat(forth.build().digest()).isEqualTo(back.build().digest()).isNotEqualTo(Digest.ZERO);
    }

    @Test
    void refusesAnyBytesThatAreNotTheChunkThatWasSent() {
        byte[] encoded = chunk("张伟", "王芳").encoded();

        for (int length = 0; length < encoded.length; length++) {
            byte[] cut = Arrays.copyOf(encoded, length);
            assertThatIllegalArgumentException().isThrownBy(() -> RecordChunk.decode(cut));
        }
        byte[] longer = Arrays.copyOf(encoded, encoded.length + 1);
        assertThatIllegalArgumentException().isThrownBy(() -> RecordChunk.decode(longer));
        byte[] flipped = encoded.clone();
        flipped[flipped.length - 2] ^= 1;
        assertThatIllegalArgumentException().isThrownBy(() -> RecordChunk.decode(flipped));
    }
}
