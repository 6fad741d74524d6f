package org.exchangebus.schemas.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChunkIdTest {

    @Test
    void comesBackFromItsText() {
        ChunkId id = new ChunkId(Long.MAX_VALUE, Integer.MAX_VALUE);

        assertThat(ChunkId.parse(id.text())).isEqualTo(id);
        assertThat(new ChunkId(12, 3).text()).isEqualTo("12-3");
    }
}
