package org.exchangebus.transformers.mapping;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.record.Cells;
import org.exchangebus.transformers.function.Call;
import org.exchangebus.transformers.function.Table;
import org.exchangebus.transformers.problem.MappingProblem;
import org.exchangebus.transformers.problem.Place;
import org.jspecify.annotations.Nullable;

/** A text of the language tried on one value. */
public final class Tried {

    /** The tables of the examples. */
    public static final Map<String, Table> TABLES = Map.of(
            "grade",
            new Table(List.of("grade", "code", "label"), List.of(List.of("甲", "1", "优"), List.of("乙", "2", "良"))));

    private final Node node;
    private final Work work = new Work(new Cells(1));

    /** Compiles {@code F | steps}. */
    public Tried(String steps) {
        List<Finding> findings = new ArrayList<>();
        Typed typed = null;
        try {
            Chain chain = Parser.value("F | " + steps, new Place("try", 1, 1, true));
            typed = new ChainCompiler(
                            List.of("F"),
                            TABLES,
                            (place, problem, arguments) -> findings.add(Finding.of(place.text(), problem, arguments)),
                            new Watched(null))
                    .compile(chain);
        } catch (SyntaxException e) {
            findings.add(Finding.of("try", MappingProblem.SYNTAX, e.arguments()));
        }
        if (typed == null || !findings.isEmpty()) {
            throw new ProblemException(findings);
        }
        node = typed.node();
    }

    /** What becomes of the text: the result, {@code ""} for no value, the problem's name where it is rejected. */
    public String on(@Nullable String text) {
        // The text stands inside a larger array, so that looking beyond its ends shows.
        byte[] utf8 = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        byte[] inside = new byte[utf8.length + 6];
        java.util.Arrays.fill(inside, (byte) '7');
        System.arraycopy(utf8, 0, inside, 3, utf8.length);
        byte[] before = inside.clone();
        if (text == null) {
            work.row.setNull(0);
        } else {
            work.row.set(0, inside, 3, 3 + utf8.length);
        }
        work.value.startRow();
        work.forget();
        boolean isMade = node.evaluate(work);
        if (!java.util.Arrays.equals(before, inside)) {
            throw new AssertionError("The source's bytes were written to");
        }
        if (!isMade) {
            return work.problem().toString();
        }
        String made = work.value.text();
        return made == null ? "" : made;
    }

    /** The calls of {@code steps}, as a mapping writes them. */
    public static List<Call> calls(String steps) {
        try {
            return Parser.steps(steps, new Place("try", 1, 1, true));
        } catch (SyntaxException e) {
            throw new ProblemException(Finding.of("try", MappingProblem.SYNTAX, e.arguments()));
        }
    }

    public static String of(String steps, @Nullable String text) {
        return new Tried(steps).on(text);
    }
}
