package org.exchangebus.transformers.mapping;

import java.util.List;
import java.util.stream.Collectors;
import org.exchangebus.transformers.function.Call;
import org.exchangebus.transformers.problem.Place;
import org.jspecify.annotations.Nullable;

/** A value as it is written: where it comes from, and the steps it goes through. */
record Chain(Source source, List<Call> steps) {

    Chain {
        steps = List.copyOf(steps);
    }

    Place place() {
        return source.place();
    }

    /** The value in one line of the language; a choice as far as there is one. */
    String written() {
        return steps.stream().map(call -> " | " + call.written()).collect(Collectors.joining("", source.written(), ""));
    }

    /** The first field that it comes from; empty where it comes from none. */
    String field() {
        if (source instanceof Field field) {
            return field.name();
        }
        if (source instanceof First first) {
            return first.values().get(0).field();
        }
        if (source instanceof Structure structure && structure.each() != null) {
            return structure.each().field();
        }
        return source instanceof Join join ? join.values().get(0).field() : "";
    }

    /** Where a value comes from. */
    sealed interface Source {
        Place place();

        /** As it is written in a mapping. */
        String written();
    }

    record Field(String name, Place place) implements Source {
        @Override
        public String written() {
            return name.matches("[^\\s'<>|(),=\\[\\]{}]+") ? name : "<" + name.replace(">", ">>") + ">";
        }
    }

    record Constant(String text, Place place) implements Source {
        @Override
        public String written() {
            return quoted(text);
        }
    }

    record Nothing(Place place) implements Source {
        @Override
        public String written() {
            return "nothing";
        }
    }

    /**
     * Something of the element that is being repeated.
     *
     * @param path from the element on
     */
    record Element(String path, Place place) implements Source {
        @Override
        public String written() {
            return "each(" + quoted(path) + ")";
        }
    }

    /** An expression in CEL. */
    record Expression(String text, Place place) implements Source {
        @Override
        public String written() {
            return "expression " + quoted(text);
        }
    }

    /**
     * Nested items; a list of them where something is repeated.
     *
     * @param each what is repeated, a path into a document; null where it is one group
     */
    record Structure(@Nullable Chain each, List<Member> members, Place place) implements Source {
        @Override
        public String written() {
            String all = members.stream()
                    .map(member -> member.name() + ": " + member.value().written())
                    .collect(Collectors.joining(", ", "{", "}"));
            return each == null ? all : "each " + each.written() + " " + all;
        }
    }

    /** One nested item. */
    record Member(String name, Place place, Chain value) {}

    /** The first value that is there. */
    record First(List<Chain> values, Place place) implements Source {
        @Override
        public String written() {
            return values.stream().map(Chain::written).collect(Collectors.joining(", ", "first(", ")"));
        }
    }

    /** All values that are there, in one text. */
    record Join(List<Chain> values, String with, Place place) implements Source {
        @Override
        public String written() {
            String end = with.isEmpty() ? ")" : ", with=" + quoted(with) + ")";
            return values.stream().map(Chain::written).collect(Collectors.joining(", ", "join(", end));
        }
    }

    /** The value of the first condition that holds. */
    record Choose(List<Option> options, Chain otherwise, Place place) implements Source {
        @Override
        public String written() {
            return options.stream()
                    .map(option -> "when " + option.when().written() + " then "
                            + option.then().written() + ", ")
                    .collect(Collectors.joining("", "choose ", "otherwise " + otherwise.written()));
        }
    }

    record Option(Condition when, Chain then) {}

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
