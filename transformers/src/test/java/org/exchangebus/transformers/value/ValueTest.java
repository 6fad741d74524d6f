package org.exchangebus.transformers.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ValueTest {

    private static void write(Value value, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(utf8, 0, value.room(utf8.length), value.roomAt(), utf8.length);
        value.keep(utf8.length);
    }

    @Test
    void whatWasKeptStaysValidWhenTheScratchGrows() {
        Value value = new Value();
        write(value, "first");
        byte[] array = value.array();
        int start = value.start();
        int end = value.end();

        for (int i = 0; i < 10; i++) {
            write(value, "x".repeat(5_000));
        }

        assertThat(new String(Arrays.copyOfRange(array, start, end), StandardCharsets.UTF_8))
                .isEqualTo("first");
        assertThat(value.text()).hasSize(5_000);
    }

    @Test
    void aTextLargerThanTheScratchFindsRoom() {
        Value value = new Value();

        write(value, "甲".repeat(100_000));

        assertThat(value.text()).isEqualTo("甲".repeat(100_000));
    }

    @Test
    void emptyTextIsNoValue() {
        Value value = new Value();
        write(value, "x");

        value.set(new byte[3], 2, 2);

        assertThat(value.isNothing()).isTrue();
        assertThat(value.text()).isNull();
        assertThat(value.is(new byte[0])).isFalse();
    }
}
