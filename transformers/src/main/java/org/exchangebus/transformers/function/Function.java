package org.exchangebus.transformers.function;

import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private final String name;
    private final Kind takes;
    private final Kind gives;
    private final Words summary;
    private final List<Parameter> parameters;
    private final List<Example> examples;
    private final boolean isIdempotent;
    private final Definition.Maker maker;

    Function(Definition definition, Definition.Maker maker) {
        name = definition.name;
        takes = definition.takes;
        gives = definition.gives;
        summary = definition.summary;
        parameters = definition.parameters;
        examples = List.copyOf(definition.examples);
        isIdempotent = definition.isIdempotent;
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

    /** What it does, in the language of the locale (Chinese, else English). */
    public String summary(Locale locale) {
        return summary.in(locale);
    }

    public List<Parameter> parameters() {
        return parameters;
    }

    public List<Example> examples() {
        return examples;
    }

    /** Whether what it gives, given to it again, comes out the same. */
    public boolean isIdempotent() {
        return isIdempotent;
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
     * @param tables the mapping's own tables, by name; null for one with which something is wrong
     */
    public @Nullable Step compile(Call call, Kind before, Map<String, @Nullable Table> tables, Complaints complaints) {
        Arguments arguments = new Arguments(this, call, before, tables, complaints);
        if (!arguments.isSound()) {
            return null;
        }
        Step step = maker.make(arguments);
        return arguments.isSound() ? step : null;
    }
}
