package org.exchangebus.schemas.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LongestCommonSubsequence;

/** Finds what was probably meant by a name that is not known. */
public final class Similar {

    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();
    private static final LongestCommonSubsequence COMMON = new LongestCommonSubsequence();
    private static final int SHORTEST_PART = 3;

    private Similar() {}

    /** The known name that looks most like {@code found}; empty where none is near enough to have been meant. */
    public static String nearest(String found, Collection<String> known) {
        return known.stream()
                .filter(name -> isNear(found, name))
                .max(Comparator.<String>comparingDouble(name -> SIMILARITY.apply(found, name))
                        .thenComparing(Comparator.reverseOrder()))
                .orElse("");
    }

    /**
     * Of the longer of the two, three fifths have to stand in the other, in their order; or the whole of what was found
     * is part of the name.
     */
    private static boolean isNear(String found, String name) {
        if (found.length() >= SHORTEST_PART && name.contains(found)) {
            return true;
        }
        int longer = Math.max(found.length(), name.length());
        int common = COMMON.apply(found.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
        return common * 5 >= longer * 3;
    }

    /** The known names in alphabetical order, with commas between. */
    public static String list(Collection<String> known) {
        return known.stream().sorted().collect(Collectors.joining(", "));
    }
}
