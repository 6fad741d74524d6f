package org.exchangebus.transformers.function;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function while it is being told what it is: its sentence, its arguments, its examples, and last its maker. */
final class Definition {

    /** Makes the step of a call; null where it has told what is wrong. */
    @FunctionalInterface
    interface Maker {
        @Nullable
        Step make(Arguments arguments);
    }

    final String name;
    final Kind takes;
    final Kind gives;
    final List<Function.Example> examples = new ArrayList<>();
    Words summary = new Words("", "");
    List<Parameter> parameters = List.of();
    boolean isIdempotent;

    private Definition(String name, Kind takes, Kind gives) {
        this.name = name;
        this.takes = takes;
        this.gives = gives;
    }

    static Definition of(String name, Kind takes, Kind gives) {
        return new Definition(name, takes, gives);
    }

    /** A function from text to text. */
    static Definition ofText(String name) {
        return new Definition(name, Kind.TEXT, Kind.TEXT);
    }

    Definition says(String english, String chinese) {
        summary = new Words(english, chinese);
        return this;
    }

    Definition with(Parameter... taken) {
        parameters = List.of(taken);
        return this;
    }

    /** Claims that what it gives, given to it again, comes out the same. */
    Definition idempotent() {
        isIdempotent = true;
        return this;
    }

    Definition example(String call, String takes, String gives) {
        examples.add(new Function.Example(call, takes, gives));
        return this;
    }

    Definition rejects(String call, String takes) {
        examples.add(new Function.Example(call, takes, null));
        return this;
    }

    Function makes(Maker maker) {
        return new Function(this, maker);
    }

    /** For a function without arguments: one step for all calls. */
    Function does(Step step) {
        return new Function(this, arguments -> step);
    }
}
