package org.exchangebus.transformers.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import org.exchangebus.schemas.catalogue.Rule;
import org.exchangebus.transformers.mapping.Spot;

/** Lineage as data. */
public final class LineageJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private LineageJson() {}

    /** One rule: what it makes, of which fields, and which other items the catalogue holds it against. */
    public static ObjectNode of(ItemRule rule) {
        Spot spot = rule.spot();
        ObjectNode json = JSON.objectNode()
                .put("system", rule.system())
                .put("mapping", rule.mapping().name())
                .put("resource", rule.resource());
        String item = rule.item();
        if (item == null) {
            json.put(spot.kind() == Spot.Kind.DELETE ? "delete" : "left-out", spot.name());
        } else {
            json.put("item", item);
        }
        json.set("values", texts(rule.values()));
        json.set("conditions", texts(rule.conditions()));
        ArrayNode functions = json.putArray("functions");
        rule.steps().forEach(step -> functions.add(step.written()));
        json.put("written", spot.written()).put("at", spot.place().text());
        if (item != null) {
            ArrayNode across = json.putArray("catalogue");
            for (Rule one : Lineage.across(rule.mapping().resource(), item)) {
                across.addObject().put("rule", one.name()).set("items", texts(one.items()));
            }
        }
        return json;
    }

    private static ArrayNode texts(Collection<String> texts) {
        ArrayNode all = JSON.arrayNode();
        texts.forEach(all::add);
        return all;
    }
}
