package org.exchangebus.transformers.mapping;

import org.exchangebus.transformers.function.Call;
import org.exchangebus.transformers.problem.Place;
import org.jspecify.annotations.Nullable;

/**
 * Something of a mapping that does a piece of the work, as it is written.
 *
 * @param name the item that is made, the field that is read, the function that is called, or why rows are left out or
 *     deleted; null where it has no name of its own
 * @param written as it stands in the mapping
 * @param call the function's call; null where it is no step
 */
public record Spot(
        Kind kind,
        @Nullable String name,
        String written,
        Place place,
        @Nullable Call call) {

    /** What is done there. */
    public enum Kind {
        /** An item is made. */
        ITEM,
        /** A value comes from somewhere: a field, a constant, one of several values. */
        SOURCE,
        /** A function works on the value. */
        STEP,
        /** A condition is decided. */
        CONDITION,
        /** Whether the row is left out. */
        LEAVE_OUT,
        /** Whether the record is to be deleted. */
        DELETE
    }

    static Spot of(Chain.Source source) {
        String field = source instanceof Chain.Field read ? read.name() : null;
        return new Spot(Kind.SOURCE, field, source.written(), source.place(), null);
    }

    static Spot of(Call call) {
        return new Spot(Kind.STEP, call.function(), call.written(), call.place(), call);
    }

    static Spot of(Condition condition) {
        return new Spot(Kind.CONDITION, null, condition.written(), condition.place(), null);
    }

    static Spot of(MappingFile.ItemText item, Chain value) {
        return new Spot(Kind.ITEM, item.item(), value.written(), item.place(), null);
    }

    static Spot of(Kind kind, MappingFile.Rule rule) {
        return new Spot(kind, rule.because(), rule.when().written(), rule.place(), null);
    }
}
