package org.exchangebus.transformers.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What somebody may have meant. */
public final class Nearest {

    private static final int SHOWN = 8;

    private Nearest() {}

    /** The arguments of a problem "unknown, did you mean, known": the found word, the nearest, the near ones. */
    public static String[] arguments(String found, Collection<String> known) {
        String lower = found.toLowerCase(java.util.Locale.ROOT);
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        List<String> near = known.stream()
                .distinct()
                .sorted(Comparator.<String>comparingInt(
                                word -> distance.apply(lower, word.toLowerCase(java.util.Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        String shown = String.join(", ", near.subList(0, Math.min(SHOWN, near.size())));
        return new String[] {found, near.isEmpty() ? "" : near.get(0), near.size() > SHOWN ? shown + ", …" : shown};
    }
}
