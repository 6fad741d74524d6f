package org.exchangebus.transformers.mapping;

import java.util.List;
import org.exchangebus.schemas.catalogue.Item;
import org.exchangebus.schemas.catalogue.Resource;
import org.jspecify.annotations.Nullable;

/** What a mapping does with a row, compiled; shared by threads. */
final class Plan {

    /**
     * Which rows are treated in a special way.
     *
     * @param field the first field that the condition looks at, for when it cannot be decided
     */
    record Rule(Guard when, String field) {}

    final Resource resource;
    final List<String> fields;
    final List<String> items;
    final int[] key;

    /** How each item is made; null where it is not. */
    final @Nullable Node[] nodes;

    /** Which items may be missing though the catalogue wants them. */
    final boolean[] isWaived;

    /** Which items are made of a field of which a personal item is made, too. */
    final boolean[] isSharing;

    final Rule[] leaveOut;
    final Rule[] delete;

    Plan(
            Resource resource,
            List<String> fields,
            @Nullable Node[] nodes,
            boolean[] isWaived,
            boolean[] isSharing,
            List<Rule> leaveOut,
            List<Rule> delete) {
        this.resource = resource;
        this.fields = fields;
        this.items = resource.items().stream().map(Item::name).toList();
        this.key = resource.key().stream().mapToInt(resource::position).toArray();
        this.nodes = nodes;
        this.isWaived = isWaived;
        this.isSharing = isSharing;
        this.leaveOut = leaveOut.toArray(Rule[]::new);
        this.delete = delete.toArray(Rule[]::new);
    }

    boolean isKey(int item) {
        for (int position : key) {
            if (position == item) {
                return true;
            }
        }
        return false;
    }
}
