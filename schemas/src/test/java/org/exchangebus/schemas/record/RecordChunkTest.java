package org.exchangebus.schemas.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordChunkTest {

    private static RecordChunk chunk(String... names) {
        RecordChunk.Builder builder = new RecordChunk.Builder(
                new ChunkId(7, 3), "register-person", "person", List.of("id-number", "name", "remark"), 16);
        Cells cells = new Cells(3);
        for (int i = 0; i < names.length; i++) {
            cells.setText(0, "id" + i);
            cells.setText(1, names[i]);
            cells.setNull(2);
            builder.add(Operation.UPSERT, 100 + i, cells);
        }
        return builder.build();
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
