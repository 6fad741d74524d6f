package org.exchangebus.transformers.function;

import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.transformers.problem.Place;

/** Is told what is wrong with a mapping, and where. */
@FunctionalInterface
public interface Complaints {

    void add(Place place, Problem problem, String... arguments);
}
