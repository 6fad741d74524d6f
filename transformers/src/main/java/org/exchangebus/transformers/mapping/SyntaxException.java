package org.exchangebus.transformers.mapping;

/** A text of the language stops making sense; never leaves this package. */
final class SyntaxException extends Exception {

    private final int offset;
    private final String found;
    private final String expected;

    SyntaxException(int offset, String found, String expected) {
        super(found, null, false, false);
        this.offset = offset;
        this.found = found;
        this.expected = expected;
    }

    int offset() {
        return offset;
    }

    String found() {
        return found;
    }

    String expected() {
        return expected;
    }
}
