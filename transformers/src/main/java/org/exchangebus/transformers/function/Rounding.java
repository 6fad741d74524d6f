package org.exchangebus.transformers.function;

import static org.exchangebus.transformers.function.Parameter.required;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.transformers.problem.ValueProblem;
import org.exchangebus.transformers.value.Decimal;
import org.exchangebus.transformers.value.Value;
import org.jspecify.annotations.Nullable;

/** How digits behind the last kept one are dropped; the names are those of the JDK. */
enum Rounding {
    HALF_UP,
    HALF_EVEN,
    UP,
    DOWN,
    CEILING,
    FLOOR,
    /** Nothing is dropped: a number with more decimals is rejected. */
    EXACT;

    static final Function FUNCTION = Definition.of("round", Kind.NUMBER, Kind.NUMBER)
            .says(
                    "Keeps that many decimals at most. half-up and half-even go to the nearest, up and down away from 0"
                            + " and towards it, ceiling and floor to the greater and the lesser; exact rejects what has"
                            + " more.",
                    "最多保留指定位数的小数。half-up(四舍五入)与 half-even(四舍六入五成双)取最近值,up 与 down 远离或趋向 0,"
                            + "ceiling 与 floor 取较大或较小值;exact 退回位数更多的数。")
            .with(
                    required("decimals", Parameter.Form.WHOLE, "a count from 0 to 9999", " 0 至 9999 的位数"),
                    required(
                            "mode",
                            Parameter.Form.TEXT,
                            "one of half-up, half-even, up, down, ceiling, floor, exact",
                            " half-up、half-even、up、down、ceiling、floor、exact 之一"))
            .idempotent()
            .example("number | round(2, half-up)", "2.345", "2.35")
            .example("number | round(2, half-even)", "2.345", "2.34")
            .example("number | round(0, up)", "-2.1", "-3")
            .example("number | round(1, down)", "9.99", "9.9")
            .example("number | round(0, floor)", "-2.1", "-3")
            .example("number | round(0, half-up)", "99.5", "100")
            .rejects("number | round(2, exact)", "2.345")
            .makes(Rounding::round);

    private static @Nullable Step round(Arguments arguments) {
        String name = arguments.required("mode").toUpperCase(Locale.ROOT).replace('-', '_');
        List<Rounding> modes =
                Arrays.stream(values()).filter(mode -> mode.name().equals(name)).toList();
        if (modes.isEmpty()) {
            arguments.refuse("mode", arguments.required("mode"));
            return null;
        }
        int decimals = arguments.count("decimals");
        Rounding mode = modes.get(0);
        return value -> mode.round(value, decimals);
    }

    private @Nullable Problem round(Value value, int decimals) {
        byte[] bytes = value.array();
        int end = value.end();
        int point = value.start();
        while (point < end && bytes[point] != '.') {
            point++;
        }
        int dropped = point + 1 + decimals;
        if (dropped >= end) {
            return null;
        }
        if (this == EXACT) {
            return ValueProblem.NOT_EXACT;
        }
        boolean isNegative = bytes[value.start()] == '-';
        int from = value.start() + (isNegative ? 1 : 0);
        int whole = point - from;
        // Far behind, because what is written goes to the front of the same room.
        int apart = whole + decimals + 8;
        byte[] room = value.room(2 * apart + 1);
        int first = value.roomAt() + apart;
        room[first] = '0';
        System.arraycopy(bytes, from, room, first + 1, whole);
        System.arraycopy(bytes, point + 1, room, first + 1 + whole, decimals);
        int last = first + whole + decimals;
        if (goesUp(isNegative, room[last], bytes[dropped], dropped + 1 < end)) {
            while (room[last] == '9') {
                room[last--] = '0';
            }
            room[last]++;
        }
        Decimal.write(value, isNegative, room, first, 1 + whole + decimals, 1 + whole);
        return null;
    }

    /** Whether the digits are made greater by one; the number is plain, so that digits left over are not all 0. */
    private boolean goesUp(boolean isNegative, byte kept, byte dropped, boolean hasMore) {
        return switch (this) {
            case UP -> true;
            case DOWN, EXACT -> false;
            case CEILING -> !isNegative;
            case FLOOR -> isNegative;
            case HALF_UP -> dropped >= '5';
            case HALF_EVEN -> dropped > '5' || dropped == '5' && (hasMore || (kept & 1) == 1);
        };
    }
}
