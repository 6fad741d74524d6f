package org.exchangebus.transformers.mapping;

import java.util.List;
import java.util.stream.Collectors;
import org.exchangebus.transformers.problem.Place;
import org.jspecify.annotations.Nullable;

/** A condition as it is written. */
sealed interface Condition {

    /** The first field that it looks at; empty where it looks at none. */
    default String field() {
        return value() == null ? parts().get(0).field() : value().field();
    }

    /** Where its first value stands. */
    default Place place() {
        return value() == null ? parts().get(0).place() : value().place();
    }

    /** The value that it compares; null where it is made of conditions. */
    default @Nullable Chain value() {
        return null;
    }

    /** The conditions that it is made of; none where it compares a value. */
    default List<Condition> parts() {
        return List.of();
    }

    /** The condition in one line of the language. */
    String written();

    /** Its contrary in one line of the language. */
    default String negated() {
        return "not (" + written() + ")";
    }

    record All(List<Condition> parts) implements Condition {
        @Override
        public String written() {
            return parts.stream().map(Condition::inside).collect(Collectors.joining(" and "));
        }
    }

    record Any(List<Condition> parts) implements Condition {
        @Override
        public String written() {
            return parts.stream().map(Condition::written).collect(Collectors.joining(" or "));
        }
    }

    record Not(Condition condition) implements Condition {
        @Override
        public List<Condition> parts() {
            return List.of(condition);
        }

        @Override
        public String written() {
            return condition.negated();
        }
    }

    /** A value compared with texts; no text at all asks whether it is empty. */
    record Is(Chain value, Comparison comparison, List<String> texts) implements Condition {
        @Override
        public String written() {
            return written(texts.size() > 1 ? "is one of" : comparison.words);
        }

        @Override
        public String negated() {
            String words = texts.size() > 1 ? "is one of" : comparison.words;
            return words.startsWith("is") ? written("is not" + words.substring(2)) : Condition.super.negated();
        }

        private String written(String words) {
            String quoted = texts.stream().map(Chain::quoted).collect(Collectors.joining(", "));
            return value.written() + " " + words + (texts.isEmpty() ? "" : " " + quoted);
        }
    }

    /** A value compared with another: by what they are, not by how they are written. */
    record Compared(Chain value, Order order, Chain other) implements Condition {
        @Override
        public String written() {
            return written(order.words);
        }

        @Override
        public String negated() {
            return written("is not" + order.words.substring(2));
        }

        private String written(String words) {
            boolean isConstant =
                    other.source() instanceof Chain.Constant && other.steps().isEmpty();
            return value.written() + " " + words + " " + (isConstant ? other.written() : "(" + other.written() + ")");
        }
    }

    /** How a value is compared with texts. */
    enum Comparison {
        EMPTY("is empty"),
        ONE_OF("is"),
        STARTS_WITH("starts with"),
        ENDS_WITH("ends with"),
        CONTAINS("contains");

        private final String words;

        Comparison(String words) {
            this.words = words;
        }
    }

    /** How a value is compared with another value. */
    enum Order {
        EQUAL("is", "", ""),
        LESS("is less than", "less", "than"),
        GREATER("is greater than", "greater", "than"),
        AT_LEAST("is at least", "at", "least"),
        AT_MOST("is at most", "at", "most");

        private final String words;
        private final String first;
        private final String second;

        Order(String words, String first, String second) {
            this.words = words;
            this.first = first;
            this.second = second;
        }

        /** Takes its words after {@code is}; equality has none of its own. */
        boolean isTaken(Cursor cursor) {
            return this != EQUAL && cursor.takesWords(first, second);
        }

        /** Whether it holds for two values of which the first is less (below 0), equal, or greater. */
        boolean holds(int compared) {
            return switch (this) {
                case EQUAL -> compared == 0;
                case LESS -> compared < 0;
                case GREATER -> compared > 0;
                case AT_LEAST -> compared >= 0;
                case AT_MOST -> compared <= 0;
            };
        }
    }

    private static String inside(Condition condition) {
        return condition instanceof Any ? "(" + condition.written() + ")" : condition.written();
    }
}
