package org.exchangebus.transformers.mapping;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exchangebus.schemas.record.Cells;
import org.exchangebus.transformers.expression.Expression;
import org.exchangebus.transformers.function.Complaints;
import org.exchangebus.transformers.function.Kind;
import org.exchangebus.transformers.problem.MappingProblem;
import org.exchangebus.transformers.problem.Nearest;
import org.exchangebus.transformers.problem.Place;
import org.exchangebus.transformers.problem.ValueProblem;
import org.jspecify.annotations.Nullable;

/** Compiles expressions in CEL, the way out where the language has no word. */
final class ExpressionCompiler {

    private ExpressionCompiler() {}

    /** Compiles an expression; null where something is wrong with it, all of which is told. */
    static @Nullable Compiled compile(Chain.Expression source, List<String> fields, Complaints complaints) {
        List<Expression.Mistake> mistakes = new ArrayList<>();
        Expression expression = Expression.of(source.text(), fields, mistakes);
        for (Expression.Mistake mistake : mistakes) {
            Place place = mistake.line() == 1 ? source.place().plus(mistake.column() - 1) : source.place();
            if (mistake.unknown() != null) {
                complaints.add(place, MappingProblem.UNKNOWN_FIELD, Nearest.arguments(mistake.unknown(), fields));
            } else {
                complaints.add(
                        place,
                        MappingProblem.EXPRESSION_WRONG,
                        mistake.what().english(),
                        mistake.what().chinese());
            }
        }
        if (expression == null) {
            return null;
        }
        Kind kind =
                switch (expression.result()) {
                    case TEXT -> Kind.TEXT;
                    case NUMBER -> Kind.NUMBER;
                    case BOOLEAN -> Kind.BOOLEAN;
                };
        Node node = work -> {
            Optional<String> made = expression.evaluate(name -> text(work.row, fields.indexOf(name)));
            if (made.isEmpty()) {
                work.value.setNothing();
                return work.fails(ValueProblem.EXPRESSION_FAILS, "expression", source.text());
            }
            byte[] text = made.get().getBytes(StandardCharsets.UTF_8);
            work.value.set(text, 0, text.length);
            return true;
        };
        return new Compiled(new Typed(node, kind, List.of(), null), expression);
    }

    /** An expression with what is known of it. */
    record Compiled(Typed typed, Expression expression) {}

    private static String text(Cells row, int field) {
        String text = row.text(field);
        return text == null ? "" : text;
    }
}
