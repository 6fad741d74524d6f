package org.exchangebus.transformers.mapping;

import java.util.List;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.transformers.function.Call;
import org.exchangebus.transformers.function.Step;
import org.exchangebus.transformers.value.Value;

/** A compiled value: where it comes from and what becomes of it. Shared by threads. */
@FunctionalInterface
interface Node {

    /**
     * Lets the work's value be this one.
     *
     * @return whether it could be made; if not, the work knows why
     */
    boolean evaluate(Work work);

    static Node field(int position) {
        return new Field(position);
    }

    /** A field of the row. */
    record Field(int position) implements Node {

        @Override
        public boolean evaluate(Work work) {
            read(work);
            return true;
        }

        void read(Work work) {
            byte[] array = work.row.array(position);
            if (array == null) {
                work.value.setNothing();
            } else {
                work.value.set(array, work.row.start(position), work.row.end(position));
            }
        }
    }

    static Node constant(byte[] text) {
        return work -> {
            work.value.set(text, 0, text.length);
            return true;
        };
    }

    static Node steps(Node source, List<Call> calls, List<Step> compiled) {
        Step[] steps = compiled.toArray(Step[]::new);
        if (source instanceof Field field) {
            // Most values come straight from a field; they are spared a call.
            return work -> {
                field.read(work);
                return isDone(work, steps, calls);
            };
        }
        return work -> source.evaluate(work) && isDone(work, steps, calls);
    }

    private static boolean isDone(Work work, Step[] steps, List<Call> calls) {
        Value value = work.value;
        for (int i = 0; i < steps.length; i++) {
            Step step = steps[i];
            if (value.isNothing() && !step.takesNothing()) {
                continue;
            }
            Problem problem = step.apply(value);
            if (problem != null) {
                return work.fails(problem, calls.get(i).function(), calls.get(i).written());
            }
        }
        return true;
    }

    static Node first(List<Node> nodes) {
        Node[] values = nodes.toArray(Node[]::new);
        return work -> {
            for (Node value : values) {
                if (!value.evaluate(work)) {
                    return false;
                }
                if (!work.value.isNothing()) {
                    return true;
                }
            }
            return true;
        };
    }

    static Node join(List<Node> nodes, byte[] with) {
        Node[] values = nodes.toArray(Node[]::new);
        return work -> {
            Value value = work.value;
            byte[] text = with;
            int start = 0;
            int end = -1;
            for (Node part : values) {
                if (!part.evaluate(work)) {
                    return false;
                }
                if (!value.isNothing()) {
                    if (end >= 0) {
                        value.prepend(text, start, end, with);
                    }
                    text = value.array();
                    start = value.start();
                    end = value.end();
                }
            }
            if (end < 0) {
                value.setNothing();
            } else {
                value.set(text, start, end);
            }
            return true;
        };
    }

    static Node choose(List<Guard> guards, List<Node> nodes, Node otherwise) {
        Guard[] conditions = guards.toArray(Guard[]::new);
        Node[] values = nodes.toArray(Node[]::new);
        return work -> {
            for (int i = 0; i < conditions.length; i++) {
                boolean holds = conditions[i].holds(work);
                if (work.hasFailed()) {
                    return false;
                }
                if (holds) {
                    return values[i].evaluate(work);
                }
            }
            return otherwise.evaluate(work);
        };
    }
}
