package org.exchangebus.adapters.format;

import org.exchangebus.adapters.charset.CellDecoder;
import org.exchangebus.adapters.charset.Refusal;
import org.exchangebus.adapters.charset.TextDecoder;

/** Decodes the cells that need it, into an array of its own that is used again. Not thread-safe. */
final class CsvCells {

    private final CellDecoder cells;
    private final TextDecoder charset;
    private final byte quote;
    private byte[] unescaped = new byte[1 << 10];

    CsvCells(CsvDialect dialect) {
        this.cells = new CellDecoder(dialect.charset(), dialect.privateUse());
        this.charset = dialect.charset();
        this.quote = (byte) dialect.quote();
    }

    /** Where {@link #decode} puts its result. */
    byte[] text() {
        return cells.text();
    }

    /**
     * Decodes one cell into {@link #text()}.
     *
     * @return its length in UTF-8, negative if the cell cannot be taken
     */
    int decode(CsvScanner scanner, int cell) {
        byte[] from = scanner.buffer();
        int start = scanner.start(cell);
        int end = scanner.end(cell);
        if (scanner.is(cell, CsvScanner.ESCAPED)) {
            int length = unescape(from, start, end);
            return cells.decode(unescaped, 0, length);
        }
        return cells.decode(from, start, end);
    }

    /** Whether the bytes of the cell that was decoded last have a meaning in the charset. */
    boolean isDecodable() {
        return cells.isDecodable();
    }

    /** Why the cell that was decoded last cannot be taken, with the offset in the file. */
    Refusal refusal(CsvScanner scanner, int cell, String field) {
        return cells.refusal(field, scanner.offset(place(scanner, cell, cells.offset())));
    }

    /** Where in the scanner's buffer a byte of the cell without its doubled quotes stands. */
    private int place(CsvScanner scanner, int cell, int inCell) {
        int at = scanner.start(cell);
        if (!scanner.is(cell, CsvScanner.ESCAPED)) {
            return at + inCell;
        }
        byte[] raw = scanner.buffer();
        int passed = 0;
        while (passed < inCell) {
            int step = raw[at] >= 0 ? 1 : charset.step(raw, at);
            at += raw[at] == quote ? 2 : step;
            passed += step;
        }
        return at;
    }

    /** Makes doubled quotes one; a trail byte may look like a quote, so that characters are passed by whole. */
    private int unescape(byte[] from, int start, int end) {
        if (unescaped.length < end - start) {
            unescaped = new byte[(end - start) * 2];
        }
        int length = 0;
        int i = start;
        while (i < end) {
            byte b = from[i];
            int step = b >= 0 ? 1 : Math.min(charset.step(from, i), end - i);
            System.arraycopy(from, i, unescaped, length, step);
            length += step;
            i += b == quote ? 2 : step;
        }
        return length;
    }
}
