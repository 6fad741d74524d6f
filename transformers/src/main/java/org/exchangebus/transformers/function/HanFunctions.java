package org.exchangebus.transformers.function;

import java.util.List;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.transformers.han.HanDate;
import org.exchangebus.transformers.han.HanNumber;
import org.exchangebus.transformers.han.Simplified;
import org.exchangebus.transformers.problem.ValueProblem;
import org.exchangebus.transformers.value.DatePattern;
import org.exchangebus.transformers.value.DatePattern.Missing;
import org.exchangebus.transformers.value.Decimal;
import org.exchangebus.transformers.value.Utf8;
import org.exchangebus.transformers.value.Value;
import org.jspecify.annotations.Nullable;

/** Texts, numbers and dates in Chinese characters. */
final class HanFunctions {

    private static final int WIDTH = 3;
    private static final int MOST_DIGITS = 20;

    static final List<Function> ALL = List.of(
            Definition.ofText("simplified")
                    .says(
                            "Makes simplified characters of traditional ones where each stands for the other alone (2773"
                                    + " of OpenCC's table); a character that shares its simplified one with others, or"
                                    + " has several, is rejected.",
                            "把繁体字转为简体字,仅限一一对应者(取自 OpenCC 字表,共 2773 个);与其他字共用简化字或对应多个简化字的,退回。")
                    .idempotent()
                    .example("simplified", "張國龍", "张国龙")
                    .example("simplified", "张国龙", "张国龙")
                    .rejects("simplified", "頭髮")
                    .rejects("simplified", "乾隆")
                    .does(HanFunctions::simplified),
            Definition.of("chinese-number", Kind.TEXT, Kind.NUMBER)
                    .says(
                            "Reads a number in Chinese characters, everyday or financial, digit by digit or with 十 百 千 万"
                                    + " 亿, with 负 and 点. What could mean two numbers, such as 三百五, is rejected.",
                            "识别汉字数(小写或大写),逐位书写或带十百千万亿,可有负和点。含义不唯一的(如三百五)退回。")
                    .example("chinese-number", "一万零五十", "10050")
                    .example("chinese-number", "壹佰贰拾叁万肆仟伍佰陆拾柒", "1234567")
                    .example("chinese-number", "二〇二六", "2026")
                    .example("chinese-number", "负十二点五", "-12.5")
                    .rejects("chinese-number", "三百五")
                    .does(HanFunctions::number),
            Definition.of("chinese-date", Kind.TEXT, Kind.DATE)
                    .says(
                            "Reads a date written with 年, 月 and 日 (or 号), in Chinese or Arabic digits. Dates of the"
                                    + " lunar calendar and of eras are rejected as such.",
                            "识别用年、月、日(或号)书写的日期,汉字或阿拉伯数字均可。农历和年号纪年的日期会指明原因退回。")
                    .with(DateFunctions.MISSING)
                    .example("chinese-date", "二〇二六年十一月三日", "2026-11-03")
                    .example("chinese-date", "2026年11月3日", "2026-11-03")
                    .example("chinese-date(missing=first)", "二〇二六年十一月", "2026-11-01")
                    .rejects("chinese-date", "二〇二六年十一月")
                    .rejects("chinese-date", "二〇二六年腊月廿三")
                    .rejects("chinese-date", "民国一百一十五年十一月三日")
                    .makes(HanFunctions::date));

    private HanFunctions() {}

    private static @Nullable Problem simplified(Value value) {
        byte[] bytes = value.array();
        int end = value.end();
        int changed = -1;
        for (int at = value.start(); at < end; at += Utf8.width(bytes[at])) {
            int character = bytes[at] >= 0 ? bytes[at] : Utf8.character(bytes, at);
            int simplified = bytes[at] >= 0 ? character : Simplified.of(character);
            if (simplified == Simplified.SEVERAL) {
                return ValueProblem.SHARED_CHARACTER;
            }
            changed = changed < 0 && simplified != character ? at : changed;
        }
        if (changed < 0) {
            return null;
        }
        // A character of three bytes may have a simplified one of four.
        byte[] room = value.room(value.length() / WIDTH * 4 + WIDTH);
        int to = value.roomAt();
        for (int at = value.start(); at < end; ) {
            int width = Utf8.width(bytes[at]);
            if (width < WIDTH) {
                System.arraycopy(bytes, at, room, to, width);
                to += width;
            } else {
                to = Utf8.write(Simplified.of(Utf8.character(bytes, at)), room, to);
            }
            at += width;
        }
        value.keep(to - value.roomAt());
        return null;
    }

    private static @Nullable Problem number(Value value) {
        byte[] bytes = value.array();
        boolean isNegative = startsWith(bytes, value.start(), value.end(), '负', '負');
        int start = value.start() + (isNegative ? WIDTH : 0);
        int end = value.end();
        int point = start;
        while (point < end && !startsWith(bytes, point, end, '点', '點')) {
            point += Utf8.width(bytes[point]);
        }
        long whole = start < end ? HanNumber.read(bytes, start, point) : -1;
        int decimals = point < end ? (end - point) / WIDTH - 1 : 0;
        if (whole < 0 || point < end && decimals == 0) {
            return ValueProblem.NOT_A_HAN_NUMBER;
        }
        // Far behind, because what is written goes to the front of the same room.
        int apart = MOST_DIGITS + decimals + WIDTH;
        byte[] room = value.room(2 * apart);
        int first = value.roomAt() + apart;
        for (int i = MOST_DIGITS - 1; i >= 0; i--) {
            room[first + i] = (byte) ('0' + whole % 10);
            whole /= 10;
        }
        for (int i = 0; i < decimals; i++) {
            int digit = HanNumber.digit(bytes, point + WIDTH * (i + 1), end);
            if (digit < 0) {
                return ValueProblem.NOT_A_HAN_NUMBER;
            }
            room[first + MOST_DIGITS + i] = (byte) ('0' + digit);
        }
        if (decimals > 0 && point + WIDTH * (decimals + 1) != end) {
            return ValueProblem.NOT_A_HAN_NUMBER;
        }
        Decimal.write(value, isNegative, room, first, MOST_DIGITS + decimals, MOST_DIGITS);
        return null;
    }

    private static boolean startsWith(byte[] bytes, int at, int end, char one, char other) {
        if (at + WIDTH > end || bytes[at] >= 0) {
            return false;
        }
        int character = Utf8.character(bytes, at);
        return character == one || character == other;
    }

    private static Step date(Arguments arguments) {
        Missing missing = DateFunctions.missing(arguments);
        return value -> {
            long moment = HanDate.read(value.array(), value.start(), value.end(), missing);
            if (moment == HanDate.INCOMPLETE) {
                return ValueProblem.INCOMPLETE_DATE;
            }
            if (moment == HanDate.NONE) {
                return DateFunctions.reason(value);
            }
            DatePattern.writeDate(value, moment);
            return null;
        };
    }
}
