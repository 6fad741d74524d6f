package org.exchangebus.transformers.function;

import java.util.List;
import org.exchangebus.transformers.problem.Place;
import org.jspecify.annotations.Nullable;

/**
 * A function as it is called in a mapping.
 *
 * @param function the function's name, known or not
 * @param written the call as it stands there
 */
public record Call(String function, List<Argument> arguments, Place place, String written) {

    /** One argument; {@code name} is null where it is given by its place. */
    public record Argument(@Nullable String name, Literal literal, Place place) {}
}
