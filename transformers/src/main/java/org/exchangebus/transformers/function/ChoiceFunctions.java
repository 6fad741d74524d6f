package org.exchangebus.transformers.function;

import static org.exchangebus.transformers.function.Parameter.required;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.transformers.problem.ValueProblem;
import org.exchangebus.transformers.value.Slices;
import org.exchangebus.transformers.value.Value;
import org.jspecify.annotations.Nullable;

/** One value for another: sentinels, defaults, the words of a source. */
final class ChoiceFunctions {

    static final List<Function> ALL = List.of(
            Definition.of("null-when", Kind.SAME, Kind.SAME)
                    .says("Makes no value of texts that mean there is none.", "把表示“无”的文字变为无值。")
                    .with(required("texts", Parameter.Form.MANY, "a text", "文字"))
                    .idempotent()
                    .example("null-when('无', '-')", "无", "")
                    .makes(ChoiceFunctions::nullWhen),
            Definition.of("default", Kind.SAME, Kind.SAME)
                    .says("Gives a value where there is none.", "无值时给出缺省值。")
                    .with(required(
                            "text", Parameter.Form.TEXT, "in the canonical form of what stands before", "与前一步同类的规范写法"))
                    .idempotent()
                    .example("default('156')", "", "156")
                    .example("default('156')", "344", "344")
                    .makes(ChoiceFunctions::byDefault),
            Definition.ofText("translate")
                    .says(
                            "Puts the word of the resource for that of the source; words that are not in the map are rejected.",
                            "把来源的用词换为资源的用词;对照表中没有的退回。")
                    .with(required("map", Parameter.Form.PAIRS, "a map", "对照表"))
                    .example("translate({1=普通, 2=特许})", "2", "特许")
                    .rejects("translate({1=普通, 2=特许})", "3")
                    .makes(arguments -> translate(arguments.pairs("map"))),
            Definition.of("true-false", Kind.TEXT, Kind.BOOLEAN)
                    .says(
                            "Reads the source's words for true and false; other words are rejected.",
                            "识别来源表示真和假的用词;其他退回。")
                    .with(
                            required("true", Parameter.Form.LIST, "a list of texts", "文字列表"),
                            required("false", Parameter.Form.LIST, "a list of texts", "文字列表"))
                    .example("true-false(true=[是, Y], false=[否, N])", "是", "true")
                    .rejects("true-false(true=[是, Y], false=[否, N])", "?")
                    .makes(ChoiceFunctions::trueFalse));

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
                return ValueProblem.UNKNOWN_CODE;
            }
            value.set(found, 0, found.length);
            return null;
        };
    }
}
