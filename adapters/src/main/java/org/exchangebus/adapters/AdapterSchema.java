package org.exchangebus.adapters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.exchangebus.schemas.document.SchemaPattern;
import org.exchangebus.schemas.document.SchemaWords;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.Phrase;
import org.jspecify.annotations.Nullable;

/** The JSON Schema (draft-07) of an {@code adapter.yaml}: what all have, and what the protocol adds. */
final class AdapterSchema {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode document;
    private final JsonSchema schema;

    private AdapterSchema(ObjectNode document) {
        this.document = document;
        JsonMetaSchema types = JsonMetaSchema.builder(JsonMetaSchema.getV7().getIri(), JsonMetaSchema.getV7())
                .formats(formats -> Formats.all().forEach(format -> formats.put(format.getName(), format)))
                .build();
        this.schema = JsonSchemaFactory.getInstance(VersionFlag.V7, builder -> builder.metaSchema(types))
                .getSchema(
                        document,
                        SchemaValidatorsConfig.builder()
                                .pathType(PathType.JSON_POINTER)
                                .formatAssertionsEnabled(true)
                                .regularExpressionFactory(SchemaPattern::of)
                                .build());
    }

    /** The schema for a protocol; only what all protocols share if it is not known. */
    static AdapterSchema of(@Nullable Protocol protocol) {
        ObjectNode base = read(Objects.requireNonNull(AdapterSchema.class.getResource("adapter.schema.json")));
        ObjectNode source = (ObjectNode) base.at("/definitions/source");
        if (protocol == null) {
            source.remove("additionalProperties");
            return new AdapterSchema(base);
        }
        ObjectNode own = JSON.createObjectNode();
        protocol.schemas().forEach(schema -> own.setAll(read(schema)));
        ObjectNode properties = (ObjectNode) base.get("properties");
        properties.withObject("/protocol").put("const", protocol.name());
        ObjectNode connection = properties.withObject("/connection");
        connection.setAll((ObjectNode) own.get("connection"));
        connection.put("additionalProperties", false);
        JsonNode additional = own.get("source");
        source.withObject("/properties").setAll((ObjectNode) additional.get("properties"));
        source.withArray("/required").addAll(arrayOf(additional, "required"));
        ((ObjectNode) base.get("definitions")).setAll(objectOf(own, "definitions"));
        return new AdapterSchema(base);
    }

    /** The schema as a document, for editors. */
    ObjectNode document() {
        return document.deepCopy();
    }

    /** Everything in a file that the schema does not allow, in the order of the file. */
    List<Finding> check(YamlDocument yaml) {
        List<ValidationMessage> messages = new ArrayList<>(schema.validate(yaml.root()));
        messages.sort(Comparator.comparing(m -> m.getInstanceLocation().toString()));
        return messages.stream()
                .flatMap(message -> finding(yaml, message).stream())
                .toList();
    }

    private Optional<Finding> finding(YamlDocument yaml, ValidationMessage message) {
        String at = message.getInstanceLocation().toString();
        String key = at.substring(at.lastIndexOf('/') + 1);
        return Optional.of(
                switch (message.getType()) {
                    case "additionalProperties" -> unknownKey(yaml, at, message);
                    case "required" ->
                        Finding.of(
                                yaml.where(at),
                                AdapterProblem.MISSING_KEY,
                                message.getProperty(),
                                key.isEmpty() ? "adapter.yaml" : key);
                    default -> wrongValue(yaml, at, key, message);
                });
    }

    private Finding unknownKey(YamlDocument yaml, String at, ValidationMessage message) {
        String unknown = message.getProperty();
        List<String> known = declared(message);
        String where = yaml.where(at + "/" + YamlDocument.escaped(unknown));
        String list = String.join(", ", known);
        return Nearest.to(unknown, known)
                .map(near -> Finding.of(where, AdapterProblem.MISSPELT_KEY, unknown, near, list))
                .orElseGet(() -> Finding.of(where, AdapterProblem.UNKNOWN_KEY, unknown, list));
    }

    private List<String> declared(ValidationMessage message) {
        String fragment = message.getSchemaLocation().getFragment().toString();
        String parent = fragment.substring(0, fragment.lastIndexOf('/'));
        List<String> names = new ArrayList<>();
        document.at(parent).path("properties").fieldNames().forEachRemaining(names::add);
        return names.stream().sorted().toList();
    }

    private static Finding wrongValue(YamlDocument yaml, String at, String key, ValidationMessage message) {
        JsonNode found = yaml.root().at(at);
        JsonNode wanted = message.getSchemaNode();
        if (message.getType().equals("format") && wanted.asText().equals("secret")) {
            return Finding.of(yaml.where(at), AdapterProblem.SECRET_IN_PLAIN_TEXT, key);
        }
        Phrase shown = found.isContainerNode()
                ? found.isArray() ? new Phrase("a list", "列表") : new Phrase("a mapping", "映射表")
                : same(found.asText());
        Phrase expected =
                switch (message.getType()) {
                    case "format" -> same(Formats.expectation(wanted.asText()));
                    case "enum" -> same(listed(wanted));
                    case "const" -> same(wanted.asText());
                    case "type" -> SchemaWords.type(wanted);
                    case "propertyNames" -> new Phrase("kebab-case", "小写字母、数字,以连字符连接");
                    default -> SchemaWords.rule(message.getType(), wanted);
                };
        return Finding.of(
                yaml.where(at),
                AdapterProblem.WRONG_VALUE,
                key,
                shown.english(),
                expected.english(),
                shown.chinese(),
                expected.chinese());
    }

    private static Phrase same(String text) {
        return new Phrase(text, text);
    }

    private static String listed(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
    }

    private static ArrayNode arrayOf(JsonNode node, String name) {
        return node.has(name) ? (ArrayNode) node.get(name) : JSON.createArrayNode();
    }

    private static ObjectNode objectOf(JsonNode node, String name) {
        return node.has(name) ? (ObjectNode) node.get(name) : JSON.createObjectNode();
    }

    private static ObjectNode read(URL url) {
        try {
            return (ObjectNode) JSON.readTree(url);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
