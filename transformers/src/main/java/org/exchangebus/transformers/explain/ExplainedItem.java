package org.exchangebus.transformers.explain;

import java.util.List;
import org.exchangebus.schemas.catalogue.Item;
import org.jspecify.annotations.Nullable;

/**
 * How one item was made, and what the catalogue says to it.
 *
 * @param trace the work on it; null where the mapping does not make it, or not for this row
 * @param value what it is in the end, as it may be shown; null where there is none
 * @param waived why the mapping leaves it out though the catalogue wants it; null where it does not
 */
public record ExplainedItem(
        Item item,
        @Nullable Trace trace,
        @Nullable String value,
        @Nullable String waived,
        List<Verdict> verdicts) {

    public ExplainedItem {
        verdicts = List.copyOf(verdicts);
    }
}
