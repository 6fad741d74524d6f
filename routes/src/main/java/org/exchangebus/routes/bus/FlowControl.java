package org.exchangebus.routes.bus;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.exchangebus.routes.ledger.DoubtEntry;
import org.exchangebus.routes.ledger.QuarantineEntry;
import org.exchangebus.routes.ledger.Request;
import org.exchangebus.routes.ledger.RunReport;

/** Watches, starts and stops flows. Every method reports an unknown flow as a problem. */
public interface FlowControl {

    /** All flows, in the order of their names; those that follow another stand behind it. */
    List<FlowStatus> statuses();

    FlowStatus status(String flow);

    /**
     * Starts a run now; where one is open, that one is meant.
     *
     * @return completes when the run is closed, however it ends; exceptionally only where no run could be opened
     */
    CompletableFuture<RunReport> run(String flow);

    /** The same because a person asked for it, which is entered in the audit before. */
    CompletableFuture<RunReport> run(String flow, String who);

    /**
     * Lets the next run take everything and starts it because a person asked for it; where a run is open, it follows
     * that one. A flow that follows another takes what the other took.
     *
     * @param isLetThrough whether the person answers for it, once, that more records go than may go by themselves
     */
    CompletableFuture<RunReport> sweep(String flow, String who, boolean isLetThrough);

    /** Lets the schedule pass this flow by, also after a restart; an open run is finished. */
    void pause(String flow, String who, String reason);

    void resume(String flow, String who);

    /** Asks that everything the flow's proven runs landed is sent once more; entered in the audit. */
    Request redrive(String flow, String who, String reason);

    /** What people asked for, the newest first. */
    List<Request> requests(int limit);

    /** Records and files that a run could not accept. */
    List<QuarantineEntry> quarantine(long run);

    /** What is doubtful about records that a run delivered all the same. */
    List<DoubtEntry> doubts(long run);

    /** Records and files of a flow that wait, those met last first. */
    List<QuarantineEntry> quarantineOf(String flow, int limit);
}
