package org.exchangebus.schemas.codetable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts looked up by a slice of UTF-8 bytes, without making an object: open addressing, at most half full. */
final class ByteIndex {

    private final byte[] @Nullable [] keys;
    private final byte[] @Nullable [] values;
    private final int mask;
    private final int longest;

    ByteIndex(Map<String, String> entries) {
        int size = Integer.highestOneBit(Math.max(4, entries.size() * 2)) << 1;
        keys = new byte[size][];
        values = new byte[size][];
        mask = size - 1;
        int greatest = 0;
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            byte[] key = entry.getKey().getBytes(StandardCharsets.UTF_8);
            int slot = hash(key, 0, key.length) & mask;
            while (keys[slot] != null) {
                slot = slot + 1 & mask;
            }
            keys[slot] = key;
            values[slot] = entry.getValue().getBytes(StandardCharsets.UTF_8);
            greatest = Math.max(greatest, key.length);
        }
        longest = greatest;
    }

    byte @Nullable [] get(byte[] text, int start, int end) {
        if (end - start > longest) {
            return null;
        }
        int slot = hash(text, start, end) & mask;
        for (byte[] key = keys[slot]; key != null; key = keys[slot]) {
            if (Arrays.equals(key, 0, key.length, text, start, end)) {
                return values[slot];
            }
            slot = slot + 1 & mask;
        }
        return null;
    }

    private static int hash(byte[] text, int start, int end) {
        int hash = 0x811C9DC5;
        for (int i = start; i < end; i++) {
            hash = (hash ^ text[i]) * 0x01000193;
        }
        return hash ^ hash >>> 15;
    }
}
