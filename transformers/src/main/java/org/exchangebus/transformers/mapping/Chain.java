package org.exchangebus.transformers.mapping;

import java.util.List;
import java.util.stream.Collectors;
import org.exchangebus.transformers.function.Call;
import org.exchangebus.transformers.problem.Place;

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
