package org.exchangebus.schemas.masking;

import java.util.Locale;

/**
 * Conventions for showing personal values; which of them an item follows stands in the catalogue.
 *
 * <p>GB/T 37964-2019 names techniques and fixes no pattern per field, so the patterns are those of practice.
 * A value too short for its pattern is hidden whole.
 */
public enum Masking {
    /** The first character stays: {@code 张**}. */
    NAME(1, 0),
    /** The first six and the last four characters stay: {@code 110105********002X}. */
    IDENTITY_NUMBER(6, 4),
    /** The first three and the last four characters stay: {@code 138****0000}. */
    PHONE(3, 4),
    /** The first six characters stay: in most addresses province and city. */
    ADDRESS(6, 0),
    /** Nothing stays. */
    WHOLE(0, 0);

    /** Where both ends stay, fewer than these in the middle would hide nothing. */
    private static final int FEWEST_HIDDEN = 4;

    private final int head;
    private final int tail;

    Masking(int head, int tail) {
        this.head = head;
        this.tail = tail;
    }

    /** The name in a catalogue file, such as {@code identity-number}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The convention of a name in a catalogue file. */
    public static Masking of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The value as people may see it; as many characters as before, a character outside the BMP being one. */
    public String mask(String value) {
        int[] points = value.codePoints().toArray();
        boolean isShort = points.length < head + tail + (tail == 0 ? 1 : FEWEST_HIDDEN);
        for (int i = 0; i < points.length; i++) {
            boolean stays = !isShort && (i < head || i >= points.length - tail);
            if (!stays) {
                points[i] = '*';
            }
        }
        return new String(points, 0, points.length);
    }
}
