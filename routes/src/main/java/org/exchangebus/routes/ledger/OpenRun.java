package org.exchangebus.routes.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A run that is not closed.
 *
 * @param takenFrom where it takes its rows
 * @param isLanded whether it can be finished from landing alone
 * @param isSweep whether it takes everything, whatever the cursor says
 * @param isLetThrough whether a person answers for it that more records go than may go by themselves
 * @param isFullSet whether it took everything that the source holds, and what is not in it goes
 */
public record OpenRun(
        long number,
        String flow,
        TakenFrom takenFrom,
        boolean isLanded,
        @Nullable String cursor,
        boolean isSweep,
        boolean isLetThrough,
        boolean isFullSet) {}
