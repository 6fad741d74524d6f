package org.exchangebus.schemas.record;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One row of text values by position: slices of UTF-8 arrays that belong to somebody else.
 *
 * <p>Reused from row to row, so that a value is read, checked and copied without an object of its own.
 * Not thread-safe.
 */
public final class Cells {

    private final byte[][] arrays;
    private final int[] starts;
    private final int[] ends;

    public Cells(int size) {
        arrays = new byte[size][];
        starts = new int[size];
        ends = new int[size];
    }

    public int size() {
        return arrays.length;
    }

    /** Lets position {@code i} be the bytes {@code start} (inclusive) to {@code end} (exclusive); nothing is copied. */
    public void set(int i, byte[] array, int start, int end) {
        arrays[i] = array;
        starts[i] = start;
        ends[i] = end;
    }

    public void setNull(int i) {
        arrays[i] = null;
    }

    public void setText(int i, @Nullable String text) {
        if (text == null) {
            setNull(i);
        } else {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            set(i, bytes, 0, bytes.length);
        }
    }

    /** A value that is not there; an empty text is there. */
    public boolean isNull(int i) {
        return arrays[i] == null;
    }

    /** The array that holds the value at {@code i}; {@code null} where the value is. */
    public byte @Nullable [] array(int i) {
        return arrays[i];
    }

    public int start(int i) {
        return starts[i];
    }

    public int end(int i) {
        return ends[i];
    }

    /** The value as a string; makes an object, so not for the path of every record. */
    public @Nullable String text(int i) {
        return arrays[i] == null ? null : new String(arrays[i], starts[i], ends[i] - starts[i], StandardCharsets.UTF_8);
    }
}
