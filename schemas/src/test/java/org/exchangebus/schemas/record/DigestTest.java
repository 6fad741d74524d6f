package org.exchangebus.schemas.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigestTest {

    @Test
    void addsModuloTwoToThe128WithTheCarry() {
        Digest all = new Digest(-1, -1);

        assertThat(new Digest(0, -1).plus(0, 1)).isEqualTo(new Digest(1, 0));
        assertThat(all.plus(new Digest(0, 1))).isEqualTo(Digest.ZERO);
        assertThat(new Digest(0, Long.MIN_VALUE).plus(0, Long.MIN_VALUE)).isEqualTo(new Digest(1, 0));
    }

    @Test
    void isTheSameInWhateverOrderItIsSummed() {
        Digest a = new Digest(0x0123456789ABCDEFL, 0xFEDCBA9876543210L);
        Digest b = new Digest(-7, -9);
        Digest c = new Digest(3, 0x8000000000000001L);

        assertThat(a.plus(b).plus(c)).isEqualTo(c.plus(a).plus(b)).isEqualTo(b.plus(c.plus(a)));
    }

    @Test
    void comesBackFromItsHexadecimalDigits() {
        Digest digest = new Digest(0x00000000000000FFL, 0x8000000000000001L);

        assertThat(digest.hex()).isEqualTo("00000000000000ff8000000000000001");
        assertThat(Digest.parse(digest.hex())).isEqualTo(digest);
    }

    @Test
    void isKeptApartForRecordsThatOnlyLookAlikeWhenJoined() {
        assertThat(of("ab", "c")).isNotEqualTo(of("a", "bc"));
        assertThat(of("", null)).isNotEqualTo(of(null, ""));
    }

    private static Digest of(String first, String second) {
        Cells cells = new Cells(2);
        cells.setText(0, first);
        cells.setText(1, second);
        RecordChunk.Builder builder =
                new RecordChunk.Builder(new ChunkId(1, 0), "f", "r", java.util.List.of("a", "b"), 16);
        builder.add(Operation.UPSERT, 1, cells);
        return builder.build().digest();
    }
}
