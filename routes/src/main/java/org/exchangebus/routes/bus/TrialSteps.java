package org.exchangebus.routes.bus;

import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.exchangebus.routes.ledger.Ledger;
import org.exchangebus.routes.ledger.Request;
import org.exchangebus.routes.ledger.TakenFrom;
import org.exchangebus.schemas.record.MappedChunk;
import org.exchangebus.schemas.run.Flow;
import org.exchangebus.schemas.run.HoldAt;

/** Maps a run wholly before anything of it is sent, where its source says how much may be rejected. */
final class TrialSteps {

    private final Ledger ledger;
    private final QuarantineSteps quarantine;
    private final Map<String, Flow> flows;

    TrialSteps(Ledger ledger, QuarantineSteps quarantine, Map<String, Flow> flows) {
        this.ledger = ledger;
        this.quarantine = quarantine;
        this.flows = flows;
    }

    Map<String, Processor> steps() {
        return Map.of("weigh", this::weigh, "judge", exchange -> ActiveRun.of(exchange)
                .judge());
    }

    /** Whether the chunks of a run are weighed, and not sent. */
    static boolean isTrial(Exchange exchange) {
        return ActiveRun.of(exchange).isTrial();
    }

    /** The next reading of the run is a trial, if its source sets a limit and nothing of it was sent. */
    void begin(ActiveRun run) {
        HoldAt limit = flows.get(run.flow()).holdAt();
        if (limit != null && isOnTrial(run)) {
            run.beginTrial(limit);
        }
    }

    private boolean isOnTrial(ActiveRun run) {
        return run.takenFrom() == TakenFrom.SOURCE
                && ledger.chunks().last(run.number()) < 0
                && ledger.requests()
                        .ofRun(run.number(), Request.Kind.RUN)
                        .flatMap(request -> request.argument(Request.BEYOND_THRESHOLD))
                        .isEmpty();
    }

    /** Counts what a chunk would put aside, and puts it aside; nothing of it is sent. */
    private void weigh(Exchange exchange) {
        ActiveRun run = ActiveRun.of(exchange);
        PlacedRows rows = exchange.getProperty(PlacedRows.PROPERTY, PlacedRows.class);
        MappedChunk mapped = exchange.getMessage().getBody(MappedChunk.class);
        ledger.quarantine()
                .add(run.flow(), run.number(), quarantine.rejected(run, RunSteps.segment(exchange), rows, mapped));
        run.weigh(rows.count(), mapped.rejections().size());
    }
}
