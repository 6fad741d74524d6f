package org.exchangebus.schemas.problem;

import java.util.List;
import java.util.Locale;

/**
 * A problem met at one place.
 *
 * @param where file:line:column, or flow and run; never a payload
 * @param problem the kind of problem
 * @param arguments the found values that the problem's text names; masked where they are personal
 */
public record Finding(String where, Problem problem, List<String> arguments) {

    public Finding {
        arguments = List.copyOf(arguments);
    }

    public static Finding of(String where, Problem problem, String... arguments) {
        return new Finding(where, problem, List.of(arguments));
    }

    /** Two lines: where, code and what is wrong; then, indented, what to do. */
    public String render(Locale locale) {
        String remedy = problem.remedy(locale, arguments);
        String first = where + "  " + problem.code() + "  " + problem.text(locale, arguments);
        return remedy.isEmpty() ? first : first + System.lineSeparator() + "    " + remedy;
    }
}
