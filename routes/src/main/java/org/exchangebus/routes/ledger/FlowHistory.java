package org.exchangebus.routes.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger says about one flow.
 *
 * @param lastRun the newest run; null before the first
 * @param lastRunOpenedAt when it began
 * @param lastRunClosedAt when it was closed; null while it is open
 * @param lastSuccess when a run was last proven
 * @param pausedAt when the flow was paused; null where it is not
 * @param redRuns how many runs are red: not proven, not healed by a later run, closed by nobody
 * @param redReason the newest of them and its reason; null where none is
 * @param lagSeconds seconds since the last proven run began; -1 before the first
 */
public record FlowHistory(
        @Nullable RunReport lastRun,
        @Nullable Instant lastRunOpenedAt,
        @Nullable Instant lastRunClosedAt,
        @Nullable Instant lastSuccess,
        @Nullable Instant pausedAt,
        @Nullable String pausedBy,
        @Nullable String pauseReason,
        long readToday,
        long deliveredToday,
        long quarantinedToday,
        long redRuns,
        @Nullable String redReason,
        long lagSeconds) {}
