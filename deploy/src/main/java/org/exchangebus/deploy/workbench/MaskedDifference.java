package org.exchangebus.deploy.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.exchangebus.schemas.catalogue.Item;
import org.exchangebus.transformers.example.Difference;
import org.exchangebus.transformers.mapping.Mapping;

/** Differences as people may see them: the values of personal items masked, as the catalogue says. */
final class MaskedDifference {

    private MaskedDifference() {}

    static List<Difference> all(Mapping mapping, List<Difference> differences) {
        List<Item> items = mapping.resource().items();
        return differences.stream()
                .map(difference -> new Difference(
                        difference.row(),
                        difference.item(),
                        masked(items, difference.item(), difference.expected()),
                        masked(items, difference.item(), difference.actual())))
                .toList();
    }

    /** The value of an item, or an outcome in which values stand by the names of their items. */
    private static JsonNode masked(List<Item> items, String name, JsonNode node) {
        if (node.isTextual()) {
            return items.stream()
                    .filter(item -> item.name().equals(name))
                    .findFirst()
                    .<JsonNode>map(item -> TextNode.valueOf(item.shown(node.asText())))
                    .orElse(node);
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode shown = node.deepCopy();
        node.fields()
                .forEachRemaining(field -> shown.set(field.getKey(), masked(items, field.getKey(), field.getValue())));
        return shown;
    }
}
