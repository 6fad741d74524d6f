package org.exchangebus.adapters.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * GBK, GB2312 and GB18030 by a table from two-byte codes to UTF-8, made from the JDK's own charsets; the four-byte
 * codes of GB18030, which are rare, go through the JDK.
 */
final class GbDecoder extends TextDecoder {

    static final GbDecoder GBK = new GbDecoder("GBK", false);
    static final GbDecoder GB2312 = new GbDecoder("GB2312", false);
    static final GbDecoder GB18030 = new GbDecoder("GB18030", true);

    private static final int FIRST_LEAD = 0x81;
    private static final int LEADS = 0xFE - FIRST_LEAD + 1;

    private final Charset charset;
    private final boolean hasFourByteCodes;

    /** By lead and trail: the bytes of the UTF-8 form, and their number in the highest byte; 0 where there is none. */
    private final int[] table = new int[LEADS << 8];

    private GbDecoder(String name, boolean hasFourByteCodes) {
        this.charset = Charset.forName(name);
        this.hasFourByteCodes = hasFourByteCodes;
        CharsetDecoder decoder = charset.newDecoder();
        for (int lead = 0; lead < LEADS; lead++) {
            for (int trail = 0x40; trail <= 0xFE; trail++) {
                table[lead << 8 | trail] = entry(decoder, (byte) (lead + FIRST_LEAD), (byte) trail);
            }
        }
    }

    private static int entry(CharsetDecoder decoder, byte lead, byte trail) {
        try {
            CharBuffer text = decoder.decode(ByteBuffer.wrap(new byte[] {lead, trail}));
            byte[] utf8 = text.toString().getBytes(StandardCharsets.UTF_8);
            if (text.length() != 1 || utf8.length > 3) {
                return 0;
            }
            int packed = utf8.length;
            for (int i = 0; i < 3; i++) {
                packed = packed << 8 | (i < utf8.length ? utf8[i] & 0xFF : 0);
            }
            return packed;
        } catch (CharacterCodingException e) {
            return 0;
        }
    }

    @Override
    String name() {
        return charset.name();
    }

    @Override
    int decode(byte[] source, int start, int end, byte[] target) {
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
            if (packed == 0) {
                int written = hasFourByteCodes ? decodeFour(source, i, end, target, length) : 0;
                if (written == 0) {
                    return -1 - (i - start);
                }
                length += written;
                i += 4;
                continue;
            }
            target[length] = (byte) (packed >> 16);
            target[length + 1] = (byte) (packed >> 8);
            length += 2;
            if (packed >>> 24 == 3) {
                target[length++] = (byte) packed;
            }
            i += 2;
        }
        return length;
    }

    @Override
    int step(byte[] source, int at) {
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

    private static boolean isFour(byte[] source, int at) {
        int third = source[at + 2] & 0xFF;
        return isDigit(source[at + 1]) && third >= FIRST_LEAD && third <= 0xFE && isDigit(source[at + 3]);
    }

    private static boolean isDigit(byte b) {
        return b >= 0x30 && b <= 0x39;
    }

    private int decodeFour(byte[] source, int at, int end, byte[] target, int length) {
        if (at + 4 > end || !isFour(source, at)) {
            return 0;
        }
        try {
            CharBuffer text = charset.newDecoder().decode(ByteBuffer.wrap(source, at, 4));
            byte[] utf8 = text.toString().getBytes(StandardCharsets.UTF_8);
            System.arraycopy(utf8, 0, target, length, utf8.length);
            return utf8.length;
        } catch (CharacterCodingException e) {
            return 0;
        }
    }
}
