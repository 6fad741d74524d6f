package org.exchangebus.schemas.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.exchangebus.schemas.masking.Masking;
import org.exchangebus.schemas.problem.Phrase;
import org.jspecify.annotations.Nullable;

/** Turns a document that satisfies the schema into a resource. */
final class ResourceReader {

    private ResourceReader() {}

    static Resource resource(JsonNode root) {
        List<Rule> rules = new ArrayList<>();
        root.path("rules").forEach(rule -> rules.add(rule(rule)));
        return new Resource(
                text(root, "name"),
                text(root, "title"),
                text(root, "code"),
                text(root, "summary"),
                texts(root, "key"),
                items(root.get("items")),
                rules,
                metadata(root));
    }

    private static Metadata metadata(JsonNode root) {
        JsonNode classification = root.get("classification");
        JsonNode provider = root.get("provider");
        JsonNode format = root.get("format");
        JsonNode sharing = root.get("sharing");
        JsonNode openness = root.get("openness");
        return new Metadata(
                new Metadata.Classification(
                        constant(Metadata.ResourceClass.class, classification, "class"),
                        text(classification, "category"),
                        optionalText(classification, "subcategory"),
                        optionalText(classification, "detail")),
                text(root, "secrecy").equals("classified"),
                new Metadata.Provider(
                        text(provider, "name"), text(provider, "code"), optionalText(provider, "department")),
                new Metadata.Format(constant(Metadata.FormatKind.class, format, "kind"), texts(format, "types")),
                new Metadata.Sharing(
                        constant(Metadata.SharingType.class, sharing, "type"),
                        optionalText(sharing, "condition"),
                        optionalText(sharing, "basis"),
                        sharing.has("method") ? constant(Metadata.SharingMethod.class, sharing, "method") : null),
                new Metadata.Openness(openness.get("open").asBoolean(), optionalText(openness, "condition")),
                constant(Metadata.UpdateCycle.class, root, "update-cycle"),
                LocalDate.parse(text(root, "published")),
                versions(root.get("versions")),
                texts(root, "related"),
                texts(root, "external"));
    }

    private static List<Metadata.Version> versions(JsonNode nodes) {
        List<Metadata.Version> versions = new ArrayList<>();
        nodes.forEach(version -> versions.add(new Metadata.Version(
                text(version, "number"), LocalDate.parse(text(version, "date")), text(version, "what"))));
        return versions;
    }

    private static List<Item> items(JsonNode nodes) {
        List<Item> items = new ArrayList<>();
        nodes.forEach(item -> items.add(item(item)));
        return items;
    }

    private static Item item(JsonNode item) {
        String masking = optionalText(item, "masking");
        return new Item(
                text(item, "name"),
                text(item, "title"),
                optionalText(item, "short-name"),
                constant(ItemType.class, item, "type"),
                item.path("length").asInt(0),
                item.path("precision").asInt(0),
                item.path("scale").asInt(0),
                constant(Obligation.class, item, "obligation"),
                optionalText(item, "code-table"),
                optionalText(item, "identifier"),
                item.path("retired-codes").asBoolean(false),
                masking == null ? null : Masking.of(masking),
                textForm(item.path("text-form")),
                new Phrase(text(item, "summary"), item.path("summary-zh").asText(text(item, "summary"))),
                items(item.path("items")),
                item.path("repeated").asBoolean(false));
    }

    private static TextForm textForm(JsonNode form) {
        if (form.isMissingNode()) {
            return TextForm.ANY;
        }
        return new TextForm(
                form.has("width") ? constant(TextForm.Width.class, form, "width") : TextForm.Width.ANY,
                form.has("normal-form"));
    }

    private static Rule rule(JsonNode rule) {
        String name = rule.fieldNames().next();
        JsonNode r = rule.get(name);
        String because = text(r, "because");
        return switch (name) {
            case "sex-agrees-with-identity-number" ->
                new Rule.SexAgrees(text(r, "sex"), text(r, "identity-number"), because);
            case "birth-date-agrees-with-identity-number" ->
                new Rule.BirthDateAgrees(text(r, "birth-date"), text(r, "identity-number"), because);
            case "required-when" ->
                new Rule.RequiredWhen(text(r, "item"), text(r, "when"), texts(r, "one-of"), because);
            case "identifier-when" ->
                new Rule.IdentifierWhen(
                        text(r, "item"), text(r, "identifier"), text(r, "when"), texts(r, "one-of"), because);
            case "not-before" -> new Rule.NotBefore(text(r, "item"), text(r, "other"), because);
            case "division-is-within" -> new Rule.DivisionIsWithin(text(r, "division"), text(r, "parent"), because);
            case "organisation-code-is-part-of-credit-code" ->
                new Rule.OrganisationCodeIsPart(
                        text(r, "organisation-code"),
                        text(r, "credit-code"),
                        optionalText(r, "when"),
                        texts(r, "one-of"),
                        because);
            case "geometry" ->
                new Rule.Geometry(
                        text(r, "item"),
                        texts(r, "types"),
                        r.get("west").asDouble(),
                        r.get("south").asDouble(),
                        r.get("east").asDouble(),
                        r.get("north").asDouble(),
                        because);
            default -> throw new IllegalStateException("The schema lets a rule pass that nobody knows: " + name);
        };
    }

    private static String text(JsonNode node, String key) {
        return node.get(key).asText();
    }

    private static @Nullable String optionalText(JsonNode node, String key) {
        return node.has(key) ? node.get(key).asText() : null;
    }

    private static List<String> texts(JsonNode node, String key) {
        List<String> texts = new ArrayList<>();
        node.path(key).forEach(text -> texts.add(text.asText()));
        return List.copyOf(texts);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, JsonNode node, String key) {
        return Enum.valueOf(type, text(node, key).toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
