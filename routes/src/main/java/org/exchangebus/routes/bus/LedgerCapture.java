package org.exchangebus.routes.bus;

import java.io.IOException;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.exchangebus.routes.ledger.LandedSegment;
import org.exchangebus.routes.ledger.Ledger;
import org.exchangebus.routes.ledger.Request;
import org.exchangebus.schemas.run.Flow;
import org.exchangebus.schemas.run.Landing;

/** What a run takes without asking a source: what another flow or an earlier run has landed. */
final class LedgerCapture {

    private final Ledger ledger;
    private final Landing landing;
    private final Map<String, Flow> flows;

    LedgerCapture(Ledger ledger, Landing landing, Map<String, Flow> flows) {
        this.ledger = ledger;
        this.landing = landing;
        this.flows = flows;
    }

    Map<String, Processor> steps() {
        return Map.of("follow", this::follow, "land-again", this::landAgain);
    }

    /** Takes what the flow before took and proved since the last run; the source is not asked. */
    private void follow(Exchange exchange) {
        Flow flow = flows.get(exchange.getFromRouteId());
        exchange.getMessage()
                .setBody(ledger.runs()
                        .proven(flow.leader(), ActiveRun.of(exchange).cursor()));
    }

    /** Takes what proven runs of the flow landed, where all of it is still there. */
    private void landAgain(Exchange exchange) throws IOException {
        ActiveRun run = ActiveRun.of(exchange);
        long from = ledger.requests()
                .ofRun(run.number(), Request.Kind.REDRIVE)
                .flatMap(request -> request.argument(Request.FROM))
                .map(Long::parseLong)
                .orElse(0L);
        ledger.runs().landAgain(run.number(), run.flow(), from);
        run.land(false);
        for (LandedSegment landed : ledger.runs().segments(run.number())) {
            landing.open(landed.segment()).close();
        }
    }
}
