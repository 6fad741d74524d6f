package org.exchangebus.routes.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run among others, and whether somebody has to look at it.
 *
 * @param closedAt when it ended; null while it is open
 * @param isRed whether it is not proven, not healed by a later run, and nobody has closed it
 * @param closing who closed it while it was red; null where nobody did
 */
public record ListedRun(
        RunReport report,
        Instant openedAt,
        @Nullable Instant closedAt,
        boolean isRed,
        @Nullable Closing closing) {

    /** Who looked into a red run and closed it, when and why. */
    public record Closing(String who, String reason, Instant at) {}

    /** {@code <system>-<source>}. */
    public String flow() {
        return report.system() + "-" + report.source();
    }
}
