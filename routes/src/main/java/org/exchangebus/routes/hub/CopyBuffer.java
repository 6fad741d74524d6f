package org.exchangebus.routes.hub;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes in PostgreSQL's binary COPY format, growing as needed; reused from chunk to chunk. Not thread-safe. */
final class CopyBuffer {

    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);

    private byte[] bytes = new byte[1 << 18];
    private int length;

    void begin() {
        length = 0;
        putBytes(SIGNATURE, 0, SIGNATURE.length);
        putInt(0);
        putInt(0);
    }

    void row(int columns) {
        putShort(columns);
    }

    void end() {
        putShort(-1);
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void putNull() {
        putInt(-1);
    }

    /** A value that is its bytes. */
    void putText(byte[] source, int start, int end) {
        putInt(end - start);
        putBytes(source, start, end);
    }

    void putBoolean(boolean value) {
        putInt(1);
        requireRoom(1);
        bytes[length++] = (byte) (value ? 1 : 0);
    }

    void putInt4(int value) {
        putInt(4);
        putInt(value);
    }

    void putInt8(long value) {
        putInt(8);
        putLong(value);
    }

    void putUuid(long high, long low) {
        putInt(16);
        putLong(high);
        putLong(low);
    }

    /** A numeric of base-10000 digits, most significant first; only the first {@code count} are looked at. */
    void putNumeric(short[] digits, int count, int weight, boolean negative, int scale) {
        putInt(8 + 2 * count);
        putShort(count);
        putShort(weight);
        putShort(negative ? 0x4000 : 0);
        putShort(scale);
        for (int i = 0; i < count; i++) {
            putShort(digits[i]);
        }
    }

    private void putBytes(byte[] source, int start, int end) {
        requireRoom(end - start);
        System.arraycopy(source, start, bytes, length, end - start);
        length += end - start;
    }

    private void putShort(int value) {
        requireRoom(2);
        bytes[length++] = (byte) (value >>> 8);
        bytes[length++] = (byte) value;
    }

    private void putInt(int value) {
        requireRoom(4);
        bytes[length++] = (byte) (value >>> 24);
        bytes[length++] = (byte) (value >>> 16);
        bytes[length++] = (byte) (value >>> 8);
        bytes[length++] = (byte) value;
    }

    private void putLong(long value) {
        requireRoom(8);
        ByteBuffer.wrap(bytes, length, 8).putLong(value);
        length += 8;
    }

    private void requireRoom(int size) {
        if (length + size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + size));
        }
    }
}
