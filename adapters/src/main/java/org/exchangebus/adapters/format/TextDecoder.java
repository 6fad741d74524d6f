package org.exchangebus.adapters.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Strict decoding of one charset to UTF-8 without an object per text. Immutable; shared by threads. */
abstract class TextDecoder {

    static TextDecoder of(Charset charset) {
        return switch (charset.name().toUpperCase(Locale.ROOT)) {
            case "UTF-8", "US-ASCII" -> Utf8Decoder.INSTANCE;
            case "GBK" -> GbDecoder.GBK;
            case "GB18030" -> GbDecoder.GB18030;
            case "GB2312" -> GbDecoder.GB2312;
            default -> throw new IllegalArgumentException("No decoder for " + charset);
        };
    }

    static boolean isKnown(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8)
                || charset.name().toUpperCase(Locale.ROOT).matches("GBK|GB18030|GB2312");
    }

    abstract String name();

    /**
     * Decodes {@code source} from {@code start} to {@code end} into {@code target} from its beginning; the target has
     * room for {@link #MOST_GROWTH} times as much.
     *
     * @return how many bytes were written, or {@code -1 - offset} of the first byte that has no meaning
     */
    abstract int decode(byte[] source, int start, int end, byte[] target);

    /**
     * Length of the character that begins with the non-ASCII byte at {@code at}, as far as the cutting of cells must
     * know: a byte that begins nothing counts as one. May look at the three bytes that follow.
     */
    abstract int step(byte[] source, int at);

    /** Two bytes of GBK become three of UTF-8. */
    static final int MOST_GROWTH = 2;
}
