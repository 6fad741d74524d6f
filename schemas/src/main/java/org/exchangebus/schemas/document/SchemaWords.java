package org.exchangebus.schemas.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.exchangebus.schemas.problem.Phrase;

/** What the rules of a JSON Schema want, for people. */
public final class SchemaWords {

    private SchemaWords() {}

    /** What a {@code type} wants: one name, or a list of them. */
    public static Phrase type(JsonNode types) {
        List<Phrase> phrases = new ArrayList<>();
        if (types.isArray()) {
            types.forEach(type -> phrases.add(type(type.asText())));
        } else {
            phrases.add(type(types.asText()));
        }
        return new Phrase(
                phrases.stream().map(Phrase::english).collect(Collectors.joining(" or ")),
                phrases.stream().map(Phrase::chinese).collect(Collectors.joining("或")));
    }

    /** What a value is called whose type is named so. */
    public static Phrase type(String name) {
        return switch (name) {
            case "string" -> new Phrase("a text", "文本");
            case "number" -> new Phrase("a number", "数值");
            case "integer" -> new Phrase("a whole number", "整数");
            case "boolean" -> new Phrase("true or false", "true 或 false");
            case "object" -> new Phrase("a map", "映射表");
            case "array" -> new Phrase("a list", "列表");
            default -> new Phrase("nothing", "空值");
        };
    }

    /** What any other rule wants. */
    public static Phrase rule(String rule, JsonNode limit) {
        String text = limit.isValueNode() ? limit.asText() : limit.toString();
        return switch (rule) {
            case "pattern" -> new Phrase("of the form " + text, "符合格式 " + text);
            case "minLength" -> new Phrase("of " + text + " characters or more", "不少于 " + text + " 个字符");
            case "maxLength" -> new Phrase("of " + text + " characters or fewer", "不多于 " + text + " 个字符");
            case "minimum" -> new Phrase(text + " or more", "不小于 " + text);
            case "maximum" -> new Phrase(text + " or less", "不大于 " + text);
            case "exclusiveMinimum" -> new Phrase("more than " + text, "大于 " + text);
            case "minItems", "minProperties" -> new Phrase("of " + text + " parts or more", "不少于 " + text + " 项");
            case "maxItems", "maxProperties" -> new Phrase("of " + text + " parts or fewer", "不多于 " + text + " 项");
            case "uniqueItems" -> new Phrase("without a value twice", "各项不重复");
            case "const" -> new Phrase("'" + text + "'", "“" + text + "”");
            default -> new Phrase("as '" + rule + "' of the schema says", "符合模式中的 “" + rule + "”");
        };
    }
}
