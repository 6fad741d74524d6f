package org.exchangebus.transformers.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.exchangebus.transformers.mapping.Mapping;
import org.exchangebus.transformers.mapping.Spot;

/**
 * Lineage as OpenLineage tells it: for each mapping one job event whose output carries the facet {@code columnLineage}.
 *
 * <p>Source datasets are of the namespace {@code system:<system>} and have the mapping's name; the output is the
 * resource, of the namespace {@code catalogue}. Fields that only decide are indirect; those that decide over whole
 * rows stand in the facet's {@code dataset}.
 */
public final class OpenLineage {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String EVENT = "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/JobEvent";
    private static final String FACET =
            "https://openlineage.io/spec/facets/1-2-0/ColumnLineageDatasetFacet.json#/$defs/ColumnLineageDatasetFacet";

    private final String producer;
    private final Instant now;

    /**
     * @param producer URI of the program that says it, with its version
     * @param now when it is said
     */
    public OpenLineage(String producer, Instant now) {
        this.producer = producer;
        this.now = now;
    }

    /** The event of one mapping, of whose rules only those given are told. */
    public ObjectNode event(Mapping mapping, List<ItemRule> rules) {
        String[] name = mapping.name().split("/", 2);
        ObjectNode event = JSON.objectNode()
                .put("eventTime", now.toString())
                .put("producer", producer)
                .put("schemaURL", EVENT);
        event.putObject("job").put("namespace", "exchange-bus").put("name", mapping.name());
        event.putArray("inputs")
                .addObject()
                .put("namespace", namespace(name[0]))
                .put("name", name[1]);
        ObjectNode output = event.putArray("outputs")
                .addObject()
                .put("namespace", "catalogue")
                .put("name", mapping.resource().name());
        ObjectNode facet = output.putObject("facets")
                .putObject("columnLineage")
                .put("_producer", producer)
                .put("_schemaURL", FACET);
        ObjectNode fields = facet.putObject("fields");
        ArrayNode dataset = JSON.arrayNode();
        for (ItemRule rule : rules) {
            if (rule.item() == null) {
                String subtype = rule.spot().kind() == Spot.Kind.LEAVE_OUT ? "FILTER" : "CONDITIONAL";
                rule.conditions().forEach(field -> dataset.add(input(name, field, "INDIRECT", subtype, rule)));
            } else {
                ArrayNode inputs = fields.putObject(rule.item()).putArray("inputFields");
                String subtype = rule.isIdentity() ? "IDENTITY" : "TRANSFORMATION";
                rule.values().forEach(field -> inputs.add(input(name, field, "DIRECT", subtype, rule)));
                rule.conditions().forEach(field -> inputs.add(input(name, field, "INDIRECT", "CONDITIONAL", rule)));
            }
        }
        if (!dataset.isEmpty()) {
            facet.set("dataset", dataset);
        }
        return event;
    }

    private static ObjectNode input(String[] name, String field, String type, String subtype, ItemRule rule) {
        ObjectNode input = JSON.objectNode()
                .put("namespace", namespace(name[0]))
                .put("name", name[1])
                .put("field", field);
        input.putArray("transformations")
                .addObject()
                .put("type", type)
                .put("subtype", subtype)
                .put("description", rule.spot().written())
                .put("masking", type.equals("DIRECT") && rule.isMasking());
        return input;
    }

    private static String namespace(String system) {
        return "system:" + system;
    }
}
