package org.exchangebus.transformers.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An immutable map from texts to texts that is asked with slices of bytes; asking makes no object. */
public final class Slices {

    private final byte[] @Nullable [] keys;
    private final byte[] @Nullable [] values;
    private final int mask;

    public Slices(Map<String, String> entries) {
        int size = Integer.highestOneBit(Math.max(4, entries.size() * 2)) * 2;
        keys = new byte[size][];
        values = new byte[size][];
        mask = size - 1;
        entries.forEach(
                (key, value) -> put(key.getBytes(StandardCharsets.UTF_8), value.getBytes(StandardCharsets.UTF_8)));
    }

    private void put(byte[] key, byte[] value) {
        int at = hash(key, 0, key.length) & mask;
        while (keys[at] != null) {
            at = at + 1 & mask;
        }
        keys[at] = key;
        values[at] = value;
    }

    /** The value of the text that the bytes are; null where there is none. Nobody writes to it. */
    public byte @Nullable [] get(byte[] bytes, int start, int end) {
        int at = hash(bytes, start, end) & mask;
        for (byte[] key = keys[at]; key != null; key = keys[at]) {
            if (Arrays.equals(key, 0, key.length, bytes, start, end)) {
                return values[at];
            }
            at = at + 1 & mask;
        }
        return null;
    }

    private static int hash(byte[] bytes, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash ^ hash >>> 15;
    }
}
