package org.exchangebus.transformers.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.exchangebus.schemas.masking.Masking;
import org.exchangebus.transformers.mapping.Spot;
import org.exchangebus.transformers.mapping.Watch;
import org.jspecify.annotations.Nullable;

/**
 * One piece of the work on a row, with the pieces inside it in their order: of an item its source and its steps, of a
 * condition the value that it looks at.
 */
public record Trace(Spot spot, Watch.Outcome outcome, List<Trace> parts) {

    public Trace {
        parts = List.copyOf(parts);
    }

    /** The value that came of it; null where there is none. */
    public @Nullable String value() {
        return outcome instanceof Watch.Made made ? made.text() : null;
    }

    /** Whether the source of a value is a field. */
    boolean isField() {
        return spot.kind() == Spot.Kind.SOURCE && spot.name() != null;
    }

    /** This trace as people may see it. @param item how the item is masked; null where that depends on the fields */
    Trace masked(@Nullable Masking item, Map<String, Masking> fields) {
        List<Trace> shown = new ArrayList<>();
        Masking flowing = null;
        for (Trace part : parts) {
            // A step works on what the source before it gave.
            flowing = part.spot.kind() == Spot.Kind.STEP ? flowing : part.carried(fields);
            Masking mask = item != null ? item : flowing;
            shown.add(part.masked(item, fields).with(mask));
        }
        return new Trace(spot, outcome, shown);
    }

    Trace with(@Nullable Masking mask) {
        return mask != null && outcome instanceof Watch.Made made && made.text() != null
                ? new Trace(spot, new Watch.Made(mask.mask(made.text())), parts)
                : this;
    }

    /** How what flows out of here is masked: as the fields are that it comes from. */
    private @Nullable Masking carried(Map<String, Masking> fields) {
        if (isField()) {
            return fields.get(spot.name());
        }
        Masking mask = null;
        for (Trace part : parts) {
            Masking other = part.spot.kind() == Spot.Kind.CONDITION ? null : part.carried(fields);
            mask = mask == null || mask == other ? other : other == null ? mask : Masking.WHOLE;
        }
        return mask;
    }
}
