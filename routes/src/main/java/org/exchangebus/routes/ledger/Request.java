package org.exchangebus.routes.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.exchangebus.routes.audit.Act;
import org.jspecify.annotations.Nullable;

/**
 * What a person asked the bus to do.
 *
 * @param arguments what was asked for beyond the flow, by name
 * @param reason why, in the words of whoever asked
 * @param takenAt when a bus took it; null while it waits
 * @param run the run that carries it out, once it is taken
 * @param stoppedAt when somebody stopped it
 * @param outcome the state of the run, or code and text of why it was not carried out; null while it is open
 */
public record Request(
        long id,
        Kind kind,
        String flow,
        Map<String, String> arguments,
        String who,
        @Nullable String reason,
        Instant askedAt,
        @Nullable Instant takenAt,
        @Nullable Long run,
        @Nullable Instant stoppedAt,
        @Nullable Instant closedAt,
        @Nullable String outcome) {

    /** The run that a redrive begins with. */
    public static final String FROM = "from";

    /** The open run whose chunks are to be sent again at once. */
    public static final String OPEN_RUN = "open-run";

    /** Whether the run takes everything. */
    public static final String SWEEP = "sweep";

    /** Whether whoever asked answers for it that more records go than may go by themselves. */
    public static final String LET_THROUGH = "let-through";

    /** How many records a second a resubmission sends at most. */
    public static final String RATE = "rate";

    /** Somebody answers for it that more rows are rejected than the source's limit allows. */
    public static final String BEYOND_THRESHOLD = "beyond-threshold";

    /** What can be asked for. */
    public enum Kind {
        /** A run of the source now. */
        RUN(TakenFrom.SOURCE, Act.RUN),
        /** What landed is sent again from the ledger. */
        REDRIVE(TakenFrom.LANDING, Act.REDRIVE),
        /** Entries of the quarantine are tried again. */
        RESUBMIT(TakenFrom.QUARANTINE, Act.RESUBMIT);

        private final TakenFrom takenFrom;
        private final Act act;

        Kind(TakenFrom takenFrom, Act act) {
            this.takenFrom = takenFrom;
            this.act = act;
        }

        Act act() {
            return act;
        }

        TakenFrom takenFrom() {
            return takenFrom;
        }
    }

    public Request {
        arguments = Map.copyOf(arguments);
    }

    public Optional<String> argument(String name) {
        return Optional.ofNullable(arguments.get(name));
    }

    public boolean isClosed() {
        return closedAt != null;
    }

    /** Whether it was carried out, and everything is accounted for on both sides. */
    public boolean isFulfilled() {
        return "BALANCED".equals(outcome);
    }
}
