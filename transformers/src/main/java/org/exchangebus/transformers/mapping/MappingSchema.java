package org.exchangebus.transformers.mapping;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.catalogue.Item;
import org.exchangebus.schemas.catalogue.Obligation;
import org.exchangebus.schemas.catalogue.Resource;
import org.exchangebus.transformers.function.Function;
import org.exchangebus.transformers.function.Functions;

/**
 * The JSON Schema (draft-07) of a mapping, for editors: completes resources, the items of the one that is named, and
 * functions, each with what it means. What a mapping may say is decided by {@link Mappings}, not here.
 */
public final class MappingSchema {

    private MappingSchema() {}

    /** The schema with the resources of a catalogue. */
    public static ObjectNode of(Catalogue catalogue) {
        ObjectNode schema = base();
        ArrayNode resources = ((ObjectNode) schema.at("/properties/resource")).putArray("anyOf");
        ArrayNode conditions = schema.putArray("allOf");
        for (Resource resource : catalogue.resources()) {
            resources
                    .addObject()
                    .put("const", resource.name())
                    .put("title", resource.title())
                    .put("description", resource.summary());
            addItems(resource, conditions.addObject());
        }
        ArrayNode steps = schema.withObject("/definitions/step").putArray("anyOf");
        for (Function function : Functions.all()) {
            steps.addObject()
                    .put("const", function.usage())
                    .put("description", function.summary(Locale.ENGLISH) + " " + function.summary(Locale.CHINESE));
        }
        steps.addObject().put("type", "string");
        return schema;
    }

    private static void addItems(Resource resource, ObjectNode condition) {
        ObjectNode premise = condition.putObject("if");
        premise.putObject("properties").putObject("resource").put("const", resource.name());
        premise.putArray("required").add("resource");
        ObjectNode consequence = condition.putObject("then").putObject("properties");
        ObjectNode items = consequence.putObject("items");
        ObjectNode waived = consequence.putObject("waive");
        ObjectNode itemProperties = items.putObject("properties");
        ObjectNode waivedProperties = waived.putObject("properties");
        for (Item item : resource.items()) {
            addItem(item, itemProperties);
            waivedProperties.putObject(item.name()).put("description", help(item));
        }
        items.put("additionalProperties", false);
        waived.put("additionalProperties", false);
    }

    private static void addItem(Item item, ObjectNode properties) {
        ObjectNode value = properties.putObject(item.name()).put("description", help(item));
        value.putArray("allOf").addObject().put("$ref", "#/definitions/value");
        if (!item.items().isEmpty()) {
            ObjectNode nested = value.putObject("properties").putObject("items");
            ObjectNode nestedProperties = nested.putObject("properties");
            item.items().forEach(inner -> addItem(inner, nestedProperties));
            nested.put("additionalProperties", false);
        }
    }

    /** What an editor shows of an item: Chinese name, short name, form, obligation, meaning. */
    private static String help(Item item) {
        StringBuilder help = new StringBuilder(item.title());
        if (item.shortName() != null) {
            help.append(" (").append(item.shortName()).append(')');
        }
        help.append(", ").append(word(item.type()));
        if (item.length() > 0) {
            help.append(' ').append(item.length());
        } else if (item.precision() > 0) {
            help.append(' ').append(item.precision()).append(',').append(item.scale());
        }
        if (item.codeTable() != null) {
            help.append(", code table ").append(item.codeTable());
        }
        if (item.identifier() != null) {
            help.append(", ").append(item.identifier());
        }
        if (item.obligation() != Obligation.OPTIONAL) {
            help.append(", ").append(word(item.obligation()));
        }
        return help.append(". ").append(item.summary().english()).toString();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ObjectNode base() {
        try (InputStream in = MappingSchema.class.getResourceAsStream("mapping.schema.json")) {
            return (ObjectNode) new ObjectMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
