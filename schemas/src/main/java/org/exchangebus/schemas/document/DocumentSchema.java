package org.exchangebus.schemas.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.Phrase;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.exchangebus.schemas.problem.Similar;

/** A JSON Schema (draft-07) that documents have to satisfy; says everything that is wrong, each at its line. */
public final class DocumentSchema {

    private final JsonNode source;
    private final JsonSchema schema;

    private DocumentSchema(JsonNode source) {
        this.source = source;
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .regularExpressionFactory(SchemaPattern::of)
                .build();
        schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(source, config);
    }

    /** The schema at a place of the class path; it refers to nothing outside itself. */
    public static DocumentSchema of(URL url) {
        try (InputStream in = url.openStream()) {
            return new DocumentSchema(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a document, in the order of its lines; empty where nothing is. */
    public List<Finding> check(Document document) {
        List<Wrong> all = new ArrayList<>();
        for (ValidationMessage message : schema.validate(document.root())) {
            all.add(wrong(document, message));
        }
        return all.stream()
                .sorted(Comparator.comparing(wrong -> document.position(wrong.pointer)))
                .map(wrong -> document.finding(wrong.pointer, wrong.problem, wrong.arguments))
                .toList();
    }

    private record Wrong(String pointer, SchemaProblem problem, String... arguments) {}

    private Wrong wrong(Document document, ValidationMessage message) {
        String pointer = message.getInstanceLocation().toString();
        JsonNode found = document.root().at(pointer);
        String rule = message.getSchemaLocation().getFragment().toString();
        JsonNode limit = source.at(rule);
        return switch (message.getType()) {
            case "additionalProperties" -> {
                String key = message.getProperty();
                List<String> known = new ArrayList<>();
                source.at(parent(rule) + "/properties").fieldNames().forEachRemaining(known::add);
                String at = pointer + "/" + Document.escaped(key);
                yield new Wrong(at, SchemaProblem.KEY_UNKNOWN, key, Similar.nearest(key, known), Similar.list(known));
            }
            case "required" -> new Wrong(pointer, SchemaProblem.KEY_MISSING, message.getProperty());
            case "type" -> {
                Phrase type = SchemaWords.type(found.getNodeType().name().toLowerCase(Locale.ROOT));
                Phrase wanted = SchemaWords.type(limit);
                yield new Wrong(
                        pointer,
                        SchemaProblem.VALUE_OF_OTHER_TYPE,
                        shown(found),
                        type.english(),
                        wanted.english(),
                        type.chinese(),
                        wanted.chinese());
            }
            case "enum" -> {
                List<String> known = new ArrayList<>();
                limit.forEach(value -> known.add(value.asText()));
                String nearest = Similar.nearest(found.asText(), known);
                yield new Wrong(pointer, SchemaProblem.VALUE_NOT_LISTED, shown(found), nearest, Similar.list(known));
            }
            default -> {
                Phrase wanted = SchemaWords.rule(message.getType(), limit);
                yield new Wrong(
                        pointer,
                        SchemaProblem.VALUE_OF_OTHER_FORM,
                        shown(found),
                        wanted.english(),
                        wanted.chinese(),
                        meaning(rule));
            }
        };
    }

    /** The description nearest around a part of the schema. */
    private String meaning(String rule) {
        String at = rule;
        while (!at.isEmpty()) {
            at = parent(at);
            if (source.at(at).path("description").isTextual()) {
                return source.at(at).get("description").asText();
            }
        }
        return "";
    }

    private static String parent(String pointer) {
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }

    private static String shown(JsonNode found) {
        return found.isContainerNode() ? (found.isArray() ? "[…]" : "{…}") : found.asText();
    }
}
