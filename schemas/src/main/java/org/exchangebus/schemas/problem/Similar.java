package org.exchangebus.schemas.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Finds what was probably meant by a name that is not known. */
public final class Similar {

    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    private Similar() {}

    /** The known name that looks most like {@code found}; empty where nothing is known. */
    public static String nearest(String found, Collection<String> known) {
        return known.stream()
                .max(Comparator.<String>comparingDouble(name -> SIMILARITY.apply(found, name))
                        .thenComparing(Comparator.reverseOrder()))
                .orElse("");
    }

    /** The known names in alphabetical order, with commas between. */
    public static String list(Collection<String> known) {
        return known.stream().sorted().collect(Collectors.joining(", "));
    }
}
