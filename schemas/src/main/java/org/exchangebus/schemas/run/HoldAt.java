package org.exchangebus.schemas.run;

import org.jspecify.annotations.Nullable;

/**
 * How many rows of a run may be rejected before the whole run is held and nothing of it is sent.
 *
 * @param records more than so many hold the run; null where their number does not matter
 * @param perCent more than so many of a hundred rows hold the run; null where their share does not matter
 */
public record HoldAt(@Nullable Integer records, @Nullable Integer perCent) {

    /** Whether so many of the rows that were read are too many. */
    public boolean isPassedBy(long rejected, long read) {
        return records != null && rejected > records || perCent != null && rejected * 100 > read * perCent;
    }
}
