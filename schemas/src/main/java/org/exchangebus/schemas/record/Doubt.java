package org.exchangebus.schemas.record;

import java.util.List;
import org.exchangebus.schemas.problem.Problem;

/**
 * A doubt about records of one chunk that are delivered all the same, such as a region that no list has. Equal doubts
 * are one, however many records raise them, so that a source that is doubtful everywhere costs no more than one line.
 *
 * @param item the doubtful item, by its name in the catalogue
 * @param rule the rule that raises it, such as {@code identifier}
 * @param problem what is doubtful
 * @param arguments the values that the problem's text names, of the first record; personal ones are masked
 * @param place file, page or table that the first record came from
 * @param position line, record or row number in it
 * @param records how many records of the chunk raise it
 */
public record Doubt(
        String item, String rule, Problem problem, List<String> arguments, String place, long position, int records) {

    public Doubt {
        arguments = List.copyOf(arguments);
    }
}
