package org.exchangebus.transformers.mapping;

import java.util.List;
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
    }

    record Field(String name, Place place) implements Source {}

    record Constant(String text, Place place) implements Source {}

    record Nothing(Place place) implements Source {}

    /** The first value that is there. */
    record First(List<Chain> values, Place place) implements Source {}

    /** All values that are there, in one text. */
    record Join(List<Chain> values, String with, Place place) implements Source {}

    /** The value of the first condition that holds. */
    record Choose(List<Option> options, Chain otherwise, Place place) implements Source {}

    record Option(Condition when, Chain then) {}
}
