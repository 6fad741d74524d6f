package org.exchangebus.transformers.han;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.exchangebus.transformers.value.DatePattern;
import org.exchangebus.transformers.value.DatePattern.Missing;
import org.exchangebus.transformers.value.Utf8;

/**
 * Dates of the Gregorian calendar written with 年, 月 and 日, in Chinese or Arabic digits; and what tells a date of
 * another calendar. Makes no object.
 */
public final class HanDate {

    /** The answer for what is no date. */
    public static final long NONE = -1;

    /** The answer for a date without day, or without month and day, where nothing says which is meant. */
    public static final long INCOMPLETE = -2;

    private static final byte[] YEAR = utf8("年");
    private static final byte[] MONTH = utf8("月");
    private static final byte[][] DAYS = {utf8("日"), utf8("号"), utf8("號")};
    /** Words of the lunar calendar; no source lists them, the choice is ours. */
    private static final byte[][] LUNAR = words("农历 農曆 阴历 陰曆 旧历 舊曆 正月 冬月 腊月 臘月 闰 閏 初一 初二 初三 初四 初五 初六 初七 初八 初九 初十 廿");
    /** Names of eras; no source lists them, the choice is ours. */
    private static final byte[][] ERAS = words("民国 民國 公元 西元 光绪 光緒 宣统 宣統 明治 大正 昭和 平成 令和 大清 元年");

    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
    private static final long TIME_OF_DAY = 1_000_000;

    private HanDate() {}

    /** The date as the moment that {@link DatePattern#read} gives, or {@link #NONE}, or {@link #INCOMPLETE}. */
    public static long read(byte[] bytes, int start, int end, Missing missing) {
        int year = Utf8.find(bytes, start, end, YEAR);
        long years = year < 0 ? NONE : year(bytes, start, year);
        if (years <= 0) {
            return NONE;
        }
        int from = year + YEAR.length;
        if (from == end) {
            return missing == Missing.REFUSED
                    ? INCOMPLETE
                    : moment(years, missing == Missing.LAST ? 12 : 1, missing == Missing.LAST ? 31 : 1);
        }
        int month = Utf8.find(bytes, from, end, MONTH);
        long months = month < 0 ? NONE : number(bytes, from, month);
        if (months < 1 || months > 12) {
            return NONE;
        }
        int last = DatePattern.days((int) years, (int) months);
        from = month + MONTH.length;
        if (from == end) {
            return missing == Missing.REFUSED ? INCOMPLETE : moment(years, months, missing == Missing.LAST ? last : 1);
        }
        for (byte[] word : DAYS) {
            int day = end - word.length;
            if (day > from && Arrays.equals(bytes, day, end, word, 0, word.length)) {
                long days = number(bytes, from, day);
                return days < 1 || days > last ? NONE : moment(years, months, days);
            }
        }
        return NONE;
    }

    /** Whether the text has a word of the lunar calendar, or a year of the sixty-year cycle. */
    public static boolean isLunar(byte[] bytes, int start, int end) {
        return holds(bytes, start, end, LUNAR) || isCyclic(bytes, start, end);
    }

    /** Whether the text counts years from an era. */
    public static boolean isOfEra(byte[] bytes, int start, int end) {
        return holds(bytes, start, end, ERAS);
    }

    private static long year(byte[] bytes, int start, int end) {
        boolean isArabic = end - start == 4 && bytes[start] >= 0;
        boolean isHan = end - start == 12;
        for (int at = start; isHan && at < end; at += 3) {
            isHan = HanNumber.digit(bytes, at, end) >= 0;
        }
        return isArabic || isHan ? number(bytes, start, end) : NONE;
    }

    private static long number(byte[] bytes, int start, int end) {
        if (start < end && bytes[start] < 0) {
            return HanNumber.read(bytes, start, end);
        }
        long number = 0;
        for (int at = start; at < end; at++) {
            if (bytes[at] < '0' || bytes[at] > '9' || end - start > 4) {
                return NONE;
            }
            number = number * 10 + bytes[at] - '0';
        }
        return start == end ? NONE : number;
    }

    private static long moment(long year, long month, long day) {
        return ((year * 100 + month) * 100 + day) * TIME_OF_DAY;
    }

    private static boolean isCyclic(byte[] bytes, int start, int end) {
        int year = Utf8.find(bytes, start, end, YEAR);
        return year - start >= 6
                && STEMS.indexOf(Utf8.character(bytes, year - 6)) >= 0
                && BRANCHES.indexOf(Utf8.character(bytes, year - 3)) >= 0;
    }

    private static boolean holds(byte[] bytes, int start, int end, byte[][] words) {
        for (byte[] word : words) {
            if (Utf8.find(bytes, start, end, word) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static byte[][] words(String words) {
        return Arrays.stream(words.split(" ")).map(HanDate::utf8).toArray(byte[][]::new);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
