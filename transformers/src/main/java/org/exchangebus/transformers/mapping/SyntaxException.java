package org.exchangebus.transformers.mapping;

import org.exchangebus.transformers.function.Words;

/** A text of the language stops making sense; never leaves this package. */
final class SyntaxException extends Exception {

    private final int offset;
    private final transient Words found;
    private final transient Words expected;

    SyntaxException(int offset, Words found, Words expected) {
        super(found.english(), null, false, false);
        this.offset = offset;
        this.found = found;
        this.expected = expected;
    }

    int offset() {
        return offset;
    }

    /** The arguments of the problem: found and expected in English, then in Chinese. */
    String[] arguments() {
        return new String[] {found.english(), expected.english(), found.chinese(), expected.chinese()};
    }
}
