package org.exchangebus.transformers.function;

import static org.exchangebus.transformers.function.Parameter.required;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.transformers.problem.MappingProblem;
import org.exchangebus.transformers.value.Slices;
import org.exchangebus.transformers.value.Value;
import org.jspecify.annotations.Nullable;

/** One value for another: sentinels, defaults, the words of a source. */
final class ChoiceFunctions {

    static final List<Function> ALL = List.of(
            new Function(
                    "null-when",
                    Kind.SAME,
                    Kind.SAME,
                    "Makes no value of texts that mean there is none.",
                    List.of(required("texts", Parameter.Form.MANY, "a text")),
                    List.of(new Function.Example("null-when('无', '-')", "无", "")),
                    ChoiceFunctions::nullWhen),
            new Function(
                    "default",
                    Kind.SAME,
                    Kind.SAME,
                    "Gives a value where there is none.",
                    List.of(required("text", Parameter.Form.TEXT, "in the canonical form of what stands before")),
                    List.of(
                            new Function.Example("default('156')", "", "156"),
                            new Function.Example("default('156')", "344", "344")),
                    ChoiceFunctions::byDefault),
            new Function(
                    "translate",
                    Kind.TEXT,
                    Kind.TEXT,
                    "Puts the word of the resource for that of the source; words that are not in the map are"
                            + " rejected.",
                    List.of(required("map", Parameter.Form.PAIRS, "a map")),
                    List.of(
                            new Function.Example("translate({1=普通, 2=特许})", "2", "特许"),
                            new Function.Example("translate({1=普通, 2=特许})", "3", null)),
                    arguments -> translate(arguments.pairs("map"))),
            new Function(
                    "true-false",
                    Kind.TEXT,
                    Kind.BOOLEAN,
                    "Reads the source's words for true and false; other words are rejected.",
                    List.of(
                            required("true", Parameter.Form.LIST, "a list of texts"),
                            required("false", Parameter.Form.LIST, "a list of texts")),
                    List.of(
                            new Function.Example("true-false(true=[是, Y], false=[否, N])", "是", "true"),
                            new Function.Example("true-false(true=[是, Y], false=[否, N])", "?", null)),
                    ChoiceFunctions::trueFalse));

    private ChoiceFunctions() {}

    private static Step nullWhen(Arguments arguments) {
        Map<String, String> texts = new HashMap<>();
        arguments.texts("texts").forEach(text -> texts.put(text, ""));
        Slices sentinels = new Slices(texts);
        return value -> {
            if (sentinels.get(value.array(), value.start(), value.end()) != null) {
                value.setNothing();
            }
            return null;
        };
    }

    private static @Nullable Step byDefault(Arguments arguments) {
        String text = arguments.required("text");
        if (text.isEmpty() || !Canonical.is(arguments.before(), text)) {
            arguments.refuse("text", text);
            return null;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Step() {
            @Override
            public @Nullable Problem apply(Value value) {
                if (value.isNothing()) {
                    value.set(bytes, 0, bytes.length);
                }
                return null;
            }

            @Override
            public boolean takesNothing() {
                return true;
            }
        };
    }

    private static @Nullable Step trueFalse(Arguments arguments) {
        Map<String, String> words = new HashMap<>();
        arguments.texts("true").forEach(word -> words.put(word, "true"));
        for (String word : arguments.texts("false")) {
            if (words.put(word, "false") != null) {
                arguments.refuse("false", word);
                return null;
            }
        }
        return translate(words);
    }

    private static Step translate(Map<String, String> words) {
        Slices slices = new Slices(words);
        return value -> {
            byte[] found = slices.get(value.array(), value.start(), value.end());
            if (found == null) {
                return MappingProblem.UNKNOWN_CODE;
            }
            value.set(found, 0, found.length);
            return null;
        };
    }
}
