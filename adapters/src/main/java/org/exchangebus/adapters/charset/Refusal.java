package org.exchangebus.adapters.charset;

import java.util.List;
import org.exchangebus.schemas.problem.Problem;

/**
 * Why a row, or a text in it, is not taken.
 *
 * @param arguments the values that the problem's text names
 */
public record Refusal(Problem problem, List<String> arguments) {

    public Refusal(Problem problem, String... arguments) {
        this(problem, List.of(arguments));
    }
}
