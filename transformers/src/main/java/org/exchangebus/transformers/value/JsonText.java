package org.exchangebus.transformers.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JSON while it is being written, in one way only: no blanks, only the escapes that are needed. Not thread-safe. */
public final class JsonText {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final String SHORT = "\b\t\n\f\r";
    private static final String LETTERS = "btnfr";

    private byte[] bytes;
    private int length;

    public JsonText(int expected) {
        bytes = new byte[expected];
    }

    public int length() {
        return length;
    }

    /** The array that the text is in; changes when it grows. */
    public byte[] array() {
        return bytes;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Forgets what was written from a place on. */
    public void cut(int to) {
        length = to;
    }

    /** Writes one sign. */
    public void sign(char sign) {
        require(1);
        bytes[length++] = (byte) sign;
    }

    /** Writes what is JSON already. */
    public void raw(byte[] json, int start, int end) {
        require(end - start);
        System.arraycopy(json, start, bytes, length, end - start);
        length += end - start;
    }

    /** Writes a text in quotes. */
    public void text(byte[] utf8, int start, int end) {
        require((end - start) * 6 + 2);
        bytes[length++] = '"';
        for (int i = start; i < end; i++) {
            byte b = utf8[i];
            if (b == '"' || b == '\\') {
                bytes[length++] = '\\';
                bytes[length++] = b;
            } else if (b < 0 || b >= 0x20) {
                bytes[length++] = b;
            } else {
                control(b);
            }
        }
        bytes[length++] = '"';
    }

    private void control(byte b) {
        bytes[length++] = '\\';
        int place = SHORT.indexOf(b);
        if (place >= 0) {
            bytes[length++] = (byte) LETTERS.charAt(place);
        } else {
            bytes[length++] = 'u';
            bytes[length++] = '0';
            bytes[length++] = '0';
            bytes[length++] = HEX[b >> 4];
            bytes[length++] = HEX[b & 0x0F];
        }
    }

    private void require(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
