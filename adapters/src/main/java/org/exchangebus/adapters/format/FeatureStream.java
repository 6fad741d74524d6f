package org.exchangebus.adapters.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.exchangebus.adapters.charset.PrivateUse;
import org.exchangebus.adapters.charset.Refusal;
import org.jspecify.annotations.Nullable;

/** The features of a FeatureCollection one after the other; holds one at a time. Not thread-safe. */
final class FeatureStream implements Closeable {

    private static final int DEEPEST = 64;
    private static final Pattern HALF = Pattern.compile("\\p{Cs}");

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    private final JsonParser parser;
    private boolean isBegun;
    private boolean isOver;
    private boolean isInFeatures;
    private boolean hasFeatures;
    private boolean isCollection;
    private @Nullable String crs;
    private JsonNode feature = JsonNodeFactory.instance.missingNode();

    FeatureStream(InputStream in) throws IOException {
        parser = JSON.createParser(in);
    }

    /** The collection's own word for its coordinates; complete when all features were read. */
    Optional<String> crs() {
        return Optional.ofNullable(crs);
    }

    JsonNode feature() {
        return feature;
    }

    /** Moves to the next feature; false at the end of a whole and sound collection. */
    boolean next() throws IOException {
        if (isOver) {
            return false;
        }
        if (!isBegun) {
            isBegun = true;
            require(parser.nextToken() == JsonToken.START_OBJECT, "it does not begin with an object");
        }
        while (true) {
            if (isInFeatures) {
                if (parser.nextToken() != JsonToken.END_ARRAY) {
                    feature = value();
                    return true;
                }
                isInFeatures = false;
            }
            if (parser.nextToken() != JsonToken.FIELD_NAME) {
                end();
                isOver = true;
                return false;
            }
            member(parser.currentName());
        }
    }

    private void member(String name) throws IOException {
        parser.nextToken();
        switch (name) {
            case "features" -> {
                require(parser.currentToken() == JsonToken.START_ARRAY && !hasFeatures, "'features' is not one list");
                isInFeatures = true;
                hasFeatures = true;
            }
            case "type" -> isCollection = "FeatureCollection".equals(parser.getValueAsString());
            case "crs" -> crs = value().at("/properties/name").asText("?");
            default -> parser.skipChildren();
        }
    }

    private JsonNode value() throws IOException {
        try {
            return JSON.readTree(parser);
        } catch (NumberFormatException e) {
            throw new JsonParseException(parser, "a number has an exponent beyond any bound", e);
        }
    }

    private void end() throws IOException {
        require(parser.currentToken() == JsonToken.END_OBJECT, "it ends in the middle");
        require(isCollection && hasFeatures, "it is no FeatureCollection");
        require(parser.nextToken() == null, "something follows the collection");
    }

    private void require(boolean isSo, String otherwise) throws JsonProcessingException {
        if (!isSo) {
            throw new JsonParseException(parser, otherwise);
        }
    }

    /** Why the current feature cannot be a row. */
    Optional<Refusal> refusal(List<String> properties, PrivateUse privateUse) {
        Optional<String> shape = problemOf(properties);
        if (shape.isPresent()) {
            return Optional.of(new Refusal(FormatProblem.BAD_FEATURE, shape.get()));
        }
        for (String property : properties) {
            String text = text(property);
            Optional<Refusal> refusal = text == null ? Optional.empty() : privateUse.refusal(property, text);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return privateUse.refusal(GeoJsonFormat.GEOMETRY, String.valueOf(geometry()));
    }

    /** A property of the current feature as text: a text itself, anything else as compact JSON; null where there is none. */
    @Nullable
    String text(String property) {
        return text(feature.path("properties").path(property));
    }

    /** The geometry of the current feature as compact GeoJSON. */
    @Nullable
    String geometry() {
        return text(feature.path(GeoJsonFormat.GEOMETRY));
    }

    /** The current feature as compact JSON; halves of characters are escaped, because UTF-8 has no bytes for them. */
    byte[] raw() {
        return HALF.matcher(feature.toString())
                .replaceAll(half -> "\\\\u%04X".formatted((int) half.group().charAt(0)))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return value.isTextual() ? value.textValue() : value.toString();
    }

    private Optional<String> problemOf(List<String> properties) {
        if (!"Feature".equals(feature.path("type").asText())) {
            return Optional.of("its type is not 'Feature'");
        }
        JsonNode geometry = feature.path("geometry");
        boolean isGeometry = geometry.isObject() && geometry.path("type").isTextual();
        if (!geometry.isNull() && !isGeometry) {
            return Optional.of("its geometry is not an object with a type");
        }
        if (!feature.path("properties").isObject()) {
            return Optional.of("it has no properties");
        }
        Iterator<String> names = feature.path("properties").fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            if (!properties.contains(name)) {
                return Optional.of("its property '" + name + "' is not declared");
            }
        }
        return Optional.empty();
    }

    /** What a parser found wrong, without the content that it found it in. */
    static String reason(JsonProcessingException e) {
        if (e instanceof JsonEOFException) {
            return "it ends in the middle";
        }
        String message = e.getOriginalMessage();
        int quoted = message.indexOf("Unrecognized token");
        return quoted >= 0 ? "unexpected token" : message.lines().findFirst().orElse("it is not JSON");
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
