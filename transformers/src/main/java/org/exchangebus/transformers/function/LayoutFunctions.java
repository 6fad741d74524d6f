package org.exchangebus.transformers.function;

import static org.exchangebus.transformers.function.Parameter.optional;
import static org.exchangebus.transformers.function.Parameter.required;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.transformers.problem.ValueProblem;
import org.exchangebus.transformers.value.Utf8;
import org.exchangebus.transformers.value.Value;
import org.jspecify.annotations.Nullable;

/** Texts filled up to a width, and texts that a sign cuts into parts. */
final class LayoutFunctions {

    private static final Parameter WIDTH =
            required("characters", Parameter.Form.COUNT, "a count from 1 to 9999", " 1 至 9999 的个数");
    private static final Parameter SIGN = required("between", Parameter.Form.TEXT, "not empty", "非空文字");

    static final List<Function> ALL = List.of(
            Definition.ofText("pad-left")
                    .says(
                            "Fills up in front to a number of characters; what is longer is rejected.",
                            "在前面补足到指定字符数;超长的退回。")
                    .with(
                            WIDTH,
                            optional(
                                    "with",
                                    Parameter.Form.TEXT,
                                    "one character of ASCII, '0' where not given",
                                    "一个 ASCII 字符,缺省为 '0'"))
                    .idempotent()
                    .example("pad-left(6, '0')", "1234", "001234")
                    .rejects("pad-left(6)", "1234567")
                    .makes(arguments -> pad(arguments, true)),
            Definition.ofText("pad-right")
                    .says(
                            "Fills up behind to a number of characters; what is longer is rejected.",
                            "在后面补足到指定字符数;超长的退回。")
                    .with(
                            WIDTH,
                            optional(
                                    "with",
                                    Parameter.Form.TEXT,
                                    "one character of ASCII, '0' where not given",
                                    "一个 ASCII 字符,缺省为 '0'"))
                    .idempotent()
                    .example("pad-right(6)", "1101", "110100")
                    .rejects("pad-right(6)", "1101051")
                    .makes(arguments -> pad(arguments, false)),
            Definition.ofText("part")
                    .says(
                            "Keeps one of the parts between a sign, counted from 1; where there are not so many, it is"
                                    + " rejected.",
                            "取以某符号分隔的第几部分(从 1 计);没有这一部分的退回。")
                    .with(SIGN, required("number", Parameter.Form.COUNT, "a count from 1 to 9999", " 1 至 9999 的序号"))
                    .example("part('-', 2)", "010-8888-01", "8888")
                    .rejects("part('-', 4)", "010-8888-01")
                    .makes(arguments -> parts(arguments, List.of(arguments.required("number")))),
            Definition.ofText("parts")
                    .says(
                            "Keeps some of the parts between a sign, counted from 1, in the order given, with a text"
                                    + " between them; where one is not there, it is rejected.",
                            "按给出的次序取以某符号分隔的若干部分(从 1 计),并以文字连接;缺少任一部分的退回。")
                    .with(
                            SIGN,
                            required(
                                    "numbers",
                                    Parameter.Form.LIST,
                                    "a list of counts from 1 to 9999",
                                    " 1 至 9999 的序号列表"),
                            optional("with", Parameter.Form.TEXT, "a text, none where not given", "文字,缺省为空"))
                    .example("parts('/', [3, 1], with='-')", "1/2/1998", "1998-1")
                    .rejects("parts('/', [3, 1], with='-')", "1/1998")
                    .makes(arguments -> parts(arguments, arguments.texts("numbers"))));

    private LayoutFunctions() {}

    private static @Nullable Step pad(Arguments arguments, boolean inFront) {
        String with = arguments.has("with") ? arguments.required("with") : "0";
        if (with.length() != 1 || with.charAt(0) > 0x7E) {
            arguments.refuse("with", with);
            return null;
        }
        int width = arguments.count("characters");
        byte sign = (byte) with.charAt(0);
        return value -> {
            int missing = width - Utf8.count(value.array(), value.start(), value.end());
            if (missing < 0) {
                return ValueProblem.TOO_LONG;
            }
            if (missing > 0) {
                int length = value.length();
                byte[] room = value.room(missing + length);
                int at = value.roomAt();
                Arrays.fill(room, inFront ? at : at + length, inFront ? at + missing : at + length + missing, sign);
                System.arraycopy(value.array(), value.start(), room, inFront ? at + missing : at, length);
                value.keep(missing + length);
            }
            return null;
        };
    }

    private static @Nullable Step parts(Arguments arguments, List<String> numbers) {
        byte[] sign = arguments.required("between").getBytes(StandardCharsets.UTF_8);
        String with = arguments.text("with");
        byte[] between = (with == null ? "" : with).getBytes(StandardCharsets.UTF_8);
        if (sign.length == 0) {
            arguments.refuse("between", "");
        }
        numbers.stream()
                .filter(number -> !number.matches("[1-9][0-9]{0,3}"))
                .forEach(number -> arguments.refuse("numbers", number));
        if (!arguments.isSound()) {
            return null;
        }
        int[] places = numbers.stream().mapToInt(Integer::parseInt).toArray();
        return places.length == 1 ? value -> keep(value, sign, places[0]) : value -> keep(value, sign, places, between);
    }

    /** Where the part of a number begins; -1 where there are not so many. */
    private static int startOf(Value value, byte[] sign, int number) {
        int at = value.start();
        for (int i = 1; i < number; i++) {
            int found = Utf8.find(value.array(), at, value.end(), sign);
            if (found < 0) {
                return -1;
            }
            at = found + sign.length;
        }
        return at;
    }

    private static int endOf(Value value, byte[] sign, int start) {
        int found = Utf8.find(value.array(), start, value.end(), sign);
        return found < 0 ? value.end() : found;
    }

    private static @Nullable Problem keep(Value value, byte[] sign, int number) {
        int start = startOf(value, sign, number);
        if (start < 0) {
            return ValueProblem.NO_SUCH_PART;
        }
        value.set(value.array(), start, endOf(value, sign, start));
        return null;
    }

    private static @Nullable Problem keep(Value value, byte[] sign, int[] numbers, byte[] between) {
        int length = between.length * (numbers.length - 1);
        for (int number : numbers) {
            int start = startOf(value, sign, number);
            if (start < 0) {
                return ValueProblem.NO_SUCH_PART;
            }
            length += endOf(value, sign, start) - start;
        }
        byte[] room = value.room(length);
        int to = value.roomAt();
        for (int i = 0; i < numbers.length; i++) {
            if (i > 0) {
                System.arraycopy(between, 0, room, to, between.length);
                to += between.length;
            }
            int start = startOf(value, sign, numbers[i]);
            int end = endOf(value, sign, start);
            System.arraycopy(value.array(), start, room, to, end - start);
            to += end - start;
        }
        value.keep(length);
        return null;
    }
}
