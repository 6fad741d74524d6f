package org.exchangebus.schemas.catalogue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exchangebus.schemas.catalogue.ResourceCheck.Violations;
import org.exchangebus.schemas.document.SchemaWords;
import org.exchangebus.schemas.problem.Phrase;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.exchangebus.schemas.problem.Similar;
import org.jspecify.annotations.Nullable;

/**
 * Checks a structure whose items are declared: its names, what is mandatory, and each value as the value of any other
 * item. Reads JSON that {@link Structure} has found to be canonical, and makes objects, which only such items cost.
 */
final class StructureShape {

    private static final JsonFactory JSON = new JsonFactory();

    /** A nested item, called by its whole path in messages; {@code inner} is null where it is no structure. */
    private record Part(
            Item item, ItemCheck check, @Nullable StructureShape inner) {}

    private final Item item;
    private final int position;
    private final Map<String, Part> parts = new HashMap<>();

    private StructureShape(Resource resource, Item item, int position) {
        this.item = item;
        this.position = position;
        for (Item nested : item.items()) {
            Item named = nested.named(item.name() + "." + nested.name());
            ItemCheck check = ItemCheck.of(resource, named, position);
            parts.put(nested.name(), new Part(named, check, of(resource, named, position)));
        }
    }

    /** The shape of a structure; null where nothing is declared. */
    static @Nullable StructureShape of(Resource resource, Item item, int position) {
        return item.items().isEmpty() ? null : new StructureShape(resource, item, position);
    }

    boolean accepts(byte[] text, int start, int end, Violations violations) {
        try (JsonParser parser = JSON.createParser(text, start, end - start)) {
            parser.nextToken();
            return accepts(parser, violations);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves the parser on the last token of the value. */
    private boolean accepts(JsonParser parser, Violations violations) throws IOException {
        JsonToken wanted = item.isRepeated() ? JsonToken.START_ARRAY : JsonToken.START_OBJECT;
        if (parser.currentToken() != wanted) {
            return isOther(parser, item.name(), SchemaWords.type(item.isRepeated() ? "array" : "object"), violations);
        }
        if (!item.isRepeated()) {
            return isGroup(parser, violations);
        }
        boolean isAccepted = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            isAccepted &= parser.currentToken() == JsonToken.START_OBJECT
                    ? isGroup(parser, violations)
                    : isOther(parser, item.name(), SchemaWords.type("object"), violations);
        }
        return isAccepted;
    }

    private boolean isGroup(JsonParser parser, Violations violations) throws IOException {
        boolean isAccepted = true;
        Set<String> met = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            met.add(name);
            parser.nextToken();
            Part part = parts.get(name);
            if (part == null) {
                String known = Similar.list(parts.keySet());
                Phrase declared = new Phrase("one of " + known, known + " 之一");
                isAccepted &= isOther(parser, item.name() + "." + name, declared, violations);
            } else if (part.inner() != null) {
                isAccepted &= part.inner().accepts(parser, violations);
            } else {
                isAccepted &= isValue(parser, part, violations);
            }
        }
        for (Part part : missing(met)) {
            isAccepted = false;
            Item nested = part.item();
            violations.add(position, "mandatory", SchemaProblem.MANDATORY_MISSING, nested.name(), nested.title());
        }
        return isAccepted;
    }

    private List<Part> missing(Set<String> met) {
        List<Part> missing = new ArrayList<>();
        for (Item nested : item.items()) {
            if (nested.obligation() == Obligation.MANDATORY && !met.contains(nested.name())) {
                missing.add(parts.get(nested.name()));
            }
        }
        return missing;
    }

    private boolean isValue(JsonParser parser, Part part, Violations violations) throws IOException {
        String wanted = kind(part.item().type());
        if (!wanted.equals(kind(parser.currentToken()))) {
            boolean isAnything = part.item().type() == ItemType.STRUCTURE
                    && parser.currentToken().isStructStart();
            if (isAnything) {
                parser.skipChildren();
                return true;
            }
            return isOther(parser, part.item().name(), SchemaWords.type(wanted), violations);
        }
        byte[] value = parser.getText().getBytes(StandardCharsets.UTF_8);
        return part.check().accepts(value, 0, value.length, violations);
    }

    private boolean isOther(JsonParser parser, String name, Phrase wanted, Violations violations) throws IOException {
        Phrase found = SchemaWords.type(kind(parser.currentToken()));
        parser.skipChildren();
        violations.add(
                position,
                "structure",
                SchemaProblem.STRUCTURE_OTHER,
                name,
                found.english(),
                wanted.english(),
                found.chinese(),
                wanted.chinese());
        return false;
    }

    private static String kind(JsonToken token) {
        return switch (token) {
            case START_ARRAY -> "array";
            case START_OBJECT -> "object";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "number";
            case VALUE_TRUE, VALUE_FALSE -> "boolean";
            default -> "string";
        };
    }

    /** How a mapping writes the values of a type. */
    private static String kind(ItemType type) {
        return switch (type) {
            case DECIMAL, MONEY, INTEGER -> "number";
            case BOOLEAN -> "boolean";
            case STRUCTURE -> "object";
            default -> "string";
        };
    }
}
