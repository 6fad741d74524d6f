package org.exchangebus.routes.reconciliation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison of one resource found.
 *
 * @param flows the flows whose rows were compared
 * @param runs how many proven runs they have since the reach that was asked for
 * @param notReplayed runs that could not be read and mapped as they were, by the code of what stood in the way
 * @param lastNotKnown the last run that is not known as a whole: of keys that came last by then, nothing is said; null
 *     where everything is known
 * @param expected how many keys proven runs brought
 * @param held how many rows of these flows the registry holds
 * @param ranges how many of the 256 key ranges differ
 * @param differences how many keys differ, by kind
 * @param notJudged how many keys nothing is said of, by reason
 * @param otherFlows rows of flows that were not asked about, by flow
 * @param settled how many differences of before are no longer there
 */
public record Compared(
        String resource,
        List<String> flows,
        long runs,
        Map<String, Long> notReplayed,
        @Nullable Long lastNotKnown,
        long expected,
        long held,
        String expectedDigest,
        String heldDigest,
        int ranges,
        Map<Difference.Kind, Long> differences,
        Map<String, Long> notJudged,
        Map<String, Long> otherFlows,
        long settled) {

    public Compared {
        flows = List.copyOf(flows);
        notReplayed = Map.copyOf(notReplayed);
        differences = Map.copyOf(differences);
        notJudged = Map.copyOf(notJudged);
        otherFlows = Map.copyOf(otherFlows);
    }

    /** Whether no key differs. */
    public boolean isClean() {
        return differences.isEmpty();
    }

    /** How many keys differ. */
    public long total() {
        return differences.values().stream().mapToLong(Long::longValue).sum();
    }
}
