package org.exchangebus.routes.ledger;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of a run: its counts and whether they are proven.
 *
 * @param state {@code BALANCED}, {@code UNBALANCED}, {@code FAILED} or {@code ABANDONED}; an open run is
 *     {@code OPEN}, {@code LANDED} or {@code SENT}
 * @param removed records that were marked as deleted because a full set no longer holds them; not part of the balance
 * @param doubts how many doubts about records of the run were told; those records are delivered
 * @param held files that were held as a whole; not part of {@code quarantined}, which counts records
 * @param difference read − delivered − unchanged − quarantined − filtered; 0 where the run balances
 * @param digestEqual whether bus and hub computed the same digest over what was sent
 * @param reason why the run is red or is waiting, or what else a proven run has to say; null where there is nothing
 */
public record RunReport(
        String system,
        String source,
        long run,
        String state,
        long read,
        long delivered,
        long unchanged,
        long quarantined,
        long filtered,
        long removed,
        long doubts,
        long held,
        long difference,
        boolean digestEqual,
        double seconds,
        @Nullable String reason) {

    /** Whether everything that was read is accounted for on both sides. */
    public boolean isBalanced() {
        return state.equals("BALANCED");
    }
}
