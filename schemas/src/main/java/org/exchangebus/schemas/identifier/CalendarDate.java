package org.exchangebus.schemas.identifier;

/** Dates of the Gregorian calendar (GB/T 7408) in bytes of ASCII digits; makes no object. */
public final class CalendarDate {

    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private CalendarDate() {}

    /** Whether the bytes are {@code yyyy-MM-dd} of a day that exists, from year 1. */
    public static boolean isDate(byte[] text, int start, int end) {
        return end - start == 10
                && text[start + 4] == '-'
                && text[start + 7] == '-'
                && exists(digits(text, start, 4), digits(text, start + 5, 2), digits(text, start + 8, 2));
    }

    /** Whether the bytes are {@code yyyy-MM-ddTHH:mm:ss} of a second that exists. */
    public static boolean isDateTime(byte[] text, int start, int end) {
        return end - start == 19
                && isDate(text, start, start + 10)
                && text[start + 10] == 'T'
                && text[start + 13] == ':'
                && text[start + 16] == ':'
                && isUpTo(digits(text, start + 11, 2), 23)
                && isUpTo(digits(text, start + 14, 2), 59)
                && isUpTo(digits(text, start + 17, 2), 59);
    }

    /** Whether eight bytes are {@code yyyyMMdd} of a day that exists. */
    static boolean isCompactDate(byte[] text, int start) {
        return exists(digits(text, start, 4), digits(text, start + 4, 2), digits(text, start + 6, 2));
    }

    /** Whether six bytes are {@code yyMMdd} of a day that exists in the twentieth century. */
    static boolean isShortDate(byte[] text, int start) {
        int year = digits(text, start, 2);
        return year >= 0 && exists(1900 + year, digits(text, start + 2, 2), digits(text, start + 4, 2));
    }

    /** The number that {@code count} digits write, or -1 where one of them is none. */
    static int digits(byte[] text, int start, int count) {
        int value = 0;
        for (int i = start; i < start + count; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static boolean isUpTo(int value, int greatest) {
        return value >= 0 && value <= greatest;
    }

    private static boolean exists(int year, int month, int day) {
        if (year < 1 || month < 1 || month > 12 || day < 1) {
            return false;
        }
        boolean isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return day <= DAYS[month - 1] + (month == 2 && isLeap ? 1 : 0);
    }
}
