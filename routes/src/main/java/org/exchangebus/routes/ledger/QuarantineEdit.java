package org.exchangebus.routes.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a quarantined row that somebody wrote.
 *
 * @param payload a JSON object of the source's fields
 * @param approvedBy who agreed; somebody else than who wrote it. Null while it waits for that
 */
public record QuarantineEdit(
        int number,
        byte[] payload,
        String who,
        String reason,
        Instant editedAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt) {}
