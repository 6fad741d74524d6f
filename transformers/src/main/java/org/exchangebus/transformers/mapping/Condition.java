package org.exchangebus.transformers.mapping;

import java.util.List;

/** A condition as it is written. */
sealed interface Condition {

    record All(List<Condition> conditions) implements Condition {}

    record Any(List<Condition> conditions) implements Condition {}

    record Not(Condition condition) implements Condition {}

    /** A value compared with texts; no text at all asks whether it is empty. */
    record Is(Chain value, Comparison comparison, List<String> texts) implements Condition {}

    enum Comparison {
        EMPTY,
        ONE_OF,
        STARTS_WITH
    }
}
