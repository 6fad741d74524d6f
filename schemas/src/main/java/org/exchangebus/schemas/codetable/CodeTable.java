package org.exchangebus.schemas.codetable;

import java.util.Optional;

/** One code table of a standard; codes are text, leading zeros count. Immutable, shared by threads. */
public final class CodeTable {

    /** The table of a name, such as {@code sex}; throws a problem with "did you mean" for an unknown one. */
    public static CodeTable bundled(String name) {
        throw new UnsupportedOperationException(name);
    }

    public String name() {
        throw new UnsupportedOperationException();
    }

    /** Whether the bytes are a code of the table; makes no object. */
    public boolean holds(byte[] utf8, int start, int end) {
        throw new UnsupportedOperationException();
    }

    /** The label of a code. */
    public Optional<String> label(String code) {
        throw new UnsupportedOperationException();
    }

    /** The code of a label or of one of its aliases. */
    public Optional<String> code(String label) {
        throw new UnsupportedOperationException();
    }
}
