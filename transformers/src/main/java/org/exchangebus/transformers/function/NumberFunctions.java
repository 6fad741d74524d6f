package org.exchangebus.transformers.function;

import static org.exchangebus.transformers.function.Parameter.optional;
import static org.exchangebus.transformers.function.Parameter.required;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.exchangebus.transformers.problem.MappingProblem;
import org.exchangebus.transformers.value.Decimal;
import org.exchangebus.transformers.value.Value;
import org.jspecify.annotations.Nullable;

/** Numbers and units, exact: decimal digits, never a floating point. */
final class NumberFunctions {

    private static final int EXACT_DIGITS = 18;

    static final List<Function> ALL = List.of(
            Definition.of("number", Kind.TEXT, Kind.NUMBER)
                    .says(
                            "Reads a number, also with a sign or an exponent, and writes it in plain notation without superfluous zeros. Groups of three only with the sign that separates them.",
                            "识别数值(可带正负号或指数),写成不带多余零的普通记法;三位分组须写明分隔符。")
                    .with(optional("thousands", Parameter.Form.TEXT, "one of , ' _ and a blank", " , ' _ 或空格之一"))
                    .example("number", "+0012.50", "12.5")
                    .example("number", "1.5E+3", "1500")
                    .example("number(thousands=',')", "1,234,567.80", "1234567.8")
                    .rejects("number", "1,234")
                    .makes(NumberFunctions::number),
            Definition.of("multiply", Kind.NUMBER, Kind.NUMBER)
                    .says(
                            "Multiplies exactly, for units: ten thousand yuan to yuan, mu to square metres.",
                            "精确相乘,用于换算单位:万元换元、亩换平方米。")
                    .with(required("factor", Parameter.Form.TEXT, "a number in plain notation, not 0", "普通记法的数,不为 0"))
                    .example("number | multiply(10000)", "0.00015", "1.5")
                    .example("number | multiply(666.6667)", "3", "2000.0001")
                    .makes(NumberFunctions::multiply));

    private NumberFunctions() {}

    private static @Nullable Step number(Arguments arguments) {
        String thousands = arguments.text("thousands");
        if (thousands != null && !thousands.matches("[,' _]")) {
            arguments.refuse("thousands", thousands);
            return null;
        }
        byte separator = thousands == null ? 0 : (byte) thousands.charAt(0);
        return value -> Decimal.normalise(value, separator) ? null : MappingProblem.NOT_A_NUMBER;
    }

    private static @Nullable Step multiply(Arguments arguments) {
        String text = arguments.required("factor");
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (!Decimal.isPlain(utf8, 0, utf8.length) || text.equals("0") || text.length() > EXACT_DIGITS) {
            arguments.refuse("factor", text);
            return null;
        }
        BigDecimal factor = new BigDecimal(text).stripTrailingZeros();
        long digits = factor.unscaledValue().longValueExact();
        return value -> {
            if (!multiplyShort(value, digits, factor.scale())) {
                BigDecimal product =
                        new BigDecimal(value.text()).multiply(factor).stripTrailingZeros();
                byte[] plain = product.toPlainString().getBytes(StandardCharsets.UTF_8);
                value.set(plain, 0, plain.length);
            }
            return null;
        };
    }

    /** Multiplies where number and product fit into a long. */
    private static boolean multiplyShort(Value value, long factor, int scale) {
        byte[] bytes = value.array();
        if (value.length() > EXACT_DIGITS) {
            return false;
        }
        boolean isNegative = bytes[value.start()] == '-';
        long number = 0;
        int decimals = -1;
        for (int i = value.start() + (isNegative ? 1 : 0); i < value.end(); i++) {
            if (bytes[i] == '.') {
                decimals = 0;
            } else {
                number = number * 10 + bytes[i] - '0';
                decimals = decimals < 0 ? -1 : decimals + 1;
            }
        }
        long product = number * factor;
        if (product == Long.MIN_VALUE || Math.multiplyHigh(number, factor) != product >> 63) {
            return false;
        }
        write(value, isNegative != product < 0 && product != 0, Math.abs(product), Math.max(0, decimals) + scale);
        return true;
    }

    private static void write(Value value, boolean isNegative, long product, int scale) {
        int most = 20;
        byte[] room = value.room(2 * (most + Math.abs(scale)) + 8);
        int end = value.roomAt() + 2 * (most + Math.abs(scale)) + 8;
        int at = end;
        long rest = product;
        do {
            room[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        Decimal.write(value, isNegative, room, at, end - at, end - at - scale);
    }
}
