package org.exchangebus.transformers.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.exchangebus.transformers.tree.Trees;
import org.jspecify.annotations.Nullable;

/**
 * One value on its way from field to item: a slice of UTF-8 bytes, replaced by steps that change it.
 *
 * <p>A step that changes nothing leaves the slice where the source has it; one that does writes into the
 * scratch of this value, which holds until the row is done. One per thread.
 */
public final class Value {

    private byte @Nullable [] array;
    private int start;
    private int end;
    private byte[] scratch = new byte[8192];
    /** Bytes that a step may make of a value: several times what a chunk carries. */
    public static final int LARGEST = 4 << 20;

    private int used;
    private @Nullable Trees trees;

    /** Forgets what earlier rows wrote. */
    public void startRow() {
        used = 0;
        array = null;
        if (trees != null) {
            trees.startRow();
        }
    }

    /** The documents of this row. */
    public Trees trees() {
        if (trees == null) {
            trees = new Trees();
        }
        return trees;
    }

    /** Lets the value be these bytes; empty text is no value. */
    public void set(byte[] from, int first, int beyond) {
        array = first == beyond ? null : from;
        start = first;
        end = beyond;
    }

    public void setNothing() {
        array = null;
    }

    public boolean isNothing() {
        return array == null;
    }

    /** The array that holds the bytes from {@link #start()} to {@link #end()}; only where there is a value. */
    public byte[] array() {
        byte[] there = array;
        if (there == null) {
            throw new IllegalStateException("There is no value");
        }
        return there;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    public int length() {
        return end - start;
    }

    /**
     * An array with room for {@code size} bytes from {@link #roomAt()} on; what was kept before stays valid.
     *
     * @throws ValueTooLargeException if that is more than {@link #LARGEST}
     */
    public byte[] room(int size) {
        if (size < 0 || size > LARGEST) {
            throw ValueTooLargeException.OF_ANY;
        }
        if (used + size > scratch.length) {
            // Slices already handed out go on pointing into the old array.
            scratch = new byte[Math.max(scratch.length * 2, size)];
            used = 0;
        }
        return scratch;
    }

    public int roomAt() {
        return used;
    }

    /** Lets the value be the {@code length} bytes that were written from {@link #roomAt()} on. */
    public void keep(int length) {
        set(scratch, used, used + length);
        used += length;
    }

    /** Puts text before this value, with {@code between} in the middle; the array is only read. */
    public void prepend(byte[] text, int from, int beyond, byte[] between) {
        int head = beyond - from;
        int tail = length();
        byte[] room = room(head + between.length + tail);
        int at = used;
        System.arraycopy(text, from, room, at, head);
        System.arraycopy(between, 0, room, at + head, between.length);
        System.arraycopy(array(), start, room, at + head + between.length, tail);
        keep(head + between.length + tail);
    }

    /** Whether the bytes are exactly these. */
    public boolean is(byte[] other) {
        return array != null && Arrays.equals(array, start, end, other, 0, other.length);
    }

    /** The text; makes an object, so not for the path of every record. */
    public @Nullable String text() {
        return array == null ? null : new String(array, start, end - start, StandardCharsets.UTF_8);
    }
}
