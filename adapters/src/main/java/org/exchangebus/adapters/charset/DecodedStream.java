package org.exchangebus.adapters.charset;

import java.io.IOException;
import java.io.InputStream;

/** Bytes of a charset as the bytes of the same text in UTF-8; a byte that has no meaning is a {@link NotInCharsetException}. */
public final class DecodedStream extends InputStream {

    private static final int AT_ONCE = 8 << 10;
    private static final int LONGEST_CHARACTER = 4;

    private final InputStream in;
    private final TextDecoder decoder;
    private final byte[] source = new byte[AT_ONCE];
    private final byte[] text = new byte[AT_ONCE * TextDecoder.MOST_GROWTH];
    private int kept;
    private long offset;
    private int at;
    private int end;

    public DecodedStream(InputStream in, TextDecoder decoder) {
        this.in = in;
        this.decoder = decoder;
    }

    @Override
    public int read() throws IOException {
        return fill() ? text[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int start, int length) throws IOException {
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, end - at);
        System.arraycopy(text, at, target, start, count);
        at += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean fill() throws IOException {
        while (at == end) {
            int read = in.read(source, kept, AT_ONCE - kept);
            int limit = kept + Math.max(read, 0);
            if (limit == 0) {
                return false;
            }
            decode(limit, read < 0);
        }
        return true;
    }

    /** Decodes what is whole; the beginning of a character waits for the rest of it. */
    private void decode(int limit, boolean isAtEnd) throws NotInCharsetException {
        at = 0;
        end = decoder.decode(source, 0, limit, text);
        int whole = end < 0 ? -1 - end : limit;
        if (end < 0) {
            if (isAtEnd || limit - whole >= LONGEST_CHARACTER) {
                throw new NotInCharsetException(decoder.name(), offset + whole);
            }
            end = decoder.decode(source, 0, whole, text);
        }
        kept = limit - whole;
        System.arraycopy(source, whole, source, 0, kept);
        offset += whole;
    }
}
