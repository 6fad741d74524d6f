package org.exchangebus.schemas.catalogue;

/**
 * What an item claims of the characters of its texts, beside their number.
 *
 * @param width which full-width forms of ASCII characters may stand in it
 * @param isNormalised whether it is in Unicode normal form C
 */
public record TextForm(Width width, boolean isNormalised) {

    /** Claims nothing. */
    public static final TextForm ANY = new TextForm(Width.ANY, false);

    /** Which full-width forms (U+FF01 to U+FF5E, U+3000) may stand in a text. */
    public enum Width {
        /** All of them. */
        ANY,
        /** Punctuation and blanks, as Chinese texts have them; letters and digits are half-width. */
        HALF_LETTERS_AND_DIGITS,
        /** None. */
        HALF
    }

    /** As a catalogue file states it, such as {@code half, NFC}; {@code any} where nothing is claimed. */
    @Override
    public String toString() {
        String form = ItemReferences.label(width);
        return !isNormalised ? form : width == Width.ANY ? "NFC" : form + ", NFC";
    }
}
