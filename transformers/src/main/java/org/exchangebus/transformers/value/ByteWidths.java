package org.exchangebus.transformers.value;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many bytes each character takes in a charset of old layouts, whose places are counted in bytes. Asking makes no
 * object. Shared by threads.
 */
public final class ByteWidths {

    /** The charsets whose widths are known. */
    public static final List<String> CHARSETS = List.of("GBK", "GB18030", "GB2312", "UTF-8");

    private static final Map<String, ByteWidths> MADE = new ConcurrentHashMap<>();
    private static final int PLANE = 0x10000;

    /** Of the first plane; 0 where the charset does not have the character. */
    private final byte[] widths = new byte[PLANE];

    /** Of every character beyond the first plane; 0 where the charset has none of them. */
    private final int beyond;

    private ByteWidths(String charset) {
        CharsetEncoder encoder = Charset.forName(charset)
                .newEncoder()
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .onMalformedInput(CodingErrorAction.REPORT);
        ByteBuffer room = ByteBuffer.allocate(8);
        for (int character = 0; character < PLANE; character++) {
            widths[character] = (byte) width(encoder, character, room);
        }
        beyond = width(encoder, PLANE, room);
    }

    /** The widths in one of the {@link #CHARSETS}. */
    public static ByteWidths of(String charset) {
        return MADE.computeIfAbsent(charset, ByteWidths::new);
    }

    /** Bytes of the character that stands at {@code at} in UTF-8; 0 where the charset does not have it. */
    public int width(byte[] utf8, int at) {
        int lead = utf8[at];
        return switch (Utf8.width(utf8[at])) {
            case 1 -> widths[lead];
            case 2 -> widths[(lead & 0x1F) << 6 | utf8[at + 1] & 0x3F];
            case 3 -> widths[(lead & 0x0F) << 12 | (utf8[at + 1] & 0x3F) << 6 | utf8[at + 2] & 0x3F];
            default -> beyond;
        };
    }

    private static int width(CharsetEncoder encoder, int character, ByteBuffer room) {
        room.clear();
        boolean isSurrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        if (isSurrogate
                || encoder.reset()
                        .encode(CharBuffer.wrap(Character.toChars(character)), room, true)
                        .isError()) {
            return 0;
        }
        return room.position();
    }
}
