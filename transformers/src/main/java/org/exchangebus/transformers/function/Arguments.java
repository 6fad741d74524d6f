package org.exchangebus.transformers.function;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.exchangebus.schemas.codetable.CodeTable;
import org.exchangebus.schemas.codetable.CrossWalk;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.transformers.problem.MappingProblem;
import org.exchangebus.transformers.problem.Nearest;
import org.exchangebus.transformers.problem.Place;
import org.jspecify.annotations.Nullable;

/** The arguments of one call, matched to what the function takes; everything wrong with them is told. */
public final class Arguments {

    private final Function function;
    private final Call call;
    private final Kind before;
    private final Map<String, @Nullable Table> tables;
    private final Complaints complaints;
    private final Map<String, List<Call.Argument>> given = new HashMap<>();
    private boolean isSound = true;

    Arguments(Function function, Call call, Kind before, Map<String, @Nullable Table> tables, Complaints complaints) {
        this.function = function;
        this.call = call;
        this.before = before;
        this.tables = tables;
        this.complaints = complaints;
        int place = 0;
        for (Call.Argument argument : call.arguments()) {
            Parameter parameter = argument.name() == null ? at(place++) : named(argument.name());
            if (parameter == null) {
                complain(
                        argument.place(),
                        MappingProblem.UNKNOWN_ARGUMENT,
                        argument.name() == null ? argument.literal().written() : argument.name());
            } else {
                take(parameter, argument);
            }
        }
        for (Parameter parameter : function.parameters()) {
            if (parameter.isRequired() && !given.containsKey(parameter.name())) {
                complain(call.place(), MappingProblem.MISSING_ARGUMENT, parameter.name());
            }
        }
    }

    boolean isSound() {
        return isSound;
    }

    /** What the step before gives. */
    Kind before() {
        return before;
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    /** The text of an argument; null where it is not given. */
    @Nullable
    String text(String name) {
        List<Call.Argument> arguments = given.get(name);
        return arguments == null ? null : ((Literal.Text) arguments.get(0).literal()).text();
    }

    /** The text of an argument that has to be given. */
    String required(String name) {
        String text = text(name);
        if (text == null) {
            throw new IllegalStateException(name);
        }
        return text;
    }

    int count(String name) {
        return Integer.parseInt(required(name));
    }

    /** All texts of an argument; none where it is not given. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Call.Argument argument : given.getOrDefault(name, List.of())) {
            if (argument.literal() instanceof Literal.Text text) {
                texts.add(text.text());
            } else if (argument.literal() instanceof Literal.Texts list) {
                texts.addAll(list.texts());
            }
        }
        return texts;
    }

    Map<String, String> pairs(String name) {
        List<Call.Argument> arguments = given.get(name);
        return arguments == null ? Map.of() : ((Literal.Pairs) arguments.get(0).literal()).pairs();
    }

    /** The code table that an argument names; null where there is none, which is told. */
    @Nullable
    CodeTable table(String name) {
        String table = required(name);
        if (CodeTable.names().contains(table)) {
            return CodeTable.bundled(table);
        }
        isSound = false;
        complaints.add(place(name), MappingProblem.UNKNOWN_CODE_TABLE, Nearest.arguments(table, CodeTable.names()));
        return null;
    }

    /** The cross-walk from what an argument names to a table; null where there is none, which is told. */
    @Nullable
    CrossWalk crossWalk(String name, CodeTable table) {
        String from = required(name);
        List<String> known = CrossWalk.dialects(table.name());
        if (known.contains(from)) {
            return CrossWalk.bundled(table.name(), from);
        }
        isSound = false;
        String[] near = Nearest.arguments(from, known);
        complaints.add(place(name), MappingProblem.UNKNOWN_DIALECT, near[0], near[1], near[2], table.name());
        return null;
    }

    /** The table of the mapping that an argument names; null where there is none, which is told. */
    @Nullable
    Table ownTable(String name) {
        String text = required(name);
        Table table = tables.get(text);
        isSound &= table != null;
        // What is wrong with a table that is there has been told already.
        if (!tables.containsKey(text)) {
            complaints.add(place(name), MappingProblem.UNKNOWN_TABLE, Nearest.arguments(text, tables.keySet()));
        }
        return table;
    }

    /** Tells that the table has no such column. */
    void refuseColumn(String parameter, String found, List<String> columns) {
        isSound = false;
        String[] near = Nearest.arguments(found, columns);
        complaints.add(place(parameter), MappingProblem.UNKNOWN_COLUMN, near[0], near[1], near[2], required("table"));
    }

    /** Tells that a map leads to something that is no code. */
    void refuseCode(String parameter, String code, String table) {
        isSound = false;
        complaints.add(place(parameter), MappingProblem.NOT_IN_CODE_TABLE, code, table);
    }

    /** Tells that the function cannot use what is given. */
    void refuse(String name, String found) {
        Parameter parameter = named(name);
        refuse(place(name), parameter == null ? at(0) : parameter, found);
    }

    /** Tells what is wrong with the call, where an argument stands. */
    void refuse(String name, Problem problem, String... found) {
        isSound = false;
        complaints.add(place(name), problem, found);
    }

    private void take(Parameter parameter, Call.Argument argument) {
        Literal literal = argument.literal();
        boolean fits =
                switch (parameter.form()) {
                    case TEXT, MANY -> literal instanceof Literal.Text;
                    case COUNT ->
                        literal instanceof Literal.Text text && text.text().matches("[1-9][0-9]{0,3}");
                    case WHOLE ->
                        literal instanceof Literal.Text text && text.text().matches("0|[1-9][0-9]{0,3}");
                    case LIST -> literal instanceof Literal.Text || literal instanceof Literal.Texts;
                    case PAIRS -> literal instanceof Literal.Pairs;
                };
        boolean isAgain = parameter.form() != Parameter.Form.MANY && given.containsKey(parameter.name());
        if (!fits || isAgain) {
            refuse(argument.place(), parameter, literal.written());
        }
        given.computeIfAbsent(parameter.name(), name -> new ArrayList<>()).add(argument);
    }

    private @Nullable Parameter at(int place) {
        List<Parameter> parameters = function.parameters();
        if (!parameters.isEmpty() && parameters.get(0).form() == Parameter.Form.MANY) {
            return parameters.get(0);
        }
        return place < parameters.size() ? parameters.get(place) : null;
    }

    private @Nullable Parameter named(String name) {
        return function.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private Place place(String name) {
        List<Call.Argument> arguments = given.get(name);
        return arguments == null ? call.place() : arguments.get(0).place();
    }

    private void refuse(Place place, @Nullable Parameter parameter, String found) {
        isSound = false;
        complaints.add(
                place,
                MappingProblem.WRONG_ARGUMENT,
                function.name(),
                parameter == null ? "" : parameter.name(),
                function.usage(),
                found.isEmpty() ? "an empty text" : "'" + found + "'",
                parameter == null ? "" : parameter.summary(Locale.ENGLISH),
                parameter == null ? "" : parameter.summary(Locale.CHINESE),
                found.isEmpty() ? "空文本" : " “" + found + "”");
    }

    private void complain(Place place, MappingProblem problem, String argument) {
        isSound = false;
        complaints.add(place, problem, function.name(), argument, function.usage());
    }
}
