package org.exchangebus.adapters.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.exchangebus.adapters.charset.TextDecoder;
import org.exchangebus.adapters.charset.Utf8Decoder;

/**
 * Cuts CSV (RFC 4180) into rows and cells on bytes, before anything is decoded.
 *
 * <p>In GBK and GB18030 no trail byte is a comma, quote or line end, and other delimiters are safe because
 * characters are stepped over whole. A cell is a pair of bounds in {@link #buffer()}; no object is made for it.
 */
final class CsvScanner {

    /** A row longer than this is taken for a quote that was never closed. */
    static final int LONGEST_ROW = 4 << 20;

    /** The cell holds bytes above 0x7F, which need decoding. */
    static final int HIGH = 1;

    /** The cell holds doubled quotes, which are to become one. */
    static final int ESCAPED = 2;

    private static final byte ORDINARY = 0;
    private static final byte SPECIAL = 1;
    private static final byte ABOVE = 2;

    /** The scanner looks at most this far behind the byte it stands on. */
    private static final int LOOK_AHEAD = 4;

    private final InputStream in;
    private final TextDecoder decoder;
    private final byte delimiter;
    private final byte quote;
    private final byte[] plainKinds = new byte[256];
    private final byte[] quotedKinds = new byte[256];

    private byte[] buffer = new byte[(256 << 10) + LOOK_AHEAD];
    private int limit;
    private int next;
    private int at;
    private long offset;
    private boolean isAtEnd;

    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int[] flags = new int[64];
    private int cells;
    private int rowStart;
    private int rowEnd;
    private long rowLine;
    private long line = 1;
    private boolean isMalformed;
    private boolean isEndless;
    private boolean isEnded = true;
    private boolean hasNul;

    CsvScanner(InputStream in, CsvDialect dialect) {
        this.in = in;
        this.decoder = dialect.charset();
        this.delimiter = (byte) dialect.delimiter();
        this.quote = (byte) dialect.quote();
        Arrays.fill(plainKinds, 128, 256, ABOVE);
        Arrays.fill(quotedKinds, 128, 256, ABOVE);
        for (int special : new int[] {0, '\n', '\r', delimiter}) {
            plainKinds[special] = SPECIAL;
        }
        for (int special : new int[] {0, '\n', '\r', quote}) {
            quotedKinds[special] = SPECIAL;
        }
    }

    /** The bytes that the bounds point into; another array after the next row. */
    byte[] buffer() {
        return buffer;
    }

    int cells() {
        return cells;
    }

    int start(int cell) {
        return starts[cell];
    }

    int end(int cell) {
        return ends[cell];
    }

    boolean is(int cell, int flag) {
        return (flags[cell] & flag) != 0;
    }

    /** Whether the cell's bytes are its text. */
    boolean isPlain(int cell) {
        return flags[cell] == 0;
    }

    /** Line on which the row begins, from 1. */
    long rowLine() {
        return rowLine;
    }

    /** Offset in the file of an index of {@link #buffer()}. */
    long offset(int index) {
        return offset + index;
    }

    byte[] rawRow() {
        return Arrays.copyOfRange(buffer, rowStart, rowEnd);
    }

    /** Whether text follows a closing quote within its cell. */
    boolean isMalformed() {
        return isMalformed;
    }

    /** Whether the file ended inside a quoted cell, or a row outgrew {@link #LONGEST_ROW}. */
    boolean isEndless() {
        return isEndless;
    }

    /** Whether the last row that was met had a line end. */
    boolean isEnded() {
        return isEnded;
    }

    boolean hasNul() {
        return hasNul;
    }

    /** Skips the byte order mark of UTF-8 if the file begins with it; returns the first bytes of the file. */
    byte[] begin() throws IOException {
        fill();
        boolean hasMark = limit >= 3 && Utf8Decoder.isMark(buffer);
        next = hasMark ? 3 : 0;
        return Arrays.copyOf(buffer, Math.min(limit, 512));
    }

    /** Moves to the next row that has at least one byte; false at the end of the file. */
    boolean next() throws IOException {
        while (next < limit || fill()) {
            rowLine = line;
            while (!scan()) {
                line = rowLine;
                if (limit - next > LONGEST_ROW) {
                    isEndless = true;
                    endRow(limit, limit);
                    break;
                }
                fill();
            }
            if (rowEnd > rowStart) {
                return true;
            }
        }
        return false;
    }

    /** Keeps what was not consumed and reads more; false if there is nothing left. */
    private boolean fill() throws IOException {
        int kept = limit - next;
        if (next > 0) {
            System.arraycopy(buffer, next, buffer, 0, kept);
            offset += next;
        } else if (limit + LOOK_AHEAD == buffer.length) {
            buffer = Arrays.copyOf(buffer, (limit << 1) + LOOK_AHEAD);
        }
        next = 0;
        int room = buffer.length - LOOK_AHEAD - kept;
        int read = in.readNBytes(buffer, kept, room);
        isAtEnd = read < room;
        limit = kept + read;
        Arrays.fill(buffer, limit, limit + LOOK_AHEAD, (byte) '\n');
        return limit > 0;
    }

    /** Scans one row from {@code next}; false if its end is not in the buffer yet. */
    private boolean scan() {
        cells = 0;
        isMalformed = false;
        rowStart = next;
        at = next;
        while (true) {
            if (buffer[at] == quote && at < limit) {
                scanQuoted();
            } else {
                scanPlain();
            }
            if (at >= limit) {
                isEnded = false;
                return isAtEnd && endRow(limit, limit);
            }
            if (buffer[at] != delimiter) {
                return endOfLine(at);
            }
            at++;
        }
    }

    private void scanPlain() {
        int start = at;
        int flag = 0;
        while (true) {
            byte kind = plainKinds[buffer[at] & 0xFF];
            if (kind == ORDINARY) {
                at++;
            } else if (kind == ABOVE) {
                flag |= HIGH;
                at += decoder.step(buffer, at);
            } else if (buffer[at] == 0) {
                hasNul = true;
                at++;
            } else {
                cell(start, at, flag);
                return;
            }
        }
    }

    private void scanQuoted() {
        int start = ++at;
        int flag = 0;
        while (true) {
            byte kind = quotedKinds[buffer[at] & 0xFF];
            if (kind == ORDINARY) {
                at++;
            } else if (kind == ABOVE) {
                flag |= HIGH;
                at += decoder.step(buffer, at);
            } else if (at >= limit) {
                isEndless = isAtEnd;
                cell(start, at, flag);
                return;
            } else if (buffer[at] == quote) {
                if (buffer[at + 1] != quote) {
                    cell(start, at++, flag);
                    skipAfterQuote();
                    return;
                }
                flag |= ESCAPED;
                at += 2;
            } else {
                breakInQuotes();
            }
        }
    }

    private void breakInQuotes() {
        byte b = buffer[at++];
        if (b == 0) {
            hasNul = true;
        } else if (b == '\n' || buffer[at] != '\n' || at >= limit) {
            line++;
        }
    }

    private void skipAfterQuote() {
        byte following = buffer[at];
        if (following != delimiter && following != '\n' && following != '\r') {
            isMalformed = true;
            scanPlain();
            cells--;
        }
    }

    /** Ends the row at a line end; a CR at the end of the buffer may be half of one. */
    private boolean endOfLine(int index) {
        isEnded = true;
        line++;
        if (buffer[index] == '\r') {
            if (index + 1 >= limit && !isAtEnd) {
                return false;
            }
            if (index + 1 < limit && buffer[index + 1] == '\n') {
                return endRow(index, index + 2);
            }
        }
        return endRow(index, index + 1);
    }

    private boolean endRow(int end, int following) {
        rowEnd = end;
        next = following;
        return true;
    }

    private void cell(int start, int end, int flag) {
        if (cells == starts.length) {
            starts = Arrays.copyOf(starts, cells << 1);
            ends = Arrays.copyOf(ends, cells << 1);
            flags = Arrays.copyOf(flags, cells << 1);
        }
        starts[cells] = start;
        ends[cells] = end;
        flags[cells++] = flag;
    }
}
