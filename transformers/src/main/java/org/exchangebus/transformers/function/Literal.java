package org.exchangebus.transformers.function;

import java.util.List;
import java.util.Map;

/** What can be written as an argument. */
public sealed interface Literal {

    /** One text, bare or in single quotes. */
    record Text(String text) implements Literal {}

    /** {@code [a, b]}. */
    record Texts(List<String> texts) implements Literal {

        public Texts {
            texts = List.copyOf(texts);
        }
    }

    /** {@code {a=b, c=d}}, in the order written. */
    record Pairs(Map<String, String> pairs) implements Literal {}

    /** As it would be written. */
    default String written() {
        if (this instanceof Text text) {
            return text.text();
        }
        return this instanceof Texts texts
                ? texts.texts().toString()
                : ((Pairs) this).pairs().toString();
    }
}
