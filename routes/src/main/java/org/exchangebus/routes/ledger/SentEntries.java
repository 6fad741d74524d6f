package org.exchangebus.routes.ledger;

import java.util.List;

/**
 * Entries of the quarantine that a chunk carries.
 *
 * @param request the request that sends them
 * @param entries those that have become records, or that the mapping leaves out
 */
public record SentEntries(long request, List<Long> entries) {

    public SentEntries {
        entries = List.copyOf(entries);
    }
}
