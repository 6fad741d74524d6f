package org.exchangebus.schemas.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import org.exchangebus.schemas.catalogue.Item;
import org.exchangebus.schemas.catalogue.Obligation;

/** The JSON Schema of what stands in a structure: an object, or a list of such, in which nothing is null. */
final class StructureSchema {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Function<Item, ObjectNode> texts;

    /** @param texts says of an item what its canonical text looks like */
    StructureSchema(Function<Item, ObjectNode> texts) {
        this.texts = texts;
    }

    ObjectNode of(Item structure) {
        ObjectNode group = NODES.objectNode().put("type", "object");
        ObjectNode properties = group.putObject("properties");
        ArrayNode required = NODES.arrayNode();
        for (Item item : structure.items()) {
            properties.set(item.name(), value(item));
            if (item.obligation() == Obligation.MANDATORY) {
                required.add(item.name());
            }
        }
        group.set("required", required);
        group.put("additionalProperties", false);
        if (!structure.isRepeated()) {
            return group;
        }
        ObjectNode list = NODES.objectNode().put("type", "array").put("minItems", 1);
        list.set("items", group);
        return list;
    }

    private ObjectNode value(Item item) {
        ObjectNode head = NODES.objectNode()
                .put("title", item.title())
                .put("description", item.summary().english());
        return switch (item.type()) {
            case STRUCTURE -> {
                if (!item.items().isEmpty()) {
                    head.setAll(of(item));
                }
                yield head;
            }
            case DECIMAL, MONEY -> head.put("type", "number");
            case INTEGER -> head.put("type", "integer");
            case BOOLEAN -> head.put("type", "boolean");
            default -> texts.apply(item).put("type", "string").put("minLength", 1);
        };
    }
}
