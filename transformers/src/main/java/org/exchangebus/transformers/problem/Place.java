package org.exchangebus.transformers.problem;

/**
 * A place in a file, for people: line and column count from 1.
 *
 * @param isExact whether a place further on the same text is so many columns further
 */
public record Place(String file, int line, int column, boolean isExact) {

    /** The place of the character {@code offset} further on. */
    public Place plus(int offset) {
        return isExact ? new Place(file, line, column + offset, true) : this;
    }

    /** {@code file:line:column}. */
    public String text() {
        return file + ":" + line + ":" + column;
    }
}
