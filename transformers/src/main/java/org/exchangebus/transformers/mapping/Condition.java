package org.exchangebus.transformers.mapping;

import java.util.List;

/** A condition as it is written. */
sealed interface Condition {

    /** The first field that it looks at; empty where it looks at none. */
    default String field() {
        if (this instanceof Is is) {
            return is.value().field();
        }
        if (this instanceof Not not) {
            return not.condition().field();
        }
        List<Condition> conditions = this instanceof All all ? all.conditions() : ((Any) this).conditions();
        return conditions.get(0).field();
    }

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
