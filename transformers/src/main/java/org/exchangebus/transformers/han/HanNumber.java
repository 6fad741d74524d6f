package org.exchangebus.transformers.han;

import org.exchangebus.transformers.value.Utf8;

/**
 * Whole numbers written in Chinese, everyday and financial characters alike: by place ({@code 二〇二六}) or with units
 * ({@code 一万零五十}). Strict: what could mean two numbers, as {@code 三百五} does, is none.
 *
 * <p>Reads characters in UTF-8, three bytes each; makes no object.
 */
public final class HanNumber {

    private static final String DIGITS = "零〇○一壹二贰貳两兩三叁叄參四肆五伍六陆陸七柒八捌九玖";
    private static final int[] VALUES = {0, 0, 0, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 6, 7, 7, 8, 8, 9, 9
    };
    private static final String UNITS = "十拾百佰千仟";
    private static final int[] WORTHS = {10, 10, 100, 100, 1_000, 1_000};
    private static final int WIDTH = 3;
    private static final int MOST_DIGITS = 18;
    private static final long TEN_THOUSAND = 10_000;
    private static final long HUNDRED_MILLION = 100_000_000;

    private HanNumber() {}

    /** What the digit that begins at {@code at} is worth; -1 where there is none. */
    public static int digit(byte[] bytes, int at, int end) {
        int found = at + WIDTH <= end && bytes[at] < 0 ? DIGITS.indexOf(Utf8.character(bytes, at)) : -1;
        return found < 0 ? -1 : VALUES[found];
    }

    /** The number that the bytes are; -1 where they are none, or one of more than 18 places. */
    public static long read(byte[] bytes, int start, int end) {
        int at = start;
        long number = 0;
        while (digit(bytes, at, end) >= 0) {
            number = at - start < MOST_DIGITS * WIDTH ? number * 10 + digit(bytes, at, end) : -1;
            at += WIDTH;
        }
        boolean isByPlace = at == end && at > start && !(end - start > WIDTH && isPair(bytes, start, end));
        return isByPlace ? number : withUnits(bytes, start, end);
    }

    /** Whether 两 stands in it, which is a digit before a unit only. */
    private static boolean isPair(byte[] bytes, int start, int end) {
        return find(bytes, start, end, '两', '兩') >= 0;
    }

    private static long withUnits(byte[] bytes, int start, int end) {
        int split = findLast(bytes, start, end, '亿', '億');
        return split < 0
                ? belowHundredMillion(bytes, start, end)
                : sum(
                        belowHundredMillion(bytes, start, split),
                        HUNDRED_MILLION,
                        bytes,
                        split + WIDTH,
                        end,
                        HUNDRED_MILLION / 10);
    }

    private static long belowHundredMillion(byte[] bytes, int start, int end) {
        int split = findLast(bytes, start, end, '万', '萬');
        return split < 0
                ? belowTenThousand(bytes, start, end)
                : sum(
                        belowTenThousand(bytes, start, split),
                        TEN_THOUSAND,
                        bytes,
                        split + WIDTH,
                        end,
                        TEN_THOUSAND / 10);
    }

    /** The number of what stands before a unit, its worth, and what stands after it. */
    private static long sum(long before, long worth, byte[] bytes, int from, int end, long leastWithoutZero) {
        if (before <= 0) {
            return -1;
        }
        if (from == end) {
            return before * worth;
        }
        boolean hasZero = digit(bytes, from, end) == 0;
        int rest = hasZero ? from + WIDTH : from;
        long after = worth == TEN_THOUSAND ? belowTenThousand(bytes, rest, end) : belowHundredMillion(bytes, rest, end);
        return after <= 0 || !hasZero && after < leastWithoutZero ? -1 : before * worth + after;
    }

    private static int belowTenThousand(byte[] bytes, int start, int end) {
        int number = 0;
        int last = (int) TEN_THOUSAND;
        boolean hasZero = false;
        int at = start;
        while (at < end) {
            int digit = digit(bytes, at, end);
            boolean isBareTen = digit < 0 && at == start && unit(bytes, at, end) == 10;
            if (digit < 0 && !isBareTen) {
                return -1;
            }
            if (digit == 0) {
                if (hasZero || number == 0) {
                    return -1;
                }
                hasZero = true;
                at += WIDTH;
                continue;
            }
            at += isBareTen ? 0 : WIDTH;
            int unit = at < end ? unit(bytes, at, end) : 1;
            boolean isInOrder = unit > 0 && unit < last && (number == 0 || hasZero == last / unit > 10);
            if (!isInOrder) {
                return -1;
            }
            at += unit == 1 ? 0 : WIDTH;
            number += (isBareTen ? 1 : digit) * unit;
            last = unit;
            hasZero = false;
        }
        return hasZero || number == 0 ? -1 : number;
    }

    private static int unit(byte[] bytes, int at, int end) {
        int found = at + WIDTH <= end && bytes[at] < 0 ? UNITS.indexOf(Utf8.character(bytes, at)) : -1;
        return found < 0 ? 0 : WORTHS[found];
    }

    private static int findLast(byte[] bytes, int start, int end, char one, char other) {
        int last = -1;
        for (int at = find(bytes, start, end, one, other); at >= 0; at = find(bytes, at + WIDTH, end, one, other)) {
            last = at;
        }
        return last;
    }

    private static int find(byte[] bytes, int start, int end, char one, char other) {
        for (int at = start; at < end; at += Utf8.width(bytes[at])) {
            if (at + WIDTH <= end && bytes[at] < 0) {
                int character = Utf8.character(bytes, at);
                if (character == one || character == other) {
                    return at;
                }
            }
        }
        return -1;
    }
}
