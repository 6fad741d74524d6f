package org.exchangebus.adapters.charset;

/** Strict UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF. */
public final class Utf8Decoder extends TextDecoder {

    static final Utf8Decoder INSTANCE = new Utf8Decoder();

    private Utf8Decoder() {}

    @Override
    public String name() {
        return "UTF-8";
    }

    @Override
    public int decode(byte[] source, int start, int end, byte[] target) {
        int wrong = firstWrong(source, start, end);
        if (wrong >= 0) {
            return -1 - (wrong - start);
        }
        System.arraycopy(source, start, target, 0, end - start);
        return end - start;
    }

    @Override
    public int step(byte[] source, int at) {
        return 1;
    }

    @Override
    public int lengthOf(byte[] source, int start, int count) {
        int at = start;
        for (int i = 0; i < count; i++) {
            at += source[at] >= 0 ? 1 : lengthOf(source[at] & 0xFF);
        }
        return at - start;
    }

    /** Whether the bytes begin with U+FEFF, the byte order mark. */
    public static boolean isMark(byte[] bytes) {
        return bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    /** Index of the first byte that is not UTF-8, or -1. */
    public static int firstWrong(byte[] bytes, int start, int end) {
        int i = start;
        while (i < end) {
            int b = bytes[i];
            if (b >= 0) {
                i++;
                continue;
            }
            int length = lengthOf(b & 0xFF);
            if (length == 0 || i + length > end || !isSound(bytes, i, length)) {
                return i;
            }
            i += length;
        }
        return -1;
    }

    private static int lengthOf(int lead) {
        if (lead < 0xC2) {
            return 0;
        }
        if (lead < 0xE0) {
            return 2;
        }
        if (lead < 0xF0) {
            return 3;
        }
        return lead < 0xF5 ? 4 : 0;
    }

    private static boolean isSound(byte[] bytes, int at, int length) {
        for (int k = 1; k < length; k++) {
            if ((bytes[at + k] & 0xC0) != 0x80) {
                return false;
            }
        }
        int lead = bytes[at] & 0xFF;
        int second = bytes[at + 1] & 0xFF;
        return switch (lead) {
            case 0xE0 -> second >= 0xA0;
            case 0xED -> second < 0xA0;
            case 0xF0 -> second >= 0x90;
            case 0xF4 -> second < 0x90;
            default -> true;
        };
    }
}
