package org.exchangebus.transformers.explain;

import java.util.List;
import org.exchangebus.schemas.record.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row, and how: the engine's own work on it, looked at.
 *
 * @param mapping {@code <system>/<mapping>}
 * @param place file, page or table that the row came from
 * @param position line, record or row number in it
 * @param rules whether the row is left out or deletes, as far as that was asked
 * @param items each item of the resource, in its order; none where the row is left out or could not be read
 * @param reasons why the row was rejected, the first one first
 */
public record Explanation(
        String mapping,
        String place,
        long position,
        Fate fate,
        List<Trace> rules,
        List<ExplainedItem> items,
        List<Rejection.Reason> reasons) {

    public Explanation {
        rules = List.copyOf(rules);
        items = List.copyOf(items);
        reasons = List.copyOf(reasons);
    }

    /** The item of a name. */
    public @Nullable ExplainedItem item(String name) {
        return items.stream()
                .filter(item -> item.item().name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
