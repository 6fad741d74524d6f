package org.exchangebus.routes.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of an entry of the quarantine.
 *
 * @param firstRun the run that met it first
 * @param version the version that its record would have; null for a file
 * @param hasWholeKey whether every part of the key could be read
 * @param segment digest of the landed bytes that it stands in
 * @param request the request that sends it, or has sent it
 * @param closedBy the run that released or superseded it, or the person who discarded it
 * @param edits its versions by people, the oldest first
 */
public record QuarantineDetail(
        QuarantineEntry entry,
        long firstRun,
        @Nullable Long version,
        boolean hasWholeKey,
        @Nullable String segment,
        @Nullable Long request,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable String closedFor,
        List<QuarantineEdit> edits) {}
