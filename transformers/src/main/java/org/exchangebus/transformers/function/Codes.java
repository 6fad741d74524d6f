package org.exchangebus.transformers.function;

import java.util.Optional;
import org.exchangebus.schemas.codetable.CodeTable;

/** What the language asks of a code table. */
public interface Codes {

    /** Whether the bytes are a code; makes no object. */
    boolean holds(byte[] utf8, int start, int end);

    /** The code of a label or of one of its aliases. */
    Optional<String> code(String label);

    static Codes of(CodeTable table) {
        return new Codes() {
            @Override
            public boolean holds(byte[] utf8, int start, int end) {
                return table.holds(utf8, start, end);
            }

            @Override
            public Optional<String> code(String label) {
                return table.code(label);
            }
        };
    }

    /** Finds a code table by name; throws a problem for an unknown one. */
    @FunctionalInterface
    interface Tables {

        Tables BUNDLED = name -> of(CodeTable.bundled(name));

        Codes table(String name);
    }
}
