package org.exchangebus.adapters.database;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.exchangebus.schemas.record.Cells;
import org.jspecify.annotations.Nullable;

/**
 * Rows of text as they lie in the landing.
 *
 * <p>{@code XROW1}, the number of columns, then each row as a 1 with its cells, then a 0 with the number of rows.
 * A cell is its length plus one and its bytes, in UTF-8 or the charset that its segment names; the length 0 is NULL. Numbers are of variable length, seven
 * bits a byte. Bytes that end before the trailer, or go on behind it, are not read as rows.
 */
final class RowsFormat {

    /** Longest value that is believed when it is read. */
    static final int LONGEST_CELL = 64 * 1024 * 1024;

    private static final byte[] MAGIC = "XROW1".getBytes(StandardCharsets.US_ASCII);
    private static final int ROW = 1;
    private static final int END = 0;

    private RowsFormat() {}

    /** Writes rows; does not close what it writes to. */
    static final class Writer {

        private final OutputStream out;
        private final int columns;
        private byte[] buffer = new byte[64 * 1024];
        private int length;
        private int cell;
        private long rows;
        private long bytes;

        Writer(OutputStream out, int columns) throws IOException {
            this.out = out;
            this.columns = columns;
            put(MAGIC);
            number(columns);
        }

        void cell(byte @Nullable [] text) throws IOException {
            if (cell == 0) {
                number(ROW);
            }
            cell++;
            if (text == null) {
                number(0);
                return;
            }
            number(text.length + 1L);
            put(text);
        }

        void endRow() {
            if (cell != columns) {
                throw new IllegalStateException("A row of " + cell + " cells among " + columns + " columns");
            }
            cell = 0;
            rows++;
        }

        long rows() {
            return rows;
        }

        long bytes() {
            return bytes + length;
        }

        /** Writes the trailer; the writer is used no more. */
        void finish() throws IOException {
            number(END);
            number(rows);
            flush();
            out.flush();
        }

        private void number(long value) throws IOException {
            if (length + 10 > buffer.length) {
                flush();
            }
            long rest = value;
            while (rest >= 0x80) {
                buffer[length++] = (byte) (rest | 0x80);
                rest >>>= 7;
            }
            buffer[length++] = (byte) rest;
        }

        private void put(byte[] some) throws IOException {
            if (length + some.length > buffer.length) {
                flush();
                if (some.length > buffer.length) {
                    out.write(some);
                    bytes += some.length;
                    return;
                }
            }
            System.arraycopy(some, 0, buffer, length, some.length);
            length += some.length;
        }

        private void flush() throws IOException {
            out.write(buffer, 0, length);
            bytes += length;
            length = 0;
        }
    }

    /** Reads rows strictly: what is not exactly what a writer wrote is an {@link IOException}. */
    static final class Reader implements AutoCloseable {

        private final InputStream in;
        private final int columns;
        private final int[] starts;
        private final int[] ends;
        private byte[] text = new byte[4096];
        private long rows;

        Reader(InputStream in, int columns) throws IOException {
            this.in = in;
            this.columns = columns;
            starts = new int[columns];
            ends = new int[columns];
            for (byte b : MAGIC) {
                if (this.in.read() != (b & 0xff)) {
                    throw new IOException("Not rows of a database");
                }
            }
            if (number() != columns) {
                throw new IOException("Rows of another number of columns than " + columns);
            }
        }

        /** Lets the cells be those of the next row, until this is called again; false at the end. */
        boolean next(Cells row) throws IOException {
            long mark = number();
            if (mark != ROW) {
                if (mark != END || number() != rows || in.read() != -1) {
                    throw new IOException("The rows are damaged behind row " + rows);
                }
                return false;
            }
            rows++;
            int length = 0;
            for (int i = 0; i < columns; i++) {
                long size = number() - 1;
                starts[i] = size < 0 ? -1 : length;
                if (size > LONGEST_CELL) {
                    throw new IOException("A value of " + size + " bytes in row " + rows);
                }
                length = read(length, length + (int) Math.max(size, 0));
                ends[i] = length;
            }
            for (int i = 0; i < columns; i++) {
                if (starts[i] < 0) {
                    row.setNull(i);
                } else {
                    row.set(i, text, starts[i], ends[i]);
                }
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }

        /** Reads up to an index of the text; makes room for what there is and not for what is claimed. */
        private int read(int from, int to) throws IOException {
            int length = from;
            while (length < to) {
                if (length == text.length) {
                    text = Arrays.copyOf(text, (int) Math.min(to, text.length * 2L));
                }
                int read = in.read(text, length, Math.min(to, text.length) - length);
                if (read < 0) {
                    throw endsEarly();
                }
                length += read;
            }
            return length;
        }

        private EOFException endsEarly() {
            return new EOFException("The rows end behind row " + rows + " without their trailer");
        }

        private long number() throws IOException {
            long value = 0;
            for (int shift = 0; shift < 63; shift += 7) {
                int b = in.read();
                if (b < 0) {
                    throw endsEarly();
                }
                value |= (long) (b & 0x7f) << shift;
                if (b < 0x80) {
                    return value;
                }
            }
            throw new IOException("A number of too many bytes behind row " + rows);
        }
    }
}
