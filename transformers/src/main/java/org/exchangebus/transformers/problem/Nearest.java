package org.exchangebus.transformers.problem;

import java.util.Collection;
import org.exchangebus.schemas.problem.Similar;

/** What somebody may have meant. */
public final class Nearest {

    private Nearest() {}

    /** The arguments of a problem "unknown, did you mean, known": the found word, the nearest, all known ones. */
    public static String[] arguments(String found, Collection<String> known) {
        return new String[] {found, Similar.nearest(found, known), Similar.list(known)};
    }
}
