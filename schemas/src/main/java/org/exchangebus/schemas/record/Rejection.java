package org.exchangebus.schemas.record;

import java.util.List;
import org.exchangebus.schemas.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A row that did not become a record.
 *
 * @param place file, page or table that the row came from
 * @param position line, record or row number in it
 * @param key the record's key as far as it could be read, values joined by {@code |}
 * @param item the item that is wrong, by its name in the catalogue, or the source's field where no item is
 * @param rule the rule that is broken, such as {@code length}, {@code code-table}, {@code sex-agrees-with-identity-number}
 * @param problem what is wrong
 * @param arguments the values that the problem's text names; personal ones are masked
 * @param payload the row, as a JSON object of the source's fields; where the row could not be read, its bytes
 * @param further what else is wrong with the row; may be none
 */
public record Rejection(
        String place,
        long position,
        @Nullable String key,
        @Nullable String item,
        String rule,
        Problem problem,
        List<String> arguments,
        byte[] payload,
        List<Reason> further) {

    /** One of several things that are wrong with a row; its parts are those of the rejection. */
    public record Reason(@Nullable String item, String rule, Problem problem, List<String> arguments) {

        public Reason {
            arguments = List.copyOf(arguments);
        }
    }

    public Rejection {
        arguments = List.copyOf(arguments);
        further = List.copyOf(further);
    }

    /** A row with one thing wrong. */
    public Rejection(
            String place,
            long position,
            @Nullable String key,
            @Nullable String item,
            String rule,
            Problem problem,
            List<String> arguments,
            byte[] payload) {
        this(place, position, key, item, rule, problem, arguments, payload, List.of());
    }
}
