package org.exchangebus.transformers.explain;

import java.util.List;
import java.util.Set;
import org.exchangebus.transformers.function.Call;
import org.exchangebus.transformers.function.Functions;
import org.exchangebus.transformers.mapping.Mapping;
import org.exchangebus.transformers.mapping.Spot;
import org.jspecify.annotations.Nullable;

/**
 * What one line of a mapping makes, and of which fields.
 *
 * @param spot the item; or the condition that leaves a row out or makes its record one that deletes
 * @param values the fields whose values flow into it
 * @param conditions the fields that only decide what flows
 * @param steps the functions that the values go through
 */
public record ItemRule(Mapping mapping, Spot spot, Set<String> values, Set<String> conditions, List<Call> steps) {

    /** The item that is made; null where the rule is one of whole rows. */
    public @Nullable String item() {
        return spot.kind() == Spot.Kind.ITEM ? spot.name() : null;
    }

    public String resource() {
        return mapping.resource().name();
    }

    /** The system whose mapping this is. */
    public String system() {
        return mapping.name().substring(0, mapping.name().indexOf('/'));
    }

    public boolean reads(String field) {
        return values.contains(field) || conditions.contains(field);
    }

    /** Whether the value arrives as it left. */
    boolean isIdentity() {
        return steps.isEmpty() && conditions.isEmpty() && values.contains(spot.written());
    }

    /** Whether the value arrives hashed, cut down or generalised, so that it tells less than it did. */
    boolean isMasking() {
        return steps.stream().anyMatch(step -> Functions.isMasking(step.function()));
    }
}
