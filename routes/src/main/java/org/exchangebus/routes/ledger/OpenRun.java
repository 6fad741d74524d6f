package org.exchangebus.routes.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A run that is not closed.
 *
 * @param isLanded whether it can be finished from landing alone
 */
public record OpenRun(
        long number,
        String flow,
        boolean isLanded,
        @Nullable String cursor) {}
