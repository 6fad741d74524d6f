package org.exchangebus.transformers.mapping;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.exchangebus.transformers.function.Call;
import org.exchangebus.transformers.function.Canonical;
import org.exchangebus.transformers.function.Complaints;
import org.exchangebus.transformers.function.Function;
import org.exchangebus.transformers.function.Functions;
import org.exchangebus.transformers.function.Kind;
import org.exchangebus.transformers.function.Step;
import org.exchangebus.transformers.function.Table;
import org.exchangebus.transformers.problem.MappingProblem;
import org.exchangebus.transformers.problem.Nearest;
import org.exchangebus.transformers.problem.Place;
import org.jspecify.annotations.Nullable;

/** Compiles values and conditions against the fields of a source; remembers which fields are used. */
final class ChainCompiler {

    private static final Set<Kind> ORDERED = Set.of(Kind.NUMBER, Kind.DATE, Kind.DATE_TIME);

    private final List<String> fields;
    private final Complaints complaints;
    private final Watched watched;
    private final Map<String, @Nullable Table> tables;
    private final StructureCompiler structures;
    private final Set<String> used = new HashSet<>();

    ChainCompiler(List<String> fields, Map<String, @Nullable Table> tables, Complaints complaints, Watched watched) {
        this.fields = fields;
        this.tables = tables;
        this.complaints = complaints;
        this.watched = watched;
        structures = new StructureCompiler(this, complaints);
    }

    /** Lets go of what was used before, to tell what is used by one value; it counts as used all the same. */
    <T> T apart(Set<String> own, Supplier<T> compilation) {
        Set<String> before = new HashSet<>(used);
        used.clear();
        T compiled = compilation.get();
        own.addAll(used);
        used.addAll(before);
        return compiled;
    }

    Set<String> used() {
        return used;
    }

    /** Compiles a value; null where something is wrong with it, all of which is told. */
    @Nullable
    Typed compile(Chain chain) {
        Typed typed = watched.source(chain.source(), () -> source(chain.source()));
        Kind kind = typed == null ? null : typed.kind();
        List<Step> steps = new ArrayList<>();
        String codeTable = typed == null ? null : typed.codeTable();
        for (Call call : chain.steps()) {
            Function function = Functions.named(call.function());
            if (function == null) {
                complaints.add(
                        call.place(),
                        MappingProblem.UNKNOWN_FUNCTION,
                        Nearest.arguments(call.function(), Functions.names()));
                kind = null;
                continue;
            }
            boolean fits = kind == null || fits(function.takes(), kind);
            if (!fits) {
                tellMismatch(call.place(), call.function(), function.takes(), kind);
            }
            Step step = step(function, call, kind == null ? Kind.SAME : kind);
            if (step != null) {
                steps.add(watched.step(call, step));
            }
            kind = function.gives() != Kind.SAME ? function.gives() : kind == Kind.SAME ? Kind.TEXT : kind;
            codeTable = call.function().equals("code") ? call.arguments().isEmpty() ? null : table(call) : codeTable;
        }
        if (typed == null || kind == null || steps.size() < chain.steps().size()) {
            return null;
        }
        return steps.isEmpty()
                ? typed
                : new Typed(Node.steps(typed.node(), chain.steps(), steps), kind, List.of(), codeTable);
    }

    /** Compiles one call; null where something is wrong with it, all of which is told. */
    @Nullable
    Step step(Function function, Call call, Kind before) {
        return function.compile(call, before, tables, complaints);
    }

    private void tellMismatch(Place place, String function, Kind takes, Kind there) {
        complaints.add(
                place,
                MappingProblem.STEP_MISMATCH,
                function,
                takes.word(),
                there.word(),
                takes.word(Locale.CHINESE),
                there.word(Locale.CHINESE));
    }

    private static String table(Call call) {
        return call.arguments().get(0).literal().written();
    }

    private static boolean fits(Kind takes, Kind there) {
        return takes == Kind.SAME || takes == there || there == Kind.SAME && takes == Kind.TEXT;
    }

    private @Nullable Typed source(Chain.Source source) {
        if (source instanceof Chain.Field field) {
            return field(field);
        }
        if (source instanceof Chain.Constant constant) {
            byte[] text = constant.text().getBytes(StandardCharsets.UTF_8);
            return new Typed(Node.constant(text), Kind.SAME, List.of(constant), null);
        }
        if (source instanceof Chain.First first) {
            Branches branches = new Branches("first", first.values());
            return branches.isSound() ? branches.typed(Node.first(branches.nodes)) : null;
        }
        if (source instanceof Chain.Join join) {
            List<Typed> parts = new ArrayList<>();
            join.values().stream()
                    .map(this::compile)
                    .filter(java.util.Objects::nonNull)
                    .forEach(parts::add);
            byte[] with = join.with().getBytes(StandardCharsets.UTF_8);
            return parts.size() < join.values().size()
                    ? null
                    : new Typed(Node.join(parts.stream().map(Typed::node).toList(), with), Kind.TEXT, List.of(), null);
        }
        if (source instanceof Chain.Choose choose) {
            return choose(choose);
        }
        if (source instanceof Chain.Element element) {
            return structures.compile(element);
        }
        if (source instanceof Chain.Structure structure) {
            return structures.compile(structure);
        }
        if (source instanceof Chain.Expression expression) {
            return expression(expression);
        }
        return new Typed(Node.constant(new byte[0]), Kind.SAME, List.of(), null);
    }

    private @Nullable Typed field(Chain.Field field) {
        int position = fields.indexOf(field.name());
        if (position < 0) {
            complaints.add(field.place(), MappingProblem.UNKNOWN_FIELD, Nearest.arguments(field.name(), fields));
            return null;
        }
        used.add(field.name());
        watched.reads(field.name());
        return new Typed(Node.field(position), Kind.TEXT, List.of(), null);
    }

    private @Nullable Typed expression(Chain.Expression source) {
        ExpressionCompiler.Compiled compiled = ExpressionCompiler.compile(source, fields, complaints);
        if (compiled == null) {
            return null;
        }
        for (String field : compiled.expression().fields()) {
            used.add(field);
            watched.reads(field);
        }
        return compiled.typed();
    }

    private @Nullable Typed choose(Chain.Choose choose) {
        List<Guard> guards = new ArrayList<>();
        List<Chain> values = new ArrayList<>();
        for (Chain.Option option : choose.options()) {
            Guard guard = compile(option.when());
            if (guard != null) {
                guards.add(guard);
            }
            values.add(option.then());
        }
        values.add(choose.otherwise());
        Branches branches = new Branches("choose", values);
        if (!branches.isSound() || guards.size() < choose.options().size()) {
            return null;
        }
        List<Node> nodes = branches.nodes;
        int last = nodes.size() - 1;
        return branches.typed(Node.choose(guards, nodes.subList(0, last), nodes.get(last)));
    }

    /** Compiles a condition; null where something is wrong with it, all of which is told. */
    @Nullable
    Guard compile(Condition condition) {
        return watched.condition(condition, () -> guard(condition));
    }

    private @Nullable Guard guard(Condition condition) {
        if (condition instanceof Condition.Not not) {
            Guard inner = compile(not.condition());
            return inner == null ? null : Guard.not(inner);
        }
        if (condition instanceof Condition.Is is) {
            Typed value = compile(is.value());
            return value == null || !isEverTrue(is, value.kind())
                    ? null
                    : Guard.compare(value.node(), is.comparison(), is.texts());
        }
        if (condition instanceof Condition.Compared compared) {
            return compared(compared);
        }
        List<Condition> inner = condition.parts();
        List<Guard> guards = new ArrayList<>();
        for (Condition one : inner) {
            Guard guard = compile(one);
            if (guard != null) {
                guards.add(guard);
            }
        }
        if (guards.size() < inner.size()) {
            return null;
        }
        return condition instanceof Condition.All ? Guard.all(guards) : Guard.any(guards);
    }

    /** Whether the texts are canonical ones of what the value is known to be; another one would never be met. */
    private boolean isEverTrue(Condition.Is is, Kind kind) {
        boolean isTyped = ORDERED.contains(kind) || kind == Kind.BOOLEAN;
        if (!isTyped || is.comparison() != Condition.Comparison.ONE_OF) {
            return true;
        }
        for (String text : is.texts()) {
            if (!Canonical.is(kind, text)) {
                complaints.add(
                        is.value().place(),
                        MappingProblem.NOT_COMPARABLE,
                        "'" + text + "'",
                        kind.word(),
                        kind.word(Locale.CHINESE));
                return false;
            }
        }
        return true;
    }

    private @Nullable Guard compared(Condition.Compared compared) {
        Typed value = compile(compared.value());
        Typed other = compile(compared.other());
        if (value == null || other == null) {
            return null;
        }
        boolean isOrdered = ORDERED.contains(value.kind());
        if (compared.order() != Condition.Order.EQUAL && !isOrdered) {
            complaints.add(
                    compared.value().place(),
                    MappingProblem.NOT_ORDERED,
                    compared.value().written(),
                    value.kind().word(),
                    value.kind().word(Locale.CHINESE));
            return null;
        }
        boolean isSameKind = other.kind() == value.kind()
                || other.kind() == Kind.SAME
                        && other.constants().stream().allMatch(constant -> Canonical.is(value.kind(), constant.text()));
        if (!isSameKind) {
            complaints.add(
                    compared.other().place(),
                    MappingProblem.NOT_COMPARABLE,
                    compared.other().written(),
                    value.kind().word(),
                    value.kind().word(Locale.CHINESE));
            return null;
        }
        return Guard.compare(value.node(), compared.order(), other.node(), value.kind());
    }

    /** Values of which one is taken; they are all of one kind. */
    private final class Branches {

        private final List<Node> nodes = new ArrayList<>();
        private final List<Chain.Constant> constants = new ArrayList<>();
        private final int wanted;
        private Kind kind = Kind.SAME;

        Branches(String function, List<Chain> chains) {
            wanted = chains.size();
            for (Chain chain : chains) {
                Typed typed = compile(chain);
                if (typed == null) {
                    continue;
                }
                if (kind != Kind.SAME && typed.kind() != Kind.SAME && kind != typed.kind()) {
                    tellMismatch(chain.place(), function, kind, typed.kind());
                    continue;
                }
                kind = kind == Kind.SAME ? typed.kind() : kind;
                constants.addAll(typed.constants());
                nodes.add(typed.node());
            }
        }

        boolean isSound() {
            return nodes.size() == wanted;
        }

        Typed typed(Node node) {
            return new Typed(node, kind, constants, null);
        }
    }
}
