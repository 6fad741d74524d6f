package org.exchangebus.adapters.format;

import java.util.Arrays;

/** Decodes the cells that need it, into an array of its own that is used again. Not thread-safe. */
final class CsvCells {

    private final TextDecoder decoder;
    private final byte quote;
    private byte[] text = new byte[8 << 10];
    private byte[] unescaped = new byte[1 << 10];

    CsvCells(CsvDialect dialect) {
        this.decoder = TextDecoder.of(dialect.charset());
        this.quote = (byte) dialect.quote();
    }

    /** Where {@link #decode} puts its result. */
    byte[] text() {
        return text;
    }

    /**
     * Decodes one cell into {@link #text()}.
     *
     * @return its length in UTF-8, or {@code -1 - offset} of the first byte in the cell that has no meaning
     */
    int decode(CsvScanner scanner, int cell) {
        byte[] from = scanner.buffer();
        int start = scanner.start(cell);
        int end = scanner.end(cell);
        if (scanner.is(cell, CsvScanner.ESCAPED)) {
            end = unescape(from, start, end);
            from = unescaped;
            start = 0;
        }
        int most = (end - start) * TextDecoder.MOST_GROWTH;
        if (text.length < most) {
            text = new byte[most];
        }
        return decoder.decode(from, start, end, text);
    }

    private int unescape(byte[] from, int start, int end) {
        if (unescaped.length < end - start) {
            unescaped = Arrays.copyOf(unescaped, end - start);
        }
        int length = 0;
        for (int i = start; i < end; i++) {
            byte b = from[i];
            unescaped[length++] = b;
            if (b == quote) {
                i++;
            }
        }
        return length;
    }
}
