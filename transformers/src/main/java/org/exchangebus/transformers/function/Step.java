package org.exchangebus.transformers.function;

import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.transformers.value.Value;
import org.jspecify.annotations.Nullable;

/** One compiled call of a function; shared by threads. */
@FunctionalInterface
public interface Step {

    /**
     * Changes the value.
     *
     * @return null, or what is wrong; the value then is as it was
     */
    @Nullable
    Problem apply(Value value);

    /** Whether the step has something to say where there is no value. */
    default boolean takesNothing() {
        return false;
    }
}
