package org.exchangebus.schemas.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.exchangebus.schemas.catalogue.Item;
import org.exchangebus.schemas.catalogue.Obligation;
import org.exchangebus.schemas.catalogue.Resource;
import org.exchangebus.schemas.catalogue.Rule;
import org.exchangebus.schemas.codetable.CodeTable;

/**
 * The JSON Schema (2020-12) of one record: an object of canonical texts by item name, as mappings, samples and
 * quarantine show it. Judges as the bus does; where no schema can, {@code $comment} says so.
 */
final class JsonSchemaExport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNodeFactory nodes = JsonNodeFactory.instance;
    private final Resource resource;
    private final List<String> unexpressed = new ArrayList<>();

    private JsonSchemaExport(Resource resource) {
        this.resource = resource;
    }

    static String of(Resource resource) {
        try {
            return JSON.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(new JsonSchemaExport(resource).schema())
                            .replace(System.lineSeparator(), "\n")
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ObjectNode schema() {
        ObjectNode properties = nodes.objectNode();
        ArrayNode required = nodes.arrayNode();
        for (Item item : resource.items()) {
            properties.set(item.name(), item(item));
            if (item.obligation() == Obligation.MANDATORY) {
                required.add(item.name());
            }
        }
        ArrayNode conditions = nodes.arrayNode();
        resource.rules().forEach(rule -> addRule(rule, conditions));
        ObjectNode schema = nodes.objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", "https://exchangebus.org/catalogue/" + resource.name() + ".schema.json")
                .put("title", resource.title())
                .put("description", resource.summary())
                .put("$comment", comment())
                .put("type", "object");
        schema.set("properties", properties);
        schema.set("required", required);
        schema.put("additionalProperties", false);
        if (!conditions.isEmpty()) {
            schema.set("allOf", conditions);
        }
        return schema;
    }

    private String comment() {
        String values = "Every value is a text in canonical form; null and a key that is not there mean the same.";
        return unexpressed.isEmpty()
                ? values
                : values + " Checked by the bus and not expressed here: " + String.join("; ", unexpressed) + ".";
    }

    private ObjectNode item(Item item) {
        boolean isMandatory = item.obligation() == Obligation.MANDATORY;
        ObjectNode schema = nodes.objectNode()
                .put("title", item.title())
                .put("description", item.summary().english());
        if (isMandatory) {
            schema.put("type", "string").put("minLength", 1);
        } else {
            schema.putArray("type").add("string").add("null");
        }
        switch (item.type()) {
            case DATE -> schema.put("format", "date").put("pattern", whole(CanonicalForm.DATE));
            case DATETIME -> schema.put("pattern", whole(CanonicalForm.DATE_TIME));
            case BOOLEAN -> schema.put("pattern", whole("(true|false)"));
            case DECIMAL, MONEY -> schema.put("pattern", whole(CanonicalForm.decimal(item)));
            case INTEGER -> schema.put("pattern", whole(CanonicalForm.integer(item)));
            case GEOMETRY -> addJson(schema, item, "application/geo+json", "is one strict GeoJSON geometry");
            case STRUCTURE -> addStructure(schema, item);
            default -> addText(schema, item, isMandatory);
        }
        return schema;
    }

    /** A structure is a text; what stands in it is said by a schema of its own. */
    private void addStructure(ObjectNode schema, Item item) {
        addJson(schema, item, "application/json", "is JSON in canonical form");
        if (!item.items().isEmpty()) {
            schema.set("contentSchema", new StructureSchema(this::item).of(item));
        }
    }

    private void addJson(ObjectNode schema, Item item, String mediaType, String what) {
        schema.put("contentMediaType", mediaType);
        unexpressed.add("'" + item.name() + "' " + what);
    }

    private void addText(ObjectNode schema, Item item, boolean isMandatory) {
        if (item.length() > 0) {
            schema.put("maxLength", item.length());
        }
        String table = item.codeTable();
        String kind = item.identifier();
        if (table != null) {
            addCodes(schema, item, CodeTable.bundled(table), isMandatory);
        } else {
            schema.put("pattern", kind == null ? anyText(item) : identifier(item, kind));
        }
        if (item.textForm().isNormalised()) {
            unexpressed.add("'" + item.name() + "' is in Unicode normal form C");
        }
    }

    private void addCodes(ObjectNode schema, Item item, CodeTable table, boolean isMandatory) {
        CodeTable.Origin origin = table.origin();
        ArrayNode choices = schema.putArray("anyOf");
        table.labels()
                .forEach((code, label) -> choices.addObject().put("const", code).put("title", label));
        if (origin.mostDigits() > 0) {
            choices.addObject()
                    .put("pattern", whole("[0-9]{" + origin.fewestDigits() + "," + origin.mostDigits() + "}"))
                    .put("title", origin.title());
        }
        for (String prefix : origin.prefixes()) {
            choices.addObject()
                    .put("pattern", "^" + CanonicalForm.literal(prefix) + "[^\\u0000]")
                    .put("title", prefix + "…");
        }
        String kind = item.identifier();
        if (table.isOpen()) {
            choices.addObject()
                    .put("pattern", kind == null ? anyText(item) : identifier(item, kind))
                    .put("title", "not listed; delivered with a doubt");
        }
        if (!isMandatory) {
            choices.addObject().put("type", "null");
        }
        String source = origin.standard() + "-" + origin.edition() + " " + origin.title();
        schema.put("$comment", "code table " + table.name() + ": " + source);
    }

    private static String anyText(Item item) {
        return "^[^\\u0000" + CanonicalForm.forbidden(item) + "]*$";
    }

    private String identifier(Item item, String kind) {
        unexpressed.add("'" + item.name() + "' is a " + kind + " beyond its form (check character and the like)");
        return whole(CanonicalForm.identifier(kind));
    }

    private void addRule(Rule rule, ArrayNode conditions) {
        if (rule instanceof Rule.RequiredWhen r) {
            ObjectNode then = nodes.objectNode().put("type", "string").put("minLength", 1);
            add(conditions, rule, r.when(), awake(r.oneOf()), r.item(), then)
                    .putArray("required")
                    .add(r.item());
        } else if (rule instanceof Rule.IdentifierWhen r) {
            Item item = resource.items().get(resource.position(r.item()));
            ObjectNode then = nodes.objectNode().put("pattern", identifier(item, r.identifier()));
            add(conditions, rule, r.when(), awake(r.oneOf()), r.item(), then);
        } else if (rule instanceof Rule.SexAgrees r) {
            addSex(conditions, r, "1", "[13579]");
            addSex(conditions, r, "2", "[02468]");
        } else {
            unexpressed.add(rule.name() + " (" + String.join(", ", rule.items()) + ")");
        }
    }

    private void addSex(ArrayNode conditions, Rule.SexAgrees rule, String sex, String digit) {
        ObjectNode then = nodes.objectNode().put("pattern", "^.{16}" + digit + ".$");
        add(conditions, rule, rule.sex(), awake(List.of(sex)), rule.identityNumber(), then);
    }

    /** Where an item wakes a rule, another item has to be so; gives the part that says it. */
    private ObjectNode add(
            ArrayNode conditions, Rule rule, String when, ObjectNode awake, String item, ObjectNode then) {
        ObjectNode condition = conditions.addObject().put("$comment", rule.name() + ": " + rule.because());
        ObjectNode premise = condition.putObject("if");
        premise.putObject("properties").set(when, awake);
        premise.putArray("required").add(when);
        ObjectNode consequence = condition.putObject("then");
        consequence.putObject("properties").set(item, then);
        return consequence;
    }

    private ObjectNode awake(List<String> values) {
        ObjectNode awake = nodes.objectNode();
        if (values.isEmpty()) {
            return awake.put("type", "string").put("minLength", 1);
        }
        ArrayNode known = awake.putArray("enum");
        values.forEach(known::add);
        return awake;
    }

    /** From the first character to the last; a dollar sign would let a line end pass in Java and Python. */
    private static String whole(String form) {
        return "^" + form + "(?![\\s\\S])";
    }
}
