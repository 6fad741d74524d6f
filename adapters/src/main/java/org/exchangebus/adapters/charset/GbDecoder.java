package org.exchangebus.adapters.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * GB18030, and GBK and GB2312 as the parts of it that they are, by tables from codes to UTF-8.
 *
 * <p>The tables are made from the JDK's GB18030, whatever edition that follows, with the shared private-use table
 * laid over them: every code that has a character has the same one under each of the names.
 */
final class GbDecoder extends TextDecoder {

    private static final int FIRST_LEAD = 0x81;
    private static final int LEADS = 0xFE - FIRST_LEAD + 1;
    private static final int FIRST_DIGIT = 0x30;
    private static final int DIGITS = 10;

    /** Four-byte codes of the basic plane, which are the first ones; and the number of the first one above it. */
    private static final int IN_BASIC_PLANE = 39_420;

    private static final int FIRST_ABOVE = 189_000;

    private static final int[] TWO_BYTES = twoByteCodes();
    private static final int[] FOUR_BYTES = fourByteCodes();

    static final GbDecoder GB18030 = new GbDecoder("GB18030", TWO_BYTES, true);
    static final GbDecoder GBK = new GbDecoder("GBK", TWO_BYTES, false);
    static final GbDecoder GB2312 = new GbDecoder("GB2312", onlyOf(Charset.forName("GB2312")), false);

    private final String name;
    private final boolean hasFourByteCodes;

    /** By lead and trail: the bytes of the UTF-8 form, the last one lowest; 0 where there is none. */
    private final int[] table;

    private GbDecoder(String name, int[] table, boolean hasFourByteCodes) {
        this.name = name;
        this.table = table;
        this.hasFourByteCodes = hasFourByteCodes;
    }

    private static int[] twoByteCodes() {
        int[] table = new int[LEADS << 8];
        byte[] row = new byte[(0xFE - 0x40) * 2];
        for (int lead = 0; lead < LEADS; lead++) {
            int length = 0;
            for (int trail = 0x40; trail <= 0xFE; trail++) {
                if (trail != 0x7F) {
                    row[length++] = (byte) (lead + FIRST_LEAD);
                    row[length++] = (byte) trail;
                }
            }
            String text = new String(row, Charset.forName("GB18030"));
            for (int i = 0; i < length; i += 2) {
                table[lead << 8 | row[i + 1] & 0xFF] = packed(text.charAt(i / 2));
            }
        }
        return table;
    }

    private static int[] fourByteCodes() {
        byte[] codes = new byte[IN_BASIC_PLANE * 4];
        for (int number = 0; number < IN_BASIC_PLANE; number++) {
            int rest = number;
            codes[number * 4 + 3] = (byte) (FIRST_DIGIT + rest % DIGITS);
            rest /= DIGITS;
            codes[number * 4 + 2] = (byte) (FIRST_LEAD + rest % LEADS);
            rest /= LEADS;
            codes[number * 4 + 1] = (byte) (FIRST_DIGIT + rest % DIGITS);
            codes[number * 4] = (byte) (FIRST_LEAD + rest / DIGITS);
        }
        return new String(codes, Charset.forName("GB18030"))
                .chars()
                .map(GbDecoder::packed)
                .toArray();
    }

    private static int[] onlyOf(Charset charset) {
        int[] table = TWO_BYTES.clone();
        for (int i = 0; i < table.length; i++) {
            byte[] code = {(byte) (FIRST_LEAD + (i >> 8)), (byte) i};
            if (new String(code, charset).indexOf('\uFFFD') >= 0) {
                table[i] = 0;
            }
        }
        return table;
    }

    private static int packed(int codePoint) {
        int packed = 0;
        for (byte b : Character.toString(PrivateUse.SHARED.meant(codePoint)).getBytes(StandardCharsets.UTF_8)) {
            packed = packed << 8 | b & 0xFF;
        }
        return packed;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int decode(byte[] source, int start, int end, byte[] target) {
        int i = start;
        int length = 0;
        while (i < end) {
            byte b = source[i];
            if (b >= 0) {
                target[length++] = b;
                i++;
                continue;
            }
            int lead = (b & 0xFF) - FIRST_LEAD;
            int packed = lead < 0 || lead >= LEADS || i + 1 >= end ? 0 : table[lead << 8 | source[i + 1] & 0xFF];
            i += 2;
            if (packed == 0) {
                i += 2;
                packed = i <= end && hasFourByteCodes && isFour(source, i - 4) ? four(source, i - 4) : 0;
                if (packed == 0) {
                    return -1 - (i - 4 - start);
                }
            }
            length = put(packed, target, length);
        }
        return length;
    }

    private static int put(int packed, byte[] target, int at) {
        int length = at;
        if (packed >>> 24 != 0) {
            target[length++] = (byte) (packed >> 24);
        }
        if (packed >>> 16 != 0) {
            target[length++] = (byte) (packed >> 16);
        }
        target[length++] = (byte) (packed >> 8);
        target[length++] = (byte) packed;
        return length;
    }

    private static int four(byte[] source, int at) {
        int number = (((source[at] & 0xFF) - FIRST_LEAD) * DIGITS + source[at + 1] - FIRST_DIGIT) * LEADS;
        number = (number + (source[at + 2] & 0xFF) - FIRST_LEAD) * DIGITS + source[at + 3] - FIRST_DIGIT;
        if (number < IN_BASIC_PLANE) {
            return FOUR_BYTES[number];
        }
        int c = number - FIRST_ABOVE + Character.MIN_SUPPLEMENTARY_CODE_POINT;
        if (c < Character.MIN_SUPPLEMENTARY_CODE_POINT || c > Character.MAX_CODE_POINT) {
            return 0;
        }
        return 0xF0808080 | c >> 18 << 24 | (c >> 12 & 0x3F) << 16 | (c >> 6 & 0x3F) << 8 | c & 0x3F;
    }

    @Override
    public int step(byte[] source, int at) {
        int lead = source[at] & 0xFF;
        if (lead < FIRST_LEAD || lead == 0xFF) {
            return 1;
        }
        int trail = source[at + 1] & 0xFF;
        if (trail >= 0x40 && trail != 0x7F && trail != 0xFF) {
            return 2;
        }
        return hasFourByteCodes && isFour(source, at) ? 4 : 1;
    }

    @Override
    public int lengthOf(byte[] source, int start, int count) {
        int at = start;
        for (int i = 0; i < count; i++) {
            at += source[at] >= 0 ? 1 : step(source, at);
        }
        return at - start;
    }

    private static boolean isFour(byte[] source, int at) {
        int lead = source[at] & 0xFF;
        int third = source[at + 2] & 0xFF;
        return lead >= FIRST_LEAD
                && lead != 0xFF
                && isDigit(source[at + 1])
                && third >= FIRST_LEAD
                && third != 0xFF
                && isDigit(source[at + 3]);
    }

    private static boolean isDigit(byte b) {
        return b >= FIRST_DIGIT && b < FIRST_DIGIT + DIGITS;
    }
}
