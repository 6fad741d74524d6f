package org.exchangebus.routes.ledger;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the quarantine as it is sent.
 *
 * @param payload a JSON object of the source's fields
 * @param version the version that it keeps; null where somebody edited it, which makes it the newest
 */
public record ResubmittedRow(
        long entry, byte[] payload, @Nullable Long version) {}
