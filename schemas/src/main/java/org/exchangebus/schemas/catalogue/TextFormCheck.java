package org.exchangebus.schemas.catalogue;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.BitSet;
import org.exchangebus.schemas.catalogue.TextForm.Width;

/** Finds what breaks the form of a text, on its UTF-8; a text whose characters are plain costs no object. */
final class TextFormCheck {

    private static final int IDEOGRAPHIC_SPACE = 0x3000;
    private static final int FIRST_WIDE = 0xFF01;
    private static final int LAST_WIDE = 0xFF5E;
    /** From a full-width form to the ASCII character that it stands for. */
    private static final int TO_ASCII = FIRST_WIDE - '!';
    /** Beyond it, a character that is no ideograph is rare enough to ask the JDK about. */
    private static final int LAST_OF_TABLE = 0xFFFF;

    private TextFormCheck() {}

    /** Where the first full-width form begins that the width forbids, or -1. */
    static int firstWide(Width width, byte[] text, int start, int end) {
        if (width == Width.ANY) {
            return -1;
        }
        for (int i = start; i < end; i++) {
            boolean isThreeBytes = (text[i] & 0xF0) == 0xE0 && i + 2 < end;
            if (isThreeBytes && isForbidden(width, threeBytes(text, i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isForbidden(Width width, int character) {
        boolean isWide = character >= FIRST_WIDE && character <= LAST_WIDE;
        if (width == Width.HALF) {
            return isWide || character == IDEOGRAPHIC_SPACE;
        }
        int ascii = character - TO_ASCII;
        return isWide && (ascii >= '0' && ascii <= '9' || ascii >= 'A' && ascii <= 'Z' || ascii >= 'a' && ascii <= 'z');
    }

    /**
     * Whether the text is in normal form C. Only a text with a character that may join another, or that is never
     * itself in this form, is handed to the JDK, which makes objects.
     */
    static boolean isNormalised(byte[] text, int start, int end) {
        int i = start;
        while (i < end) {
            int lead = text[i] & 0xFF;
            if (lead < 0x80) {
                i++;
            } else if (lead < 0xE0) {
                if (isSpecial((lead & 0x1F) << 6 | text[i + 1] & 0x3F)) {
                    return isNormalised(new String(text, start, end - start, StandardCharsets.UTF_8));
                }
                i += 2;
            } else if (lead < 0xF0) {
                if (isSpecial(threeBytes(text, i))) {
                    return isNormalised(new String(text, start, end - start, StandardCharsets.UTF_8));
                }
                i += 3;
            } else {
                if (isSpecial(fourBytes(text, i))) {
                    return isNormalised(new String(text, start, end - start, StandardCharsets.UTF_8));
                }
                i += 4;
            }
        }
        return true;
    }

    private static boolean isNormalised(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC);
    }

    private static boolean isSpecial(int character) {
        return !isIdeograph(character) && (character > LAST_OF_TABLE || Special.CHARACTERS.get(character));
    }

    /** Unified ideographs and Hangul syllables: each is itself in this form and joins nothing. */
    private static boolean isIdeograph(int c) {
        return c >= 0x3400 && c <= 0x9FFF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0x20000 && c < 0x2F800
                || c >= 0x30000 && c < 0x40000;
    }

    private static int threeBytes(byte[] text, int i) {
        return (text[i] & 0x0F) << 12 | (text[i + 1] & 0x3F) << 6 | text[i + 2] & 0x3F;
    }

    private static int fourBytes(byte[] text, int i) {
        return (text[i] & 0x07) << 18 | (text[i + 1] & 0x3F) << 12 | (text[i + 2] & 0x3F) << 6 | text[i + 3] & 0x3F;
    }

    /** The characters of the first plane that are not plain; found once, on the first text whose form is asked for. */
    private static final class Special {

        private static final BitSet CHARACTERS = characters();

        private static BitSet characters() {
            BitSet special = new BitSet(LAST_OF_TABLE + 1);
            special.set(0x1161, 0x1176);
            special.set(0x11A8, 0x11C3);
            for (int c = 0x80; c <= LAST_OF_TABLE; c++) {
                switch (Character.getType(c)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
                        special.set(c);
                    case Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE -> {}
                    default -> {
                        if (!isIdeograph(c)) {
                            markParts(special, c);
                        }
                    }
                }
            }
            return special;
        }

        private static void markParts(BitSet special, int c) {
            String text = Character.toString(c);
            String parts = Normalizer.normalize(text, Normalizer.Form.NFD);
            if (!parts.equals(text)) {
                parts.codePoints().skip(1).forEach(special::set);
                special.set(c, special.get(c) || !isNormalised(text));
            }
        }
    }
}
