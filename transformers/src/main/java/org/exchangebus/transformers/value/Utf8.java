package org.exchangebus.transformers.value;

import java.util.Arrays;

/** Characters in UTF-8 bytes. */
public final class Utf8 {

    private Utf8() {}

    /** Bytes of the character that begins with {@code lead}. */
    public static int width(byte lead) {
        if (lead >= 0) {
            return 1;
        }
        int b = lead & 0xFF;
        return b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
    }

    /** The character that begins at {@code at}. */
    public static int character(byte[] bytes, int at) {
        int lead = bytes[at];
        return switch (width(bytes[at])) {
            case 1 -> lead;
            case 2 -> (lead & 0x1F) << 6 | bytes[at + 1] & 0x3F;
            case 3 -> (lead & 0x0F) << 12 | (bytes[at + 1] & 0x3F) << 6 | bytes[at + 2] & 0x3F;
            default ->
                (lead & 0x07) << 18 | (bytes[at + 1] & 0x3F) << 12 | (bytes[at + 2] & 0x3F) << 6 | bytes[at + 3] & 0x3F;
        };
    }

    /** Writes a character of U+0800 or above, three or four bytes; gives where the next one goes. */
    public static int write(int character, byte[] to, int at) {
        int next = at;
        if (character < 0x10000) {
            to[next++] = (byte) (0xE0 | character >> 12);
        } else {
            to[next++] = (byte) (0xF0 | character >> 18);
            to[next++] = (byte) (0x80 | character >> 12 & 0x3F);
        }
        to[next++] = (byte) (0x80 | character >> 6 & 0x3F);
        to[next++] = (byte) (0x80 | character & 0x3F);
        return next;
    }

    /** Where a text first stands in the bytes; -1 where it does not. */
    public static int find(byte[] bytes, int start, int end, byte[] text) {
        for (int i = start; i <= end - text.length; i++) {
            if (bytes[i] == text[0] && Arrays.equals(bytes, i, i + text.length, text, 0, text.length)) {
                return i;
            }
        }
        return -1;
    }

    /** Number of characters (code points) in the bytes. */
    public static int count(byte[] bytes, int start, int end) {
        int count = 0;
        for (int i = start; i < end; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                count++;
            }
        }
        return count;
    }

    /** Where the character after {@code characters} further ones begins; beyond {@code end} never. */
    public static int skip(byte[] bytes, int start, int end, int characters) {
        int at = start;
        for (int i = 0; i < characters && at < end; i++) {
            at += width(bytes[at]);
        }
        return Math.min(at, end);
    }

    /** Whether a byte is a character of ASCII by itself that is no blank. */
    public static boolean isVisible(byte b) {
        return b > ' ' && b != 0x7F;
    }

    /**
     * Bytes of the blank that begins at {@code at}; 0 where none does. Blank is Unicode's white space with
     * U+3000 and the no-break space, control characters, and the marks without width U+200B and U+FEFF.
     */
    public static int blank(byte[] bytes, int at, int end) {
        int b = bytes[at];
        if (b >= 0) {
            return b <= 0x20 || b == 0x7F ? 1 : 0;
        }
        return switch (b & 0xFF) {
            case 0xC2 -> at + 1 < end && (bytes[at + 1] & 0xFF) <= 0xA0 ? 2 : 0;
            case 0xE1 -> is(bytes, at, end, 0x9A, 0x80) ? 3 : 0;
            case 0xE2 -> at + 2 < end && isE2Blank(bytes[at + 1] & 0xFF, bytes[at + 2] & 0xFF) ? 3 : 0;
            case 0xE3 -> is(bytes, at, end, 0x80, 0x80) ? 3 : 0;
            case 0xEF -> is(bytes, at, end, 0xBB, 0xBF) ? 3 : 0;
            default -> 0;
        };
    }

    /** Whether a blank is one of the marks that are not Unicode's white space. */
    public static boolean hasNoWidth(byte[] bytes, int at) {
        int lead = bytes[at] & 0xFF;
        return lead == 0xEF || lead == 0xE2 && (bytes[at + 1] & 0xFF) == 0x80 && (bytes[at + 2] & 0xFF) == 0x8B;
    }

    /** Bytes of the blank that ends before {@code end}; 0 where none does. */
    public static int blankBefore(byte[] bytes, int start, int end) {
        int at = end - 1;
        while (at > start && (bytes[at] & 0xC0) == 0x80) {
            at--;
        }
        int blank = blank(bytes, at, end);
        return blank == end - at ? blank : 0;
    }

    private static boolean isE2Blank(int second, int third) {
        if (second == 0x80) {
            return third >= 0x80 && third <= 0x8B || third == 0xA8 || third == 0xA9 || third == 0xAF;
        }
        return second == 0x81 && third == 0x9F;
    }

    private static boolean is(byte[] bytes, int at, int end, int second, int third) {
        return at + 2 < end && (bytes[at + 1] & 0xFF) == second && (bytes[at + 2] & 0xFF) == third;
    }
}
