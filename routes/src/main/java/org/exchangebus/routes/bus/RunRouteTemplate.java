package org.exchangebus.routes.bus;

import org.apache.camel.builder.RouteBuilder;
import org.exchangebus.routes.ledger.TakenFrom;

/**
 * Carries one run of one source from its adapter to the hub, chunk by chunk.
 *
 * <p>A flow chooses the parameters, never the steps: what becomes of a chunk that cannot be delivered is the
 * same for every flow of the bus, and is written down only here.
 */
final class RunRouteTemplate extends RouteBuilder {

    static final String ID = "run";

    /** Name of the pool on which chunks are mapped and sent. */
    static final String POOL = "exchange-bus-chunks";

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        routeTemplate(ID)
                .templateParameter("flow", null, "System and source, as <system>-<source>.")
                .templateParameter("capture", null, "Endpoint that takes from the source.")
                .templateParameter("read", null, "Endpoint that reads what was taken.")
                .templateParameter("acknowledge", null, "Endpoint that tells the source what was delivered.")
                .templateParameter("mapping", null, "Endpoint that turns a source chunk into records of the resource.")
                .from("direct:run-{{flow}}")
                .to("ledger:open")
                .id("open")
                .filter(exchange -> !ActiveRun.of(exchange).isLanded())
                .choice()
                .when(exchange -> ActiveRun.of(exchange).takenFrom() == TakenFrom.LANDING)
                .to("ledger:land-again")
                .id("land-again")
                .when(exchange -> ActiveRun.of(exchange).takenFrom() == TakenFrom.QUARANTINE)
                .to("ledger:resubmit")
                .id("resubmit")
                .to("ledger:land")
                .id("land-entries")
                .otherwise()
                .to("{{capture}}")
                .id("capture")
                .to("ledger:land")
                .id("land")
                .end()
                .end()
                .loopDoWhile(exchange -> ActiveRun.of(exchange).isIncomplete())
                .to("ledger:segments")
                .id("segments")
                .split(body())
                .streaming()
                .stopOnException()
                .to("ledger:begin")
                .id("begin")
                .choice()
                .when(exchange -> QuarantineSteps.isOfQuarantine(exchange))
                .to("ledger:entries")
                .id("entries")
                .otherwise()
                .to("{{read}}")
                .id("read")
                .end()
                .to("ledger:number")
                .id("number")
                .split(body())
                .streaming()
                .parallelProcessing()
                .executorService(POOL)
                .stopOnException()
                .to("ledger:take")
                .id("take")
                .to("{{mapping}}")
                .id("map")
                .choice()
                .when(exchange -> TrialSteps.isTrial(exchange))
                .to("ledger:weigh")
                .id("weigh")
                .otherwise()
                .to("ledger:record")
                .id("record")
                .to("hub:publish")
                .id("publish")
                .end()
                .end()
                .end()
                .choice()
                .when(exchange -> TrialSteps.isTrial(exchange))
                .to("ledger:judge")
                .id("judge")
                .otherwise()
                .to("ledger:end")
                .id("end")
                .filter(body().isNotNull())
                .to("hub:publish")
                .id("publish-end")
                .end()
                .to("ledger:await")
                .id("await")
                .end()
                .end()
                .to("ledger:close")
                .id("close")
                .filter(exchange -> RunSteps.isProven(exchange))
                .doTry()
                .to("{{acknowledge}}")
                .id("acknowledge")
                .to("ledger:acknowledged")
                .id("acknowledged")
                .doCatch(Exception.class)
                .to("ledger:unacknowledged")
                .id("unacknowledged")
                .end()
                .end();
    }
}
