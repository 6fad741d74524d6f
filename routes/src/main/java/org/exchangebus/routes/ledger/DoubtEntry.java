package org.exchangebus.routes.ledger;

import java.util.List;

/**
 * A doubt about records that a run delivered all the same.
 *
 * @param rule the rule that raises it
 * @param code code of the problem
 * @param records how many records of the run raise it
 * @param place file, page or table of the first of them
 * @param position line, record or row number in it
 * @param text what is doubtful about the first, in English
 * @param arguments the values that the problem's text names
 */
public record DoubtEntry(
        String flow,
        String item,
        String rule,
        String code,
        long records,
        String place,
        long position,
        String text,
        List<String> arguments) {

    public DoubtEntry {
        arguments = List.copyOf(arguments);
    }
}
