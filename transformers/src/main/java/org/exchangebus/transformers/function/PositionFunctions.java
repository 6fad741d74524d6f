package org.exchangebus.transformers.function;

import static org.exchangebus.transformers.function.Parameter.required;

import java.util.List;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.transformers.problem.ValueProblem;
import org.exchangebus.transformers.value.ByteWidths;
import org.exchangebus.transformers.value.Utf8;
import org.exchangebus.transformers.value.Value;
import org.jspecify.annotations.Nullable;

/** Fixed positions of old layouts, which are counted in the bytes of the file's charset. */
final class PositionFunctions {

    static final List<Function> ALL = List.of(Definition.ofText("bytes")
            .says(
                    "Keeps the bytes from one place to another, both counted from 1 and both included, as they are in a"
                            + " charset; what is shorter, and what cuts a character, is rejected.",
                    "按所给字符集的字节位置截取(从 1 计,含两端);长度不足或截断汉字的退回。")
            .with(
                    required("from", Parameter.Form.COUNT, "a count from 1 to 9999", " 1 至 9999 的位置"),
                    required("to", Parameter.Form.COUNT, "not less than from", "不小于 from 的位置"),
                    required(
                            "charset",
                            Parameter.Form.TEXT,
                            "one of " + String.join(", ", ByteWidths.CHARSETS),
                            String.join("、", ByteWidths.CHARSETS) + " 之一"))
            .example("bytes(1, 8, GBK) | trim", "王样例  110105", "王样例")
            .example("bytes(9, 14, GBK)", "王样例  110105", "110105")
            .example("bytes(1, 4, GB18030)", "𠮷1", "𠮷")
            .rejects("bytes(1, 3, GBK)", "王样例")
            .rejects("bytes(5, 8, GBK)", "王样例")
            .rejects("bytes(1, 4, GBK)", "𠮷1")
            .makes(PositionFunctions::bytes));

    private PositionFunctions() {}

    private static @Nullable Step bytes(Arguments arguments) {
        int from = arguments.count("from");
        int to = arguments.count("to");
        String charset = arguments.required("charset");
        if (to < from) {
            arguments.refuse("to", Integer.toString(to));
            return null;
        }
        if (!ByteWidths.CHARSETS.contains(charset)) {
            arguments.refuse("charset", charset);
            return null;
        }
        ByteWidths widths = ByteWidths.of(charset);
        return value -> cut(value, from - 1, to, widths);
    }

    private static @Nullable Problem cut(Value value, int from, int to, ByteWidths widths) {
        byte[] utf8 = value.array();
        int start = -1;
        int place = 0;
        for (int at = value.start(); at < value.end(); at += Utf8.width(utf8[at])) {
            if (place == from) {
                start = at;
            } else if (place > from && start < 0) {
                return ValueProblem.CUTS_A_CHARACTER;
            }
            int width = widths.width(utf8, at);
            if (width == 0) {
                return ValueProblem.NOT_IN_CHARSET;
            }
            place += width;
            if (place == to && start >= 0) {
                value.set(utf8, start, at + Utf8.width(utf8[at]));
                return null;
            }
            if (place > to) {
                return ValueProblem.CUTS_A_CHARACTER;
            }
        }
        return ValueProblem.TOO_SHORT;
    }
}
