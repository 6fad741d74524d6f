package org.exchangebus.routes.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A run that is not closed.
 *
 * @param takenFrom where it takes its rows
 * @param isLanded whether it can be finished from landing alone
 */
public record OpenRun(
        long number,
        String flow,
        TakenFrom takenFrom,
        boolean isLanded,
        @Nullable String cursor) {}
