package org.exchangebus.transformers.explain;

import java.util.List;
import org.exchangebus.schemas.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What one rule of the catalogue says to an item.
 *
 * @param rule the rule's name, as in quarantine
 * @param wants what it wants, such as a length, a code table, a kind of identifier or the other item; may be empty
 * @param problem what is wrong or doubtful; null where nothing is
 * @param arguments the values that the problem's text names, masked where they are personal
 */
public record Verdict(
        String rule, String wants, Kind kind, @Nullable Problem problem, List<String> arguments) {

    /** How a rule decides. */
    public enum Kind {
        ACCEPTED,
        /** The record is delivered, and somebody should look. */
        DOUBTED,
        REFUSED,
        /** It would refuse, and the mapping says why the item may be missing. */
        WAIVED,
        /** It looks at several items, and one of them is out of order by itself. */
        UNASKED
    }

    public Verdict {
        arguments = List.copyOf(arguments);
    }
}
