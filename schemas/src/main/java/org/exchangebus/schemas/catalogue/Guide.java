package org.exchangebus.schemas.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.exchangebus.schemas.document.Document;
import org.jspecify.annotations.Nullable;

/** The value lists of the 2017 guide, as {@code guide/value-lists.yaml} holds them. */
final class Guide {

    static final JsonNode LISTS = read();

    private Guide() {}

    /** The words for the second level (项) that the guide has for a class. */
    static List<String> categories(Metadata.ResourceClass resourceClass) {
        List<String> titles = new ArrayList<>();
        for (JsonNode category : LISTS.get("category")) {
            if (category.get("class").asText().equals(ItemReferences.label(resourceClass))) {
                titles.add(category.get("title").asText());
            }
        }
        return titles;
    }

    /** Whether a class has other categories too. */
    static boolean isOpen(Metadata.ResourceClass resourceClass) {
        return entry("resource-class", ItemReferences.label(resourceClass))
                .get("open")
                .asBoolean();
    }

    /** The kind of format that the guide counts a type to; null for a type that it does not list. */
    static @Nullable String formatKind(String type) {
        for (JsonNode kind : LISTS.get("format-kind")) {
            for (JsonNode listed : kind.get("types")) {
                if (listed.asText().equalsIgnoreCase(type)) {
                    return kind.get("name").asText();
                }
            }
        }
        return null;
    }

    /** Whether the guide lists types for a kind of format; the others are described in words. */
    static boolean hasTypes(String formatKind) {
        return !entry("format-kind", formatKind).get("types").isEmpty();
    }

    private static JsonNode entry(String list, String name) {
        for (JsonNode entry : LISTS.get(list)) {
            if (entry.path("name").asText().equals(name)) {
                return entry;
            }
        }
        throw new IllegalStateException(list + " does not hold " + name);
    }

    private static JsonNode read() {
        try (InputStream in = Guide.class.getResourceAsStream("/guide/value-lists.yaml")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return Document.read("value-lists.yaml", text).root();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
