package org.exchangebus.schemas.record;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.exchangebus.schemas.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A block of rows as an adapter read them: text by position in UTF-8, null kept apart from empty.
 *
 * <p>Every kind of source (a file's line, a SOAP record, a database row, a GeoJSON feature) comes as this
 * one shape. Rows that could not be read stand beside the good ones with their raw bytes, so that a block
 * accounts for everything that was met.
 */
public final class Rows {

    /**
     * A row that could not be read.
     *
     * @param position where in {@link #place()} it stands (line, record or row number)
     * @param problem what is wrong with it
     * @param arguments the values that the problem's text names
     * @param raw the bytes as they came
     */
    public record BadRow(long position, Problem problem, List<String> arguments, byte[] raw) {}

    private final List<String> fields;
    private final String place;
    private final int count;
    private final byte[] bytes;
    private final int[] bounds;
    private final long[] positions;
    private final List<BadRow> badRows;

    private Rows(Builder b) {
        fields = b.fields;
        place = b.place;
        count = b.count;
        bytes = b.bytes;
        bounds = b.bounds;
        positions = b.positions;
        badRows = List.copyOf(b.badRows);
    }

    /** The source's field names, in the order of the cells. */
    public List<String> fields() {
        return fields;
    }

    /** Where the rows come from: a file's name, a page, a table. */
    public String place() {
        return place;
    }

    /** How many rows could be read; {@link #badRows()} come on top. */
    public int count() {
        return count;
    }

    public List<BadRow> badRows() {
        return badRows;
    }

    /** Line, record or row number of a row within {@link #place()}, from 1. */
    public long position(int row) {
        return positions[row];
    }

    /** Lets {@code cells} show the row; {@code cells} has as many positions as there are fields. */
    public void show(int row, Cells cells) {
        int width = fields.size();
        int at = row * width * 2;
        for (int i = 0; i < width; i++, at += 2) {
            if (bounds[at] < 0) {
                cells.setNull(i);
            } else {
                cells.set(i, bytes, bounds[at], bounds[at + 1]);
            }
        }
    }

    /** One value as a string; for tests and quarantine, not for the path of every record. */
    public @Nullable String text(int row, int field) {
        int at = (row * fields.size() + field) * 2;
        return bounds[at] < 0
                ? null
                : new String(bytes, bounds[at], bounds[at + 1] - bounds[at], StandardCharsets.UTF_8);
    }

    /** Collects rows cell by cell; a row counts once {@link #endRow} was called. */
    public static final class Builder {

        private final List<String> fields;
        private final String place;
        private final List<BadRow> badRows = new ArrayList<>();
        private byte[] bytes;
        private int[] bounds;
        private long[] positions;
        private int count;
        private int length;
        private int rowStart;
        private int cell;

        public Builder(List<String> fields, String place, int expectedRows) {
            this.fields = List.copyOf(fields);
            this.place = place;
            bytes = new byte[Math.max(1, expectedRows) * 32 * Math.max(1, fields.size() / 2)];
            bounds = new int[Math.max(1, expectedRows) * fields.size() * 2];
            positions = new long[Math.max(1, expectedRows)];
        }

        public int count() {
            return count;
        }

        /** Bytes of text collected so far. */
        public int length() {
            return length;
        }

        public boolean isEmpty() {
            return count == 0 && badRows.isEmpty();
        }

        /** Appends a value in UTF-8. */
        public void cell(byte[] utf8, int start, int end) {
            int at = claim(end - start);
            System.arraycopy(utf8, start, bytes, at, end - start);
        }

        /**
         * Appends a value; null and empty are kept apart.
         *
         * @throws IllegalArgumentException if half of a character stands in it, for which Java would write a '?'; whoever
         *     reads a source refuses such a row before
         */
        public void cell(@Nullable String text) {
            if (text == null) {
                nullCell();
                return;
            }
            try {
                ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
                cell(utf8.array(), 0, utf8.limit());
            } catch (CharacterCodingException e) {
                throw new IllegalArgumentException("Half of a character in field " + fields.get(cell), e);
            }
        }

        public void nullCell() {
            int at = (count * fields.size() + cell) * 2;
            requireBounds(at + 2);
            bounds[at] = -1;
            cell++;
        }

        /** Makes room for a value of {@code size} bytes and returns where in {@link #array()} to write it. */
        public int claim(int size) {
            int at = (count * fields.size() + cell) * 2;
            requireBounds(at + 2);
            if (length + size > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + size));
            }
            bounds[at] = length;
            length += size;
            bounds[at + 1] = length;
            cell++;
            return length - size;
        }

        /** The array that {@link #claim} gives room in; changes when it grows. */
        public byte[] array() {
            return bytes;
        }

        /** Cells appended to the row that is being collected. */
        public int cellsInRow() {
            return cell;
        }

        /** Closes the row; it has exactly as many cells as there are fields. */
        public void endRow(long position) {
            if (cell != fields.size()) {
                throw new IllegalStateException("A row of " + cell + " cells among " + fields.size() + " fields");
            }
            if (count == positions.length) {
                positions = Arrays.copyOf(positions, count * 2);
            }
            positions[count++] = position;
            cell = 0;
            rowStart = length;
        }

        /** Forgets the cells of the row that is being collected, and keeps it as bad. */
        public void badRow(BadRow bad) {
            cell = 0;
            length = rowStart;
            badRows.add(bad);
        }

        public Rows build() {
            return new Rows(this);
        }

        private void requireBounds(int size) {
            if (cell >= fields.size()) {
                throw new IllegalStateException("More cells than the " + fields.size() + " fields");
            }
            if (size > bounds.length) {
                bounds = Arrays.copyOf(bounds, Math.max(bounds.length * 2, size));
            }
        }
    }
}
