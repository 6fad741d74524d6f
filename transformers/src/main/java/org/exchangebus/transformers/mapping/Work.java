package org.exchangebus.transformers.mapping;

import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.schemas.record.Cells;
import org.exchangebus.transformers.tree.Tree;
import org.exchangebus.transformers.value.JsonText;
import org.exchangebus.transformers.value.Value;
import org.jspecify.annotations.Nullable;

/** What one thread works with: the row, the value on its way, and what went wrong with it. */
final class Work {

    private static final Tree NO_TREE = new Tree();

    final Cells row;
    final Value value = new Value();

    /** Structures while they are being written. */
    final JsonText json = new JsonText(256);

    /** The document and the element of it that is being repeated. */
    Tree tree = NO_TREE;

    int element;

    private @Nullable Problem problem;
    private String rule = "";
    private String written = "";

    Work(Cells row) {
        this.row = row;
    }

    /** Tells that a step could not be done; always false, as the answer of who evaluates. */
    boolean fails(Problem with, String function, String call) {
        problem = with;
        rule = function;
        written = call;
        return false;
    }

    boolean hasFailed() {
        return problem != null;
    }

    void forget() {
        problem = null;
    }

    /** What went wrong; only after {@link #hasFailed}. */
    Problem problem() {
        Problem there = problem;
        if (there == null) {
            throw new IllegalStateException("Nothing went wrong");
        }
        return there;
    }

    /** Name of the function that could not be done. */
    String rule() {
        return rule;
    }

    /** The function as it is called in the mapping. */
    String written() {
        return written;
    }
}
