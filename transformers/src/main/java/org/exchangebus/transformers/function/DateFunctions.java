package org.exchangebus.transformers.function;

import static org.exchangebus.transformers.function.Parameter.optional;
import static org.exchangebus.transformers.function.Parameter.required;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.transformers.problem.MappingProblem;
import org.exchangebus.transformers.value.DatePattern;
import org.exchangebus.transformers.value.Slices;
import org.exchangebus.transformers.value.Value;
import org.jspecify.annotations.Nullable;

/** Dates in the forms and with the sentinels of old systems. */
final class DateFunctions {

    private static final Parameter[] PARAMETERS = {
        required(
                "patterns",
                Parameter.Form.MANY,
                "of yyyy, MM or M, dd or d, HH or H, mm or m, ss or s, S, and signs; with year, month and day",
                "由 yyyy、MM 或 M、dd 或 d、HH 或 H、mm 或 m、ss 或 s、S 及符号组成的格式,含年月日"),
        optional("null", Parameter.Form.LIST, "the texts that mean there is no date", "表示无日期的文字"),
        optional(
                "forever",
                Parameter.Form.LIST,
                "the texts that mean there is no end; needs becomes",
                "表示长期的文字,须同时写 becomes"),
        optional(
                "becomes",
                Parameter.Form.TEXT,
                "what there being no end is kept as: a date, or nothing",
                "长期的存储值:一个日期,或 nothing(无值)")
    };

    static final List<Function> ALL = List.of(
            Definition.of("date", Kind.TEXT, Kind.DATE)
                    .says(
                            "Reads a date in one of the forms, tried in order. A time of day in the form is read and dropped.",
                            "按所列格式依次识别日期;格式中的时刻读过后舍去。")
                    .with(PARAMETERS)
                    .example("date(yyyyMMdd, yyyy-M-d)", "2000-2-29", "2000-02-29")
                    .rejects("date(yyyyMMdd)", "19000229")
                    .example("date(yyyyMMdd, null=[19000101, 00000000])", "19000101", "")
                    .example("date(yyyy/MM/dd, forever=2099/12/31, becomes=9999-12-31)", "2099/12/31", "9999-12-31")
                    .example("date(yyyy年M月d日)", "1998年7月1日", "1998-07-01")
                    .makes(arguments -> make(arguments, Kind.DATE)),
            Definition.of("date-time", Kind.TEXT, Kind.DATE_TIME)
                    .says(
                            "Reads a date and time of day in one of the forms, tried in order; a form without time is midnight. Fractions of a second are dropped.",
                            "按所列格式依次识别日期时间;没有时刻的为零点;秒的小数舍去。")
                    .with(PARAMETERS)
                    .example("date-time('yyyy-MM-dd HH:mm:ss.S')", "2017-08-30 09:15:00.0", "2017-08-30T09:15:00")
                    .makes(arguments -> make(arguments, Kind.DATE_TIME)));

    private DateFunctions() {}

    private static @Nullable Step make(Arguments arguments, Kind kind) {
        List<DatePattern> patterns = new ArrayList<>();
        for (String text : arguments.texts("patterns")) {
            DatePattern pattern = DatePattern.of(text);
            if (pattern == null) {
                arguments.refuse("patterns", text);
            } else {
                patterns.add(pattern);
            }
        }
        Map<String, String> sentinels = new HashMap<>();
        arguments.texts("null").forEach(text -> sentinels.put(text, ""));
        String becomes = arguments.text("becomes");
        List<String> forever = arguments.texts("forever");
        boolean isClear = becomes != null && (becomes.equals("nothing") || Canonical.is(kind, becomes));
        if (becomes != null && !isClear || forever.isEmpty() != (becomes == null)) {
            arguments.refuse("becomes", becomes == null ? "" : becomes);
            return null;
        }
        forever.forEach(text -> sentinels.put(text, "nothing".equals(becomes) ? "" : becomes));
        DatePattern[] all = patterns.toArray(DatePattern[]::new);
        boolean isDate = kind == Kind.DATE;
        Slices special = sentinels.isEmpty() ? null : new Slices(sentinels);
        return value -> {
            byte[] meant = special == null ? null : special.get(value.array(), value.start(), value.end());
            if (meant != null) {
                value.set(meant, 0, meant.length);
                return null;
            }
            return read(value, all, isDate);
        };
    }

    private static @Nullable Problem read(Value value, DatePattern[] patterns, boolean isDate) {
        for (DatePattern pattern : patterns) {
            long moment = pattern.read(value.array(), value.start(), value.end());
            if (moment >= 0) {
                if (pattern.isCanonical(isDate)) {
                    return null;
                }
                if (isDate) {
                    DatePattern.writeDate(value, moment);
                } else {
                    DatePattern.writeDateTime(value, moment);
                }
                return null;
            }
        }
        return MappingProblem.NOT_A_DATE;
    }
}
