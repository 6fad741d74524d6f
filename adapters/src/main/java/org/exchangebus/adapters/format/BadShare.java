package org.exchangebus.adapters.format;

import org.exchangebus.schemas.problem.Finding;

/** How many bad rows a file may have before the whole of it is doubted. */
final class BadShare {

    private static final int ALWAYS_ALLOWED = 10;

    private BadShare() {}

    /** Above the percentage and above ten rows; or all there are. */
    static boolean isTooMuch(long bad, long rows, int percentage) {
        return bad > ALWAYS_ALLOWED && bad * 100 > rows * percentage || bad == rows && rows > 0;
    }

    static Finding finding(String place, long bad, long rows, int percentage, long first) {
        return Finding.of(
                place + ":" + first,
                FormatProblem.TOO_MANY_BAD_ROWS,
                String.valueOf(bad),
                String.valueOf(rows),
                String.valueOf(percentage),
                String.valueOf(first));
    }
}
