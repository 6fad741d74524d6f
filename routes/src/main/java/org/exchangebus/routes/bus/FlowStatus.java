package org.exchangebus.routes.bus;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a flow stands.
 *
 * @param state {@code RUNNING}, {@code IDLE}, {@code PAUSED}, or {@code FAILED} while a run is red, however many
 *     were proven since
 * @param stateSince null before the first run
 * @param stateReason why it is paused, red or waiting
 * @param lastSuccess when a run was last proven
 * @param nextRun when the schedule fires next; null where it does not
 * @param readToday today begins at midnight in the flow's zone
 * @param read rows read by the last run
 * @param removed records that the last run marked as deleted because a full set no longer holds them
 * @param doubts how many doubts about delivered records the last run told
 * @param redRuns how many runs are red; {@link org.exchangebus.routes.ledger.RunList#close} takes one away
 * @param lagSeconds seconds since the last proven run began; -1 before the first
 */
public record FlowStatus(
        String flow,
        String system,
        String source,
        String department,
        String kind,
        String state,
        @Nullable Instant stateSince,
        @Nullable String stateReason,
        @Nullable Instant lastSuccess,
        @Nullable Instant nextRun,
        long readToday,
        long deliveredToday,
        long quarantinedToday,
        long lastRun,
        long read,
        long delivered,
        long unchanged,
        long quarantined,
        long filtered,
        long removed,
        long doubts,
        long redRuns,
        long lagSeconds) {}
