package org.exchangebus.adapters.charset;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Decodes cell after cell into an array of its own that is used again. Not thread-safe. */
public final class CellDecoder {

    private final TextDecoder decoder;
    private final PrivateUse privateUse;
    private byte[] text = new byte[8 << 10];
    private int result;
    private int offset;
    private PrivateUse.@Nullable Unwanted unwanted;

    public CellDecoder(TextDecoder decoder, PrivateUse privateUse) {
        this.decoder = decoder;
        this.privateUse = privateUse;
    }

    /** Where {@link #decode} puts its result. */
    public byte[] text() {
        return text;
    }

    /**
     * Decodes one cell into {@link #text()}.
     *
     * @return its length in UTF-8, negative if the cell cannot be taken
     */
    public int decode(byte[] source, int start, int end) {
        int most = (end - start) * TextDecoder.MOST_GROWTH;
        if (text.length < most) {
            text = new byte[most];
        }
        unwanted = null;
        result = decoder.decode(source, start, end, text);
        offset = -1 - result;
        if (result > 0 && !privateUse.isPlain(text, 0, result)) {
            result = replace(source, start);
        }
        return result;
    }

    /** Whether the bytes of the cell that was decoded last have a meaning in the charset. */
    public boolean isDecodable() {
        return result >= 0 || unwanted != null;
    }

    /** How many bytes stand before the first character for which the cell that was decoded last cannot be taken. */
    public int offset() {
        return offset;
    }

    /** Why the cell that was decoded last cannot be taken, with the field and a place that a reader can find. */
    public Refusal refusal(String field, long place) {
        return unwanted != null
                ? unwanted.in(field, place)
                : new Refusal(CharsetProblem.NOT_IN_CHARSET, field, decoder.name(), Long.toString(place));
    }

    private int replace(byte[] source, int start) {
        String decoded = new String(text, 0, result, StandardCharsets.UTF_8);
        unwanted = privateUse.unwanted(decoded).orElse(null);
        if (unwanted != null) {
            offset = decoder.lengthOf(source, start, unwanted.before());
            return -1;
        }
        byte[] replaced = privateUse.replaced(decoded).getBytes(StandardCharsets.UTF_8);
        text = replaced.length > text.length ? Arrays.copyOf(replaced, replaced.length * 2) : text;
        System.arraycopy(replaced, 0, text, 0, replaced.length);
        return replaced.length;
    }
}
