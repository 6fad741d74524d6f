package org.exchangebus.transformers.mapping;

import org.exchangebus.schemas.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Looks on while a mapping is compiled and while it works: what explanations, lineage and coverage are made from.
 *
 * <p>A watched mapping ({@link Mapping#watched}) is the mapping itself, compiled once more with the watch standing
 * around the same values, steps and conditions; one that is not watched knows nothing of it. Spots are told of in the
 * order of the work and nested like it. Of a step that has nothing to work on, nothing is told. Not thread-safe.
 */
public interface Watch {

    /** What came of the work at a spot. */
    sealed interface Outcome {}

    /** The value there now; null where there is none. */
    record Made(@Nullable String text) implements Outcome {}

    /** A condition was decided. */
    record Decided(boolean holds) implements Outcome {}

    /** A value could not be made, or a condition not be decided because of one. */
    record Undone(Problem problem) implements Outcome {}

    /** While compiling: a spot begins; others may be inside it. */
    default void enters(Spot spot) {}

    /** While compiling: what was entered last reads this field of the source. */
    default void reads(String field) {}

    /** While compiling: the spot ends. */
    default void leaves(Spot spot) {}

    /** On each row: the work at a spot begins. */
    default void begins(Spot spot) {}

    /** On each row: the work at a spot is done. */
    default void ends(Spot spot, Outcome outcome) {}
}
