package org.exchangebus.transformers.mapping;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How a value is shown in a message: a personal one by its first character and its length, others cut to a length. */
final class Mask {

    private static final int SHOWN = 60;
    private static final int STARS = 24;

    private Mask() {}

    static String shown(@Nullable String text, boolean isSensitive) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        int characters = text.codePointCount(0, text.length());
        if (isSensitive) {
            char[] stars = new char[Math.min(STARS, characters - 1)];
            Arrays.fill(stars, '*');
            return text.substring(0, text.offsetByCodePoints(0, 1)) + new String(stars);
        }
        return characters <= SHOWN ? text : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
