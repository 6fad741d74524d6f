package org.exchangebus.transformers.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlicesTest {

    @Test
    void findsEveryKeyInsideALargerArrayAndNothingElse() {
        Map<String, String> entries = new HashMap<>();
        for (int i = 0; i < 500; i++) {
            entries.put("键" + i, "值" + i);
        }
        Slices slices = new Slices(entries);

        for (int i = -500; i < 1000; i++) {
            byte[] bytes = ("<键" + i + ">").getBytes(StandardCharsets.UTF_8);
            byte[] found = slices.get(bytes, 1, bytes.length - 1);
            String expected = entries.get("键" + i);
            assertThat(found == null ? null : new String(found, StandardCharsets.UTF_8))
                    .isEqualTo(expected);
        }
        assertThat(slices.get(new byte[0], 0, 0)).isNull();
        assertThat(new Slices(Map.of()).get(new byte[] {'a'}, 0, 1)).isNull();
    }
}
