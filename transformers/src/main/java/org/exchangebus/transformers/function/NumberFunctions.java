package org.exchangebus.transformers.function;

import static org.exchangebus.transformers.function.Parameter.optional;
import static org.exchangebus.transformers.function.Parameter.required;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.transformers.problem.ValueProblem;
import org.exchangebus.transformers.value.Decimal;
import org.exchangebus.transformers.value.Value;
import org.jspecify.annotations.Nullable;

/** Numbers as sources write them: signs, groups, units, brackets; exact, never a floating point. */
final class NumberFunctions {

    static final List<Function> ALL = List.of(
            Definition.of("number", Kind.TEXT, Kind.NUMBER)
                    .says(
                            "Reads a number, also with a sign or an exponent, and writes it in plain notation without"
                                    + " superfluous zeros. Groups of three only with the sign that separates them;"
                                    + " with units, the number is multiplied by that of the unit behind it, and"
                                    + " another unit, or none where '' is not among them, is rejected.",
                            "识别数值(可带正负号或指数),写成不带多余零的普通记法;三位分组须写明分隔符。写明 units 时," + "按数值后的单位换算;其他单位,或未列出 '' 而没有单位的,退回。")
                    .with(
                            optional("thousands", Parameter.Form.TEXT, "one of , ' _ and a blank", " , ' _ 或空格之一"),
                            optional(
                                    "units",
                                    Parameter.Form.PAIRS,
                                    "a map from units to what one is worth, a number in plain notation, not 0",
                                    "单位到其值的对照表,值为普通记法的数,不为 0"),
                            optional(
                                    "negative",
                                    Parameter.Form.LIST,
                                    "of brackets, for (1), and behind, for 1-",
                                    " brackets(用括号表示负数)和 behind(负号在后)"))
                    .example("number", "+0012.50", "12.5")
                    .example("number", "1.5E+3", "1500")
                    .example("number(thousands=',')", "1,234,567.80", "1234567.8")
                    .rejects("number", "1,234")
                    .example("number(units={万元=10000, 亿元=100000000, 元=1})", "1.2亿元", "120000000")
                    .example("number(units={%=0.01, ''=1})", "12.5%", "0.125")
                    .rejects("number(units={万元=10000})", "3美元")
                    .example("number(thousands=',', negative=brackets)", "(1,234.50)", "-1234.5")
                    .example("number(negative=[brackets, behind])", "12-", "-12")
                    .makes(NumberFunctions::number),
            Definition.of("multiply", Kind.NUMBER, Kind.NUMBER)
                    .says(
                            "Multiplies exactly, for units: ten thousand yuan to yuan, mu to square metres.",
                            "精确相乘,用于换算单位:万元换元、亩换平方米。")
                    .with(required("factor", Parameter.Form.TEXT, "a number in plain notation, not 0", "普通记法的数,不为 0"))
                    .example("number | multiply(10000)", "0.00015", "1.5")
                    .example("number | multiply(666.6667)", "3", "2000.0001")
                    .makes(NumberFunctions::multiply),
            Rounding.FUNCTION);

    /** A unit and what one of it is worth. */
    private record Unit(byte[] text, Factor factor) {}

    private NumberFunctions() {}

    private static @Nullable Step number(Arguments arguments) {
        String thousands = arguments.text("thousands");
        if (thousands != null && !thousands.matches("[,' _]")) {
            arguments.refuse("thousands", thousands);
            return null;
        }
        List<String> negative = arguments.texts("negative");
        for (String form : negative) {
            if (!form.equals("brackets") && !form.equals("behind")) {
                arguments.refuse("negative", form);
                return null;
            }
        }
        Unit[] units = units(arguments);
        byte separator = thousands == null ? 0 : (byte) thousands.charAt(0);
        boolean hasBrackets = negative.contains("brackets");
        boolean hasBehind = negative.contains("behind");
        if (units.length == 0 && negative.isEmpty()) {
            return value -> Decimal.normalise(value, separator) ? null : ValueProblem.NOT_A_NUMBER;
        }
        return value -> read(value, separator, units, hasBrackets, hasBehind);
    }

    private static Unit[] units(Arguments arguments) {
        Map<String, String> pairs = arguments.pairs("units");
        pairs.values().stream()
                .filter(worth -> Factor.of(worth) == null)
                .forEach(worth -> arguments.refuse("units", worth));
        return pairs.entrySet().stream()
                .filter(pair -> Factor.of(pair.getValue()) != null)
                .map(pair -> new Unit(pair.getKey().getBytes(StandardCharsets.UTF_8), Factor.of(pair.getValue())))
                .sorted((one, other) -> other.text().length - one.text().length)
                .toArray(Unit[]::new);
    }

    private static @Nullable Problem read(
            Value value, byte thousands, Unit[] units, boolean hasBrackets, boolean hasBehind) {
        byte[] bytes = value.array();
        int start = value.start();
        int end = value.end();
        boolean isBracketed = hasBrackets && bytes[start] == '(' && bytes[end - 1] == ')';
        int from = isBracketed ? start + 1 : start;
        int to = isBracketed ? end - 1 : end;
        Unit unit = units.length == 0 ? null : unit(units, bytes, from, to);
        if (units.length > 0 && unit == null) {
            return ValueProblem.UNKNOWN_UNIT;
        }
        to -= unit == null ? 0 : unit.text().length;
        boolean isBehind = hasBehind && to > from && bytes[to - 1] == '-';
        to -= isBehind ? 1 : 0;
        boolean isMarked = isBracketed || isBehind;
        boolean hasSign = to > from && (bytes[from] == '-' || bytes[from] == '+');
        if (to <= from || isMarked && hasSign || isBracketed && isBehind) {
            return ValueProblem.NOT_A_NUMBER;
        }
        value.set(bytes, from, to);
        if (!Decimal.normalise(value, thousands)) {
            value.set(bytes, start, end);
            return ValueProblem.NOT_A_NUMBER;
        }
        if (isMarked) {
            Factor.MINUS_ONE.times(value);
        }
        if (unit != null) {
            unit.factor().times(value);
        }
        return null;
    }

    private static @Nullable Unit unit(Unit[] units, byte[] bytes, int start, int end) {
        for (Unit unit : units) {
            int from = end - unit.text().length;
            if (from > start && java.util.Arrays.equals(bytes, from, end, unit.text(), 0, unit.text().length)) {
                return unit;
            }
        }
        return null;
    }

    private static @Nullable Step multiply(Arguments arguments) {
        Factor factor = Factor.of(arguments.required("factor"));
        if (factor == null) {
            arguments.refuse("factor", arguments.required("factor"));
            return null;
        }
        return value -> {
            factor.times(value);
            return null;
        };
    }
}
