package org.exchangebus.transformers.mapping;

import java.util.List;
import java.util.stream.Collectors;
import org.exchangebus.transformers.problem.Place;

/** A condition as it is written. */
sealed interface Condition {

    /** The first field that it looks at; empty where it looks at none. */
    default String field() {
        if (this instanceof Is is) {
            return is.value().field();
        }
        return parts().get(0).field();
    }

    /** Where its first value stands. */
    default Place place() {
        return this instanceof Is is ? is.value().place() : parts().get(0).place();
    }

    /** The conditions that it is made of; none where it compares a value. */
    List<Condition> parts();

    /** The condition in one line of the language. */
    String written();

    record All(List<Condition> conditions) implements Condition {
        @Override
        public List<Condition> parts() {
            return conditions;
        }

        @Override
        public String written() {
            return conditions.stream().map(Condition::inside).collect(Collectors.joining(" and "));
        }
    }

    record Any(List<Condition> conditions) implements Condition {
        @Override
        public List<Condition> parts() {
            return conditions;
        }

        @Override
        public String written() {
            return conditions.stream().map(Condition::written).collect(Collectors.joining(" or "));
        }
    }

    record Not(Condition condition) implements Condition {
        @Override
        public List<Condition> parts() {
            return List.of(condition);
        }

        @Override
        public String written() {
            return condition instanceof Is is && is.comparison() != Comparison.STARTS_WITH
                    ? is.written(" is not ")
                    : "not (" + condition.written() + ")";
        }
    }

    /** A value compared with texts; no text at all asks whether it is empty. */
    record Is(Chain value, Comparison comparison, List<String> texts) implements Condition {
        @Override
        public List<Condition> parts() {
            return List.of();
        }

        @Override
        public String written() {
            return written(" is ");
        }

        private String written(String is) {
            String quoted = texts.stream().map(Chain::quoted).collect(Collectors.joining(", "));
            return value.written()
                    + switch (comparison) {
                        case EMPTY -> is + "empty";
                        case ONE_OF -> is + (texts.size() > 1 ? "one of " : "") + quoted;
                        case STARTS_WITH -> " starts with " + quoted;
                    };
        }
    }

    enum Comparison {
        EMPTY,
        ONE_OF,
        STARTS_WITH
    }

    private static String inside(Condition condition) {
        return condition instanceof Any ? "(" + condition.written() + ")" : condition.written();
    }
}
