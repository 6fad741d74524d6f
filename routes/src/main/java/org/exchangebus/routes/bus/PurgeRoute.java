package org.exchangebus.routes.bus;

import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.exchangebus.routes.purge.Purge;
import org.exchangebus.routes.wire.StepComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets go every night of what runs need no longer keep; started with the schedule. */
final class PurgeRoute extends RouteBuilder {

    static final String ID = "purge";

    private static final Logger LOG = LoggerFactory.getLogger(PurgeRoute.class);

    private final Purge purge;

    PurgeRoute(Purge purge) {
        this.purge = purge;
    }

    StepComponent steps() {
        return new StepComponent(Map.of("purge", exchange -> purge()));
    }

    @Override
    public void configure() {
        from("quartz:exchange-bus/purge?cron=0+15+3+*+*+?")
                .routeId(ID)
                .routeGroup("exchange-bus")
                .routeDescription("Removes from the landing store what runs need no longer keep")
                .autoStartup(false)
                .to("landing:purge")
                .id("purge-landing");
    }

    /** A purge that fails harms nothing; the next one does its work. */
    void purge() {
        try {
            Purge.Outcome outcome = purge.run(null, "schedule");
            LOG.info("Purged {} runs, removed {} files of {} bytes", outcome.runs(), outcome.files(), outcome.bytes());
        } catch (RuntimeException e) {
            LOG.warn("Nothing more is purged until the next time: {}", e.getMessage());
        }
    }
}
