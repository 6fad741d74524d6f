package org.exchangebus.adapters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The JSON Schema (draft-07) of an {@code adapter.yaml} with all protocols, for editors: what a protocol adds is
 * offered where {@code protocol} names it, and every setting may be a placeholder such as <code>${name}</code>, as
 * the file has it before it is resolved.
 */
public final class EditorSchema {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String PLACEHOLDER = "^[^$]*(\\$\\{[^}]+}[^$]*)+$";
    private static final List<String> ASSERTIONS =
            List.of("type", "pattern", "enum", "const", "minimum", "maximum", "minLength", "maxLength");

    private EditorSchema() {}

    /** The schema with the settings of the protocols. */
    public static ObjectNode of(List<Protocol> protocols) {
        ObjectNode schema = AdapterSchema.of(null).document();
        schema.put("$id", "https://exchangebus.org/schema/adapter-1.json");
        ObjectNode definitions = (ObjectNode) schema.get("definitions");
        ArrayNode names = ((ObjectNode) schema.at("/properties/protocol")).putArray("enum");
        ArrayNode conditions = schema.putArray("allOf");
        for (Protocol protocol : protocols) {
            names.add(protocol.name());
            ObjectNode own = named(AdapterSchema.of(protocol).document(), protocol.name());
            own.get("definitions")
                    .properties()
                    .forEach(definition ->
                            definitions.set(protocol.name() + "-" + definition.getKey(), definition.getValue()));
            ObjectNode condition = conditions.addObject();
            ObjectNode premise = condition.putObject("if");
            premise.putObject("properties").putObject("protocol").put("const", protocol.name());
            premise.putArray("required").add("protocol");
            ObjectNode consequence = condition.putObject("then").putObject("properties");
            consequence.set("connection", own.at("/properties/connection"));
            consequence.set("sources", own.at("/properties/sources"));
        }
        return (ObjectNode) withPlaceholders(schema);
    }

    /** The document with its references to definitions under the protocol's name. */
    private static ObjectNode named(ObjectNode document, String protocol) {
        for (JsonNode parent : document.findParents("$ref")) {
            String reference = parent.get("$ref").asText();
            ((ObjectNode) parent).put("$ref", reference.replace("#/definitions/", "#/definitions/" + protocol + "-"));
        }
        return document;
    }

    /** A copy in which whatever asserts something of a scalar takes a placeholder in its stead. */
    private static JsonNode withPlaceholders(JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode copy = NODES.arrayNode();
            array.forEach(element -> copy.add(withPlaceholders(element)));
            return copy;
        }
        if (!(node instanceof ObjectNode)) {
            return node;
        }
        ObjectNode copy = NODES.objectNode();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            boolean isSetting =
                    field.getKey().equals("properties") && field.getValue().isObject();
            copy.set(
                    field.getKey(),
                    isSetting ? settings((ObjectNode) field.getValue()) : withPlaceholders(field.getValue()));
        }
        return copy;
    }

    private static ObjectNode settings(ObjectNode properties) {
        ObjectNode copy = NODES.objectNode();
        properties.properties().forEach(setting -> copy.set(setting.getKey(), setting(setting.getValue())));
        return copy;
    }

    private static JsonNode setting(JsonNode found) {
        JsonNode setting = withoutFormat(found);
        boolean isScalar = !setting.path("type").isMissingNode()
                && !List.of("object", "array").contains(setting.get("type").asText());
        if (!isScalar && !setting.has("enum")) {
            return withPlaceholders(setting);
        }
        List<String> asserted = ASSERTIONS.stream().filter(setting::has).toList();
        if (asserted.equals(List.of("type")) && setting.get("type").asText().equals("string")) {
            return setting;
        }
        ObjectNode plain = NODES.objectNode();
        ObjectNode open = setting.deepCopy();
        for (String key : new ArrayList<>(asserted)) {
            plain.set(key, open.remove(key));
        }
        ArrayNode choices = open.putArray("anyOf");
        choices.add(plain);
        choices.addObject().put("type", "string").put("pattern", PLACEHOLDER);
        return open;
    }

    /** The formats are ours: an editor knows none of them, or another of the same name. */
    private static JsonNode withoutFormat(JsonNode setting) {
        if (!setting.has("format")) {
            return setting;
        }
        ObjectNode plain = setting.deepCopy();
        Formats.pattern(plain.remove("format").asText()).ifPresent(pattern -> plain.put("pattern", pattern));
        return plain;
    }
}
