package org.exchangebus.transformers.function;

import static org.exchangebus.transformers.function.Parameter.required;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.transformers.problem.ValueProblem;
import org.exchangebus.transformers.value.Utf8;
import org.exchangebus.transformers.value.Value;
import org.jspecify.annotations.Nullable;

/** Parts of a text: taken, added, replaced. Characters are Unicode's, also those of four bytes. */
final class PartFunctions {

    static final List<Function> ALL = List.of(
            Definition.ofText("remove")
                    .says("Removes each of the texts wherever it stands.", "删去文中出现的各段文字。")
                    .with(required("texts", Parameter.Form.MANY, "not empty", "非空文字"))
                    .example("remove('-', ' ')", "010-8888 0000", "01088880000")
                    .makes(arguments -> replaceAll(arguments, arguments.texts("texts"), "")),
            Definition.ofText("replace")
                    .says("Puts one text in the place of another, wherever that stands.", "把文中的一段文字替换为另一段。")
                    .with(
                            required("text", Parameter.Form.TEXT, "not empty", "非空文字"),
                            required("by", Parameter.Form.TEXT, "a text", "文字"))
                    .example("replace('〔', '[')", "京〔2018〕1", "京[2018〕1")
                    .makes(arguments ->
                            replaceAll(arguments, List.of(arguments.required("text")), arguments.required("by"))),
            Definition.ofText("prefix")
                    .says("Puts a text in front.", "在前面加上文字。")
                    .with(required("text", Parameter.Form.TEXT, "a text", "文字"))
                    .example("prefix('京')", "A12345", "京A12345")
                    .makes(arguments -> affix(arguments.required("text"), "")),
            Definition.ofText("suffix")
                    .says("Puts a text behind.", "在后面加上文字。")
                    .with(required("text", Parameter.Form.TEXT, "a text", "文字"))
                    .example("suffix('号')", "12", "12号")
                    .makes(arguments -> affix("", arguments.required("text"))),
            Definition.ofText("without-prefix")
                    .says("Takes a text off the front where it stands there.", "若以该文字开头,则去掉。")
                    .with(required("text", Parameter.Form.TEXT, "a text", "文字"))
                    .example("without-prefix('CN')", "CN0017", "0017")
                    .example("without-prefix('CN')", "0017", "0017")
                    .makes(arguments -> withoutPrefix(bytes(arguments.required("text")))),
            Definition.ofText("without-suffix")
                    .says("Takes a text off the end where it stands there.", "若以该文字结尾,则去掉。")
                    .with(required("text", Parameter.Form.TEXT, "a text", "文字"))
                    .example("without-suffix('号')", "12号", "12")
                    .makes(arguments -> withoutSuffix(bytes(arguments.required("text")))),
            Definition.ofText("first-characters")
                    .says("Keeps that many characters at most, and drops the rest.", "最多保留前若干个字符,其余舍去。")
                    .with(required("characters", Parameter.Form.COUNT, "a count from 1 to 9999", " 1 至 9999 的个数"))
                    .idempotent()
                    .example("first-characters(2)", "𠮷田一郎", "𠮷田")
                    .makes(arguments -> first(arguments.count("characters"))),
            Definition.ofText("last-characters")
                    .says("Keeps that many characters at most, and drops those before.", "最多保留后若干个字符,之前的舍去。")
                    .with(required("characters", Parameter.Form.COUNT, "a count from 1 to 9999", " 1 至 9999 的个数"))
                    .idempotent()
                    .example("last-characters(4)", "13800001234", "1234")
                    .makes(arguments -> last(arguments.count("characters"))),
            Definition.ofText("characters")
                    .says(
                            "Keeps the characters from one place to another, both counted from 1 and both included; what is shorter is rejected.",
                            "保留从某位到某位的字符(从 1 计,含两端);长度不足的退回。")
                    .with(
                            required("from", Parameter.Form.COUNT, "a count from 1 to 9999", " 1 至 9999 的位置"),
                            required("to", Parameter.Form.COUNT, "not less than from", "不小于 from 的位置"))
                    .example("characters(9, 17)", "91110000600037341L", "600037341")
                    .rejects("characters(9, 17)", "9111")
                    .makes(PartFunctions::between));

    private PartFunctions() {}

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable Step replaceAll(Arguments arguments, List<String> texts, String by) {
        if (texts.contains("")) {
            arguments.refuse(arguments.has("texts") ? "texts" : "text", "");
            return null;
        }
        byte[][] sought = texts.stream().map(PartFunctions::bytes).toArray(byte[][]::new);
        byte[] instead = bytes(by);
        return value -> {
            for (byte[] text : sought) {
                if (!value.isNothing()) {
                    replace(value, text, instead);
                }
            }
            return null;
        };
    }

    private static void replace(Value value, byte[] text, byte[] by) {
        byte[] bytes = value.array();
        int end = value.end();
        int found = Utf8.find(bytes, value.start(), end, text);
        if (found < 0) {
            return;
        }
        byte[] room = value.room(value.length() * Math.max(1, by.length));
        int to = value.roomAt();
        int from = value.start();
        for (; found >= 0; found = Utf8.find(bytes, from, end, text)) {
            System.arraycopy(bytes, from, room, to, found - from);
            to += found - from;
            System.arraycopy(by, 0, room, to, by.length);
            to += by.length;
            from = found + text.length;
        }
        System.arraycopy(bytes, from, room, to, end - from);
        value.keep(to + end - from - value.roomAt());
    }

    private static Step affix(String before, String after) {
        byte[] head = bytes(before);
        byte[] tail = bytes(after);
        return value -> {
            int length = value.length();
            byte[] room = value.room(head.length + length + tail.length);
            int at = value.roomAt();
            System.arraycopy(head, 0, room, at, head.length);
            System.arraycopy(value.array(), value.start(), room, at + head.length, length);
            System.arraycopy(tail, 0, room, at + head.length + length, tail.length);
            value.keep(head.length + length + tail.length);
            return null;
        };
    }

    private static Step withoutPrefix(byte[] text) {
        return value -> {
            int beyond = value.start() + text.length;
            if (beyond <= value.end() && Arrays.equals(value.array(), value.start(), beyond, text, 0, text.length)) {
                value.set(value.array(), beyond, value.end());
            }
            return null;
        };
    }

    private static Step withoutSuffix(byte[] text) {
        return value -> {
            int from = value.end() - text.length;
            if (from >= value.start() && Arrays.equals(value.array(), from, value.end(), text, 0, text.length)) {
                value.set(value.array(), value.start(), from);
            }
            return null;
        };
    }

    private static Step first(int characters) {
        return value -> {
            value.set(value.array(), value.start(), Utf8.skip(value.array(), value.start(), value.end(), characters));
            return null;
        };
    }

    private static Step last(int characters) {
        return value -> {
            int surplus = Utf8.count(value.array(), value.start(), value.end()) - characters;
            value.set(value.array(), Utf8.skip(value.array(), value.start(), value.end(), surplus), value.end());
            return null;
        };
    }

    private static @Nullable Step between(Arguments arguments) {
        int from = arguments.count("from");
        int to = arguments.count("to");
        if (to < from) {
            arguments.refuse("to", Integer.toString(to));
            return null;
        }
        return value -> take(value, from, to);
    }

    private static @Nullable Problem take(Value value, int from, int to) {
        byte[] bytes = value.array();
        if (Utf8.count(bytes, value.start(), value.end()) < to) {
            return ValueProblem.TOO_SHORT;
        }
        int start = Utf8.skip(bytes, value.start(), value.end(), from - 1);
        value.set(bytes, start, Utf8.skip(bytes, start, value.end(), to - from + 1));
        return null;
    }
}
