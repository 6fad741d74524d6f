package org.exchangebus.transformers.function;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One function of the mapping language: what it is called, takes, gives and does, with examples that are tested. */
public final class Function {

    /**
     * What a call makes of a value.
     *
     * @param gives null where it is rejected
     */
    public record Example(
            String call, String takes, @Nullable String gives) {}

    /** Makes the step of a call; null where it has told what is wrong. */
    @FunctionalInterface
    interface Maker {
        @Nullable
        Step make(Arguments arguments);
    }

    private final String name;
    private final Kind takes;
    private final Kind gives;
    private final String summary;
    private final List<Parameter> parameters;
    private final List<Example> examples;
    private final Maker maker;

    Function(
            String name,
            Kind takes,
            Kind gives,
            String summary,
            List<Parameter> parameters,
            List<Example> examples,
            Maker maker) {
        this.name = name;
        this.takes = takes;
        this.gives = gives;
        this.summary = summary;
        this.parameters = List.copyOf(parameters);
        this.examples = List.copyOf(examples);
        this.maker = maker;
    }

    public String name() {
        return name;
    }

    public Kind takes() {
        return takes;
    }

    public Kind gives() {
        return gives;
    }

    public String summary() {
        return summary;
    }

    public List<Parameter> parameters() {
        return parameters;
    }

    public List<Example> examples() {
        return examples;
    }

    /** How a call is written. */
    public String usage() {
        return parameters.isEmpty()
                ? name
                : parameters.stream().map(Parameter::usage).collect(Collectors.joining(", ", name + "(", ")"));
    }

    /**
     * Compiles a call; null where something is wrong with it, all of which is told.
     *
     * @param before what the step before gives
     */
    public @Nullable Step compile(Call call, Kind before, Complaints complaints) {
        Arguments arguments = new Arguments(this, call, before, complaints);
        if (!arguments.isSound()) {
            return null;
        }
        Step step = maker.make(arguments);
        return arguments.isSound() ? step : null;
    }
}
