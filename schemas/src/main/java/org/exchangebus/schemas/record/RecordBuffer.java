package org.exchangebus.schemas.record;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Records as they stand in a chunk, one behind the other, with their digests and the sum of these. Not thread-safe. */
final class RecordBuffer {

    private static final byte[] NONE = {};
    private static final int FIXED = 8 + 16;
    private static final int LONGEST_SPARE = 4 << 20;

    /** The room of this thread's last chunk, for its next. */
    private static final ThreadLocal<byte[]> SPARE = new ThreadLocal<>();

    private final RecordDigest hash = new RecordDigest();
    private byte[] bytes = NONE;
    private int length;
    private int count;
    private Digest digest = Digest.ZERO;

    /** An empty one with room for so many bytes. */
    static RecordBuffer ofAtLeast(int expectedBytes) {
        RecordBuffer buffer = new RecordBuffer();
        byte[] spare = SPARE.get();
        SPARE.remove();
        buffer.bytes = spare != null && spare.length >= expectedBytes ? spare : new byte[Math.max(256, expectedBytes)];
        return buffer;
    }

    void add(byte operation, long version, Cells cells, int width) {
        int start = length;
        requireRoom(FIXED + 1);
        ByteBuffer.wrap(bytes, length, 8).putLong(version);
        length += FIXED;
        int body = length;
        bytes[length++] = operation;
        for (int i = 0; i < width; i++) {
            if (cells.isNull(i)) {
                requireRoom(1);
                bytes[length++] = 0;
            } else {
                int size = cells.end(i) - cells.start(i);
                requireRoom(5 + size);
                writeLength(size + 1);
                System.arraycopy(cells.array(i), cells.start(i), bytes, length, size);
                length += size;
            }
        }
        hash.of(bytes, body, length - body);
        ByteBuffer.wrap(bytes, start + 8, 16).putLong(hash.high()).putLong(hash.low());
        digest = digest.plus(hash.high(), hash.low());
        count++;
    }

    int count() {
        return count;
    }

    int length() {
        return length;
    }

    Digest digest() {
        return digest;
    }

    /** Puts the records where they belong; this is used no more. */
    void moveTo(byte[] target, int at) {
        System.arraycopy(bytes, 0, target, at, length);
        if (bytes.length > 0 && bytes.length <= LONGEST_SPARE) {
            SPARE.set(bytes);
        }
        bytes = NONE;
    }

    private void writeLength(int value) {
        int rest = value;
        while (rest > 0x7F) {
            bytes[length++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    private void requireRoom(int size) {
        if (length + size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + size));
        }
    }
}
