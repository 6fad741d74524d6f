package org.exchangebus.routes.ledger;

import org.exchangebus.schemas.record.Rejection;

/**
 * A row on its way to quarantine.
 *
 * @param version the version that its record would have had
 * @param hasWholeKey whether every part of its key could be read
 * @param segment digest of the landed bytes that it stands in
 * @param origin where it comes from; the position of a row of the quarantine is the number of its entry
 */
public record RejectedRow(Rejection rejection, long version, boolean hasWholeKey, String segment, Origin origin) {

    /** Where a row comes from. */
    public enum Origin {
        /** From the source. */
        SOURCE,
        /** From the quarantine, as the source gave it. */
        ENTRY,
        /** From the quarantine, as somebody wrote it. */
        EDITED_ENTRY
    }
}
