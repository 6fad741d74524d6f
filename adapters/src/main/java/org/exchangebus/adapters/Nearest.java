package org.exchangebus.adapters;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known name that somebody probably meant. */
final class Nearest {

    private Nearest() {}

    static Optional<String> to(String name, Collection<String> known) {
        LevenshteinDistance distance = new LevenshteinDistance();
        int most = Math.max(1, name.length() / 3);
        return known.stream()
                .filter(candidate -> distance.apply(name, candidate) <= most)
                .min(Comparator.comparing(candidate -> distance.apply(name, candidate)));
    }
}
