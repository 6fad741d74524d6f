package org.exchangebus.adapters.charset;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Strict decoding of one charset to UTF-8 without an object per text. Immutable; shared by threads. */
public abstract class TextDecoder {

    /** What a declared charset is to be, for messages. */
    public static final String KNOWN = "GB18030, GB18030-2022, GB18030-2005, GB18030-2000, GBK, GB2312, UTF-8";

    /** UTF-8 has at most so many bytes for one of the source. */
    public static final int MOST_GROWTH = 2;

    private static final Pattern EDITION = Pattern.compile("(?i)GB18030-20(00|05|22)");

    /**
     * The decoder of a charset by its name or one of the JDK's aliases.
     *
     * <p>The editions of GB 18030 share one decoder: what one calls a character and another private use is the
     * character ({@link PrivateUse}), so that nothing depends on the edition that a JDK follows.
     */
    public static Optional<TextDecoder> named(String name) {
        return switch (canonical(name)) {
            case "UTF-8", "US-ASCII" -> Optional.of(Utf8Decoder.INSTANCE);
            case "GBK" -> Optional.of(GbDecoder.GBK);
            case "GB18030" -> Optional.of(GbDecoder.GB18030);
            case "GB2312" -> Optional.of(GbDecoder.GB2312);
            default -> Optional.empty();
        };
    }

    private static String canonical(String name) {
        if (EDITION.matcher(name).matches()) {
            return "GB18030";
        }
        try {
            return Charset.isSupported(name) ? Charset.forName(name).name() : name;
        } catch (IllegalCharsetNameException e) {
            return name;
        }
    }

    public abstract String name();

    /**
     * Decodes {@code source} from {@code start} to {@code end} into {@code target} from its beginning; the target has
     * room for {@link #MOST_GROWTH} times as much.
     *
     * @return how many bytes were written, or {@code -1 - offset} of the first byte that has no meaning
     */
    public abstract int decode(byte[] source, int start, int end, byte[] target);

    /**
     * Length of the character that begins with the non-ASCII byte at {@code at}, as far as the cutting of cells must
     * know: a byte that begins nothing counts as one. May look at the three bytes that follow.
     */
    public abstract int step(byte[] source, int at);

    /** How many bytes the first {@code count} characters have; the bytes from {@code start} on can be decoded. */
    public abstract int lengthOf(byte[] source, int start, int count);
}
