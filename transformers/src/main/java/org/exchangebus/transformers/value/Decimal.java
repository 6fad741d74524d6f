package org.exchangebus.transformers.value;

import java.util.Arrays;

/** Numbers as digits in bytes: read strictly, written in plain notation without superfluous zeros. */
public final class Decimal {

    private static final int GREATEST_EXPONENT = 99;

    private Decimal() {}

    /**
     * Makes a number canonical: optional sign, digits in groups of three where {@code thousands} stands
     * between them, fraction, exponent.
     *
     * @param thousands what separates groups; 0 for nothing
     * @return whether it is a number; the value is left alone where it is none
     */
    public static boolean normalise(Value value, byte thousands) {
        byte[] from = value.array();
        int at = value.start();
        int end = value.end();
        if (isPlain(from, at, end)) {
            return true;
        }
        boolean isNegative = from[at] == '-';
        if (isNegative || from[at] == '+') {
            at++;
        }
        int size = end - at;
        byte[] room = value.room(size * 2 + GREATEST_EXPONENT + 4);
        int digits = value.roomAt() + size + GREATEST_EXPONENT + 4;
        int count = 0;
        int group = -1;
        for (; at < end && (isDigit(from[at]) || from[at] == thousands && thousands != 0); at++) {
            if (from[at] == thousands) {
                if (group < 0 ? count == 0 || count > 3 : group != 3) {
                    return false;
                }
                group = 0;
            } else {
                room[digits + count++] = from[at];
                group = group < 0 ? group : group + 1;
            }
        }
        if (group >= 0 && group != 3) {
            return false;
        }
        int point = count;
        if (at < end && from[at] == '.') {
            for (at++; at < end && isDigit(from[at]); at++) {
                room[digits + count++] = from[at];
            }
            if (count == point) {
                return false;
            }
        }
        if (count == 0) {
            return false;
        }
        if (at < end) {
            int exponent = exponent(from, at, end);
            if (exponent == Integer.MIN_VALUE) {
                return false;
            }
            point += exponent;
        }
        write(value, isNegative, room, digits, count, point);
        return true;
    }

    /** Whether the bytes are a canonical number already. */
    public static boolean isPlain(byte[] bytes, int start, int end) {
        int at = start;
        boolean isNegative = at < end && bytes[at] == '-';
        if (isNegative) {
            at++;
        }
        int first = at;
        while (at < end && isDigit(bytes[at])) {
            at++;
        }
        int whole = at - first;
        if (whole == 0 || whole > 1 && bytes[first] == '0') {
            return false;
        }
        if (at == end) {
            return !(isNegative && bytes[first] == '0');
        }
        if (bytes[at++] != '.' || at == end) {
            return false;
        }
        while (at < end && isDigit(bytes[at])) {
            at++;
        }
        return at == end && bytes[end - 1] != '0' && bytes[end - 1] != '.';
    }

    /** Compares two canonical numbers: below 0 where the first is less, 0 where they are equal, above 0 else. */
    public static int compare(byte[] a, int aStart, int aEnd, byte[] b, int bStart, int bEnd) {
        boolean isNegative = a[aStart] == '-';
        if (isNegative != (b[bStart] == '-')) {
            return isNegative ? -1 : 1;
        }
        int from = aStart + (isNegative ? 1 : 0);
        int other = bStart + (isNegative ? 1 : 0);
        int whole = whole(a, from, aEnd) - whole(b, other, bEnd);
        // Canonical numbers with equally many digits before the point compare like texts.
        int compared = whole != 0 ? whole : Arrays.compare(a, from, aEnd, b, other, bEnd);
        return isNegative ? -compared : compared;
    }

    private static int whole(byte[] bytes, int start, int end) {
        int at = start;
        while (at < end && bytes[at] != '.') {
            at++;
        }
        return at - start;
    }

    /** Whether the bytes are digits with an optional minus and fraction, and no superfluous zero in front. */
    public static boolean isNumber(byte[] bytes, int start, int end) {
        int at = start < end && bytes[start] == '-' ? start + 1 : start;
        int first = at;
        while (at < end && isDigit(bytes[at])) {
            at++;
        }
        if (at == first || at - first > 1 && bytes[first] == '0') {
            return false;
        }
        if (at == end) {
            return true;
        }
        int fraction = at + 1;
        for (at = fraction; at < end && isDigit(bytes[at]); ) {
            at++;
        }
        return bytes[fraction - 1] == '.' && at == end && at > fraction;
    }

    /**
     * Lets the value be a number given by its digits.
     *
     * @param digits array with the digits as ASCII, which may be the value's own room
     * @param point how many of the digits stand before the point; may be negative or more than there are
     */
    public static void write(Value value, boolean isNegative, byte[] digits, int from, int count, int point) {
        int first = from;
        int left = count;
        int before = point;
        while (left > 0 && digits[first] == '0') {
            first++;
            left--;
            before--;
        }
        while (left > 0 && digits[first + left - 1] == '0') {
            left--;
        }
        byte[] room = value.room(Math.max(left, Math.abs(before) + left) + 3);
        int start = value.roomAt();
        int at = start;
        if (left == 0) {
            room[at++] = '0';
            value.keep(at - start);
            return;
        }
        if (isNegative) {
            room[at++] = '-';
        }
        if (before <= 0) {
            room[at++] = '0';
            room[at++] = '.';
            at = zeros(room, at, -before);
            System.arraycopy(digits, first, room, at, left);
            at += left;
        } else if (before >= left) {
            System.arraycopy(digits, first, room, at, left);
            at = zeros(room, at + left, before - left);
        } else {
            System.arraycopy(digits, first, room, at, before);
            at += before;
            room[at++] = '.';
            System.arraycopy(digits, first + before, room, at, left - before);
            at += left - before;
        }
        value.keep(at - start);
    }

    private static int zeros(byte[] room, int from, int count) {
        int at = from;
        for (int i = 0; i < count; i++) {
            room[at++] = '0';
        }
        return at;
    }

    private static int exponent(byte[] bytes, int start, int end) {
        if ((bytes[start] | 0x20) != 'e') {
            return Integer.MIN_VALUE;
        }
        int at = start + 1;
        boolean isNegative = at < end && bytes[at] == '-';
        if (at < end && (isNegative || bytes[at] == '+')) {
            at++;
        }
        if (at == end || end - at > 2) {
            return Integer.MIN_VALUE;
        }
        int exponent = 0;
        for (; at < end; at++) {
            if (!isDigit(bytes[at])) {
                return Integer.MIN_VALUE;
            }
            exponent = exponent * 10 + bytes[at] - '0';
        }
        return isNegative ? -exponent : exponent;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
