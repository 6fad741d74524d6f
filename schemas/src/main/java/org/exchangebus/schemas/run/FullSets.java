package org.exchangebus.schemas.run;

import org.jspecify.annotations.Nullable;

/**
 * When a source gives everything that it holds, and what becomes of the records that are then no longer there.
 *
 * @param isComplete whether every run takes everything
 * @param sweep when a run takes everything instead of a window, as {@link Flow#cron()} says it; null where none does
 * @param removes whether records that a full set no longer holds are marked as deleted
 * @param stopRecords so many may always go
 * @param stopPerCent of more, at most so many of a hundred of the flow's records; beyond that none goes
 */
public record FullSets(boolean isComplete, @Nullable String sweep, boolean removes, int stopRecords, int stopPerCent) {

    /** A source that only ever gives a part. */
    public static final FullSets NONE = new FullSets(false, null, true, 10, 10);
}
