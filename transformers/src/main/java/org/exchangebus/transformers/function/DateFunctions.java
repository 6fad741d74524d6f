package org.exchangebus.transformers.function;

import static org.exchangebus.transformers.function.Parameter.optional;
import static org.exchangebus.transformers.function.Parameter.required;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.transformers.han.HanDate;
import org.exchangebus.transformers.problem.MappingProblem;
import org.exchangebus.transformers.problem.ValueProblem;
import org.exchangebus.transformers.value.DatePattern;
import org.exchangebus.transformers.value.DatePattern.Missing;
import org.exchangebus.transformers.value.Slices;
import org.exchangebus.transformers.value.Value;
import org.jspecify.annotations.Nullable;

/** Dates in the forms and with the sentinels of old systems. */
final class DateFunctions {

    private static final int MOST_COMPARED = 50;
    private static final int YEAR_LENGTH = 4;
    private static final int MONTH_LENGTH = 7;

    private static final Parameter PATTERNS = required(
            "patterns",
            Parameter.Form.MANY,
            "of yyyy, or yy with pivot, MM or M, dd or d, HH or H, mm or m, ss or s, S, and signs; with year, month and"
                    + " day, or less with missing",
            "由 yyyy(或带 pivot 的 yy)、MM 或 M、dd 或 d、HH 或 H、mm 或 m、ss 或 s、S 及符号组成的格式,含年月日," + "不全时须写 missing");
    private static final Parameter PIVOT = optional(
            "pivot",
            Parameter.Form.TEXT,
            "the earliest year that two digits can mean, such as 1930",
            "两位年份所能表示的最早年份,如 1930");
    static final Parameter MISSING = optional(
            "missing",
            Parameter.Form.TEXT,
            "first or last: the day that is meant where only year and month, or only the year, are written",
            " first 或 last:只写到年或月时,取第一日还是最后一日");
    private static final Parameter[] PARAMETERS = {
        PATTERNS,
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
                "长期的存储值:一个日期,或 nothing(无值)"),
        PIVOT,
        MISSING
    };

    static final List<Function> ALL = List.of(
            Definition.of("date", Kind.TEXT, Kind.DATE)
                    .says(
                            "Reads a date in one of the forms, tried in order. A time of day in the form is read and"
                                    + " dropped. Dates of the lunar calendar and of eras are rejected as such.",
                            "按所列格式依次识别日期;格式中的时刻读过后舍去。农历和年号纪年的日期会指明原因退回。")
                    .with(PARAMETERS)
                    .example("date(yyyyMMdd, yyyy-M-d)", "2000-2-29", "2000-02-29")
                    .rejects("date(yyyyMMdd)", "19000229")
                    .example("date(yyyyMMdd, null=[19000101, 00000000])", "19000101", "")
                    .example("date(yyyy/MM/dd, forever=2099/12/31, becomes=9999-12-31)", "2099/12/31", "9999-12-31")
                    .example("date(yyyy年M月d日)", "1998年7月1日", "1998-07-01")
                    .example("date(yyMMdd, pivot=1930)", "290131", "2029-01-31")
                    .example("date(yyMMdd, pivot=1930)", "300131", "1930-01-31")
                    .example("date(yyyyMMdd, yyyyMM, missing=last)", "202402", "2024-02-29")
                    .rejects("date(yyyy年M月d日)", "农历2026年正月初一")
                    .makes(arguments -> make(arguments, Kind.DATE)),
            Definition.of("date-time", Kind.TEXT, Kind.DATE_TIME)
                    .says(
                            "Reads a date and time of day in one of the forms, tried in order; a form without time is"
                                    + " midnight. Fractions of a second are dropped.",
                            "按所列格式依次识别日期时间;没有时刻的为零点;秒的小数舍去。")
                    .with(PARAMETERS)
                    .example("date-time('yyyy-MM-dd HH:mm:ss.S')", "2017-08-30 09:15:00.0", "2017-08-30T09:15:00")
                    .makes(arguments -> make(arguments, Kind.DATE_TIME)),
            Definition.ofText("partial-date")
                    .says(
                            "Reads as much of a date as is written in one of the forms, tried in order, and gives yyyy,"
                                    + " yyyy-MM or yyyy-MM-dd as text: nothing is made up.",
                            "按所列格式依次识别不完整的日期,以文本给出 yyyy、yyyy-MM 或 yyyy-MM-dd,不补造。")
                    .with(PATTERNS, PIVOT)
                    .example("partial-date(yyyyMMdd, yyyyMM, yyyy)", "202611", "2026-11")
                    .example("partial-date(yyyyMMdd, yyyyMM, yyyy)", "2026", "2026")
                    .rejects("partial-date(yyyyMMdd, yyyyMM, yyyy)", "202613")
                    .makes(DateFunctions::partial));

    private DateFunctions() {}

    private static @Nullable Step make(Arguments arguments, Kind kind) {
        DatePattern[] all = patterns(arguments, missing(arguments));
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
        return reason(value);
    }

    /** Why a text is no date. */
    static Problem reason(Value value) {
        if (HanDate.isLunar(value.array(), value.start(), value.end())) {
            return ValueProblem.LUNAR_DATE;
        }
        return HanDate.isOfEra(value.array(), value.start(), value.end())
                ? ValueProblem.DATE_OF_ERA
                : ValueProblem.NOT_A_DATE;
    }

    private static DatePattern[] patterns(Arguments arguments, Missing missing) {
        String pivot = arguments.has("pivot") ? arguments.required("pivot") : "0";
        if (!pivot.matches("0|[1-9][0-9]{3}")) {
            arguments.refuse("pivot", pivot);
            return new DatePattern[0];
        }
        List<DatePattern> patterns = new ArrayList<>();
        for (String text : arguments.texts("patterns")) {
            DatePattern pattern = DatePattern.of(text, Integer.parseInt(pivot), missing);
            if (pattern == null) {
                arguments.refuse("patterns", text);
            } else {
                patterns.add(pattern);
            }
        }
        refuseContradictions(arguments, patterns);
        return patterns.toArray(DatePattern[]::new);
    }

    /** The first form would decide, and whoever added the second would not learn that it is never asked. */
    private static void refuseContradictions(Arguments arguments, List<DatePattern> all) {
        // A form that stands twice says nothing else the second time, and a list that nobody reads must not take long.
        Map<String, DatePattern> distinct = new LinkedHashMap<>();
        all.subList(0, Math.min(all.size(), MOST_COMPARED))
                .forEach(pattern -> distinct.putIfAbsent(pattern.toString(), pattern));
        List<DatePattern> patterns = List.copyOf(distinct.values());
        for (int i = 0; i < patterns.size(); i++) {
            for (int j = i + 1; j < patterns.size(); j++) {
                String text = patterns.get(i).contradiction(patterns.get(j));
                if (text != null) {
                    arguments.refuse(
                            "patterns",
                            MappingProblem.FORMS_CONTRADICT,
                            patterns.get(i).toString(),
                            patterns.get(j).toString(),
                            text);
                    return;
                }
            }
        }
    }

    /** What a call says of dates that are not whole. */
    static Missing missing(Arguments arguments) {
        String missing = arguments.text("missing");
        if (missing != null && !missing.equals("first") && !missing.equals("last")) {
            arguments.refuse("missing", missing);
        }
        return missing == null ? Missing.REFUSED : missing.equals("last") ? Missing.LAST : Missing.FIRST;
    }

    private static Step partial(Arguments arguments) {
        DatePattern[] all = patterns(arguments, Missing.FIRST);
        return value -> {
            for (DatePattern pattern : all) {
                long moment = pattern.read(value.array(), value.start(), value.end());
                if (moment >= 0) {
                    DatePattern.writeDate(value, moment);
                    int length =
                            pattern.parts() == 1 ? YEAR_LENGTH : pattern.parts() == 2 ? MONTH_LENGTH : value.length();
                    value.set(value.array(), value.start(), value.start() + length);
                    return null;
                }
            }
            return reason(value);
        };
    }
}
