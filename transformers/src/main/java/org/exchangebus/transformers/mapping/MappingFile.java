package org.exchangebus.transformers.mapping;

import java.util.List;
import java.util.Map;
import org.exchangebus.transformers.function.Table;
import org.exchangebus.transformers.problem.Place;
import org.jspecify.annotations.Nullable;

/**
 * A mapping as it is written, before it is compiled; what could not be read is left out and was told.
 *
 * @param place where its items are
 * @param resource null where it is not there
 * @param tables its own tables; null for one with which something is wrong
 * @param waived items that go without a value, and why
 * @param ignored fields that are not used, and why
 */
record MappingFile(
        Place place,
        String summary,
        @Nullable String resource,
        Place resourcePlace,
        Map<String, @Nullable Table> tables,
        List<ItemText> items,
        Map<String, Reason> waived,
        Map<String, Reason> ignored,
        List<Rule> leaveOut,
        List<Rule> delete) {

    /**
     * How one item is made.
     *
     * @param value null where it could not be read
     */
    record ItemText(String item, Place place, @Nullable Chain value) {}

    /** Why something is not there, and where that is said. */
    record Reason(String text, Place place) {}

    /** Which rows are treated in a special way, and why. */
    record Rule(Condition when, String because, Place place) {}
}
