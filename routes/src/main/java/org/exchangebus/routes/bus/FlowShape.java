package org.exchangebus.routes.bus;

import java.util.List;

/**
 * What the bus has to know of a flow's rows and records, beyond passing them on.
 *
 * @param fields the source's fields, in the order of the cells
 * @param key items of the resource's key, in their order
 */
public record FlowShape(List<String> fields, List<String> key) {

    public FlowShape {
        fields = List.copyOf(fields);
        key = List.copyOf(key);
    }
}
