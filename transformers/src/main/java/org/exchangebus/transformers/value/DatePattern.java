package org.exchangebus.transformers.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A form of dates, such as {@code yyyyMMdd}, {@code yyyy年M月d日} or {@code yyyy-MM-dd HH:mm:ss.S}.
 *
 * <p>{@code yyyy} is four digits, {@code yy} the last two of a year of the hundred that begin with the pivot;
 * {@code MM dd HH mm ss} are two digits, {@code M d H m s} one or two;
 * {@code S} is one to nine digits of a fraction, which is dropped; everything else, and {@code T}, stands for
 * itself.
 */
public final class DatePattern {

    private static final String LETTERS = "yMdHmsS";
    private static final int LITERAL = -1;
    private static final int ALL_PARTS = 3;
    private static final int FRACTION = 6;
    private static final int NO_DIGITS = -1_000_000;

    /** Moments whose parts can stand for each other: as a day a month, as a month the end of a year. */
    private static final int[][] TRIED = {
        {2003, 4, 5, 6, 7, 8}, {2011, 10, 12, 11, 10, 12}, {2001, 12, 10, 9, 8, 7}, {2012, 11, 10, 1, 2, 3}
    };

    /** What becomes of a form that names no day, or neither month nor day. */
    public enum Missing {
        /** It is none. */
        REFUSED,
        /** The first day of the month or year. */
        FIRST,
        /** The last day of the month or year. */
        LAST
    }

    /** Where year, month, day, hour, minute, second begin; null where that depends on the text. */
    private final int @Nullable [] fixed;

    private final int length;
    private final int[] letters;
    private final int[] least;
    private final int[] most;
    private final String pattern;
    private final boolean isCanonicalDate;
    private final boolean isCanonicalDateTime;
    private final int pivot;
    private final Missing missing;
    private final int parts;

    private DatePattern(String pattern, int[] letters, int[] least, int[] most, int pivot, Missing missing, int parts) {
        this.pattern = pattern;
        this.letters = letters;
        this.least = least;
        this.most = most;
        this.pivot = pivot;
        this.missing = missing;
        this.parts = parts;
        length = Arrays.stream(most).sum()
                + (int) Arrays.stream(letters).filter(l -> l == LITERAL).count();
        fixed = parts == ALL_PARTS ? places() : null;
        isCanonicalDate = pattern.equals("yyyy-MM-dd");
        isCanonicalDateTime = pattern.equals("yyyy-MM-ddTHH:mm:ss");
    }

    /** Compiles a pattern; null where it is none, names no full date, or could be read in two ways. */
    public static @Nullable DatePattern of(String pattern) {
        return of(pattern, 0, Missing.REFUSED);
    }

    /**
     * Compiles a pattern; null where it is none, names no full date though nothing says what is missing, or could be
     * read in two ways.
     *
     * @param pivot the earliest year that two digits can mean; 0 where they mean none
     */
    public static @Nullable DatePattern of(String pattern, int pivot, Missing missing) {
        byte[] text = pattern.getBytes(StandardCharsets.UTF_8);
        int[] letters = new int[text.length];
        int[] least = new int[text.length];
        int[] most = new int[text.length];
        int seen = 0;
        int count = 0;
        boolean isOpen = false;
        for (int at = 0; at < text.length; count++) {
            byte b = text[at];
            int letter = LETTERS.indexOf(b);
            int run = at;
            while (letter >= 0 && run < text.length && text[run] == b) {
                run++;
            }
            if (letter < 0) {
                if (b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' && b != 'T') {
                    return null;
                }
                letters[count] = LITERAL;
                least[count] = b;
                at++;
                isOpen = false;
            } else {
                int length = run - at;
                boolean isRightLength =
                        letter == 0 ? length == 4 || length == 2 && pivot > 0 : letter == 6 ? length <= 9 : length <= 2;
                if (!isRightLength || isOpen || (seen & 1 << letter) != 0) {
                    return null;
                }
                seen |= 1 << letter;
                isOpen = letter > 0 && length == 1;
                letters[count] = letter;
                least[count] = length;
                most[count] = letter == 6 && length == 1 ? 9 : isOpen ? 2 : length;
                at = run;
            }
        }
        int parts = (seen & 7) == 7 ? ALL_PARTS : (seen & 7) == 3 ? 2 : (seen & 7) == 1 ? 1 : 0;
        boolean isFullDate = parts == ALL_PARTS || parts > 0 && missing != Missing.REFUSED && seen < 8;
        // A smaller unit of time needs the greater ones.
        int time = seen >> 3;
        boolean isFullTime = (time & time + 1) == 0;
        return isFullDate && isFullTime
                ? new DatePattern(
                        pattern,
                        Arrays.copyOf(letters, count),
                        Arrays.copyOf(least, count),
                        Arrays.copyOf(most, count),
                        pivot,
                        missing,
                        parts)
                : null;
    }

    /** A text that both read, each as another moment; null where there is none among those that were tried. */
    public @Nullable String contradiction(DatePattern other) {
        for (int[] moment : TRIED) {
            for (boolean isShort : new boolean[] {true, false}) {
                String text = written(moment, isShort);
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                long here = read(bytes, 0, bytes.length);
                long there = other.read(bytes, 0, bytes.length);
                if (here >= 0 && there >= 0 && here != there) {
                    return text;
                }
            }
        }
        return null;
    }

    /** A moment in this form. */
    private String written(int[] moment, boolean isShort) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < letters.length; i++) {
            if (letters[i] == LITERAL) {
                text.append((char) (least[i] & 0xFF));
                continue;
            }
            int width = isShort ? least[i] : most[i];
            String digits = "0".repeat(9) + (letters[i] == FRACTION ? 0 : moment[letters[i]]);
            int own = letters[i] == FRACTION
                    ? 1
                    : Integer.toString(moment[letters[i]]).length();
            text.append(digits.substring(digits.length() - (letters[i] == 0 ? width : Math.max(width, own))));
        }
        return new String(text.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return pattern;
    }

    /** How much of a date it names: 1 the year, 2 year and month, 3 all of it. */
    public int parts() {
        return parts;
    }

    /** Whether what it reads is the canonical text already: of a date, or of a date-time. */
    public boolean isCanonical(boolean ofDate) {
        return ofDate ? isCanonicalDate : isCanonicalDateTime;
    }

    private int @Nullable [] places() {
        int[] places = new int[FRACTION];
        Arrays.fill(places, LITERAL);
        int at = 0;
        for (int i = 0; i < letters.length; i++) {
            boolean isYear = letters[i] == 0;
            if (letters[i] == FRACTION || letters[i] != LITERAL && (least[i] != most[i] || isYear && least[i] != 4)) {
                return null;
            }
            if (letters[i] != LITERAL) {
                places[letters[i]] = at;
            }
            at += letters[i] == LITERAL ? 1 : least[i];
        }
        return places;
    }

    /** The moment as a number of the digits {@code yyyyMMddHHmmss}; -1 where the bytes are none. */
    public long read(byte[] bytes, int start, int end) {
        return fixed == null ? readAny(bytes, start, end) : end - start == length ? readFixed(bytes, start, fixed) : -1;
    }

    private long readFixed(byte[] bytes, int start, int[] places) {
        for (int i = 0, at = start; i < letters.length; i++) {
            if (letters[i] != LITERAL) {
                at += least[i];
            } else if (bytes[at++] != least[i]) {
                return -1;
            }
        }
        int year = two(bytes, start + places[0]) * 100 + two(bytes, start + places[0] + 2);
        int month = two(bytes, start + places[1]);
        int day = two(bytes, start + places[2]);
        int hour = places[3] < 0 ? 0 : two(bytes, start + places[3]);
        int minute = places[4] < 0 ? 0 : two(bytes, start + places[4]);
        int second = places[5] < 0 ? 0 : two(bytes, start + places[5]);
        return moment(year, month, day, hour, minute, second);
    }

    /** The number of two digits; so far below 0 where they are none that no number made of it is above. */
    private static int two(byte[] bytes, int at) {
        int tens = bytes[at] - '0';
        int ones = bytes[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? NO_DIGITS : tens * 10 + ones;
    }

    private long readAny(byte[] bytes, int start, int end) {
        int at = start;
        int year = 0;
        int month = 0;
        int day = 0;
        int hour = 0;
        int minute = 0;
        int second = 0;
        for (int i = 0; i < letters.length; i++) {
            if (letters[i] == LITERAL) {
                if (at >= end || bytes[at++] != least[i]) {
                    return -1;
                }
                continue;
            }
            int number = 0;
            int digits = 0;
            while (digits < most[i] && at < end && bytes[at] >= '0' && bytes[at] <= '9') {
                number = number * 10 + bytes[at++] - '0';
                digits++;
            }
            if (digits < least[i]) {
                return -1;
            }
            switch (letters[i]) {
                case 0 -> year = least[i] == 4 ? number : yearOf(number);
                case 1 -> month = number;
                case 2 -> day = number;
                case 3 -> hour = number;
                case 4 -> minute = number;
                case 5 -> second = number;
                default -> {}
            }
        }
        if (parts < ALL_PARTS) {
            month = parts == 2 ? month : missing == Missing.LAST ? 12 : 1;
            day = missing == Missing.LAST && month <= 12 ? days(year, month) : 1;
        }
        return at == end ? moment(year, month, day, hour, minute, second) : -1;
    }

    private static long moment(int year, int month, int day, int hour, int minute, int second) {
        boolean isThere = year > 0
                && month > 0
                && month <= 12
                && day > 0
                && day <= days(year, month)
                && hour >= 0
                && hour < 24
                && minute >= 0
                && minute < 60
                && second >= 0
                && second < 60;
        return isThere ? ((((year * 100L + month) * 100 + day) * 100 + hour) * 100 + minute) * 100 + second : -1;
    }

    private int yearOf(int twoDigits) {
        int year = pivot - pivot % 100 + twoDigits;
        return year < pivot ? year + 100 : year;
    }

    /** Lets the value be the canonical date of what {@link #read} gave. */
    public static void writeDate(Value value, long moment) {
        byte[] room = value.room(10);
        date(room, value.roomAt(), moment);
        value.keep(10);
    }

    /** Lets the value be the canonical date-time of what {@link #read} gave. */
    public static void writeDateTime(Value value, long moment) {
        byte[] room = value.room(19);
        int at = value.roomAt();
        date(room, at, moment);
        room[at + 10] = 'T';
        int time = (int) (moment % 1_000_000);
        two(room, at + 11, time / 10_000);
        room[at + 13] = ':';
        two(room, at + 14, time / 100 % 100);
        room[at + 16] = ':';
        two(room, at + 17, time % 100);
        value.keep(19);
    }

    private static void date(byte[] room, int at, long moment) {
        int date = (int) (moment / 1_000_000);
        two(room, at, date / 1_000_000);
        two(room, at + 2, date / 10_000 % 100);
        room[at + 4] = '-';
        two(room, at + 5, date / 100 % 100);
        room[at + 7] = '-';
        two(room, at + 8, date % 100);
    }

    private static void two(byte[] room, int at, int number) {
        room[at] = (byte) ('0' + number / 10);
        room[at + 1] = (byte) ('0' + number % 10);
    }

    /** How many days the month of the year has. */
    public static int days(int year, int month) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }
}
