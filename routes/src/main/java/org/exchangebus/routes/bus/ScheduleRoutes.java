package org.exchangebus.routes.bus;

import java.util.Collection;
import org.apache.camel.builder.RouteBuilder;
import org.exchangebus.schemas.run.Flow;

/**
 * One route per flow that takes from a source, which fires its run and those of the flows that follow it; started once
 * what was open at the last stop is taken care of.
 */
final class ScheduleRoutes extends RouteBuilder {

    private final Collection<Flow> flows;

    ScheduleRoutes(Collection<Flow> flows) {
        this.flows = flows;
    }

    /** Id of the route that fires a flow: that of the flow which it follows, if it does. */
    static String id(Flow flow) {
        return flow.leader() + "-schedule";
    }

    /** Id of the route that lets a flow take everything. */
    static String sweepId(Flow flow) {
        return flow.leader() + "-sweep-schedule";
    }

    @Override
    public void configure() {
        for (Flow flow : flows.stream().filter(f -> !f.isFollower()).toList()) {
            from("quartz:exchange-bus/" + flow.name() + "?" + Rhythm.query(flow, flow.cron()))
                    .routeId(id(flow))
                    .routeGroup(flow.system())
                    .routeDescription("Runs " + flow.name() + ": " + flow.cron())
                    .autoStartup(false)
                    .setProperty("flow", constant(flow.name()))
                    .to("ledger:fire")
                    .id("fire-" + flow.name());
            String sweep = flow.fullSets().sweep();
            if (sweep != null) {
                from("quartz:exchange-bus-sweep/" + flow.name() + "?" + Rhythm.query(flow, sweep))
                        .routeId(sweepId(flow))
                        .routeGroup(flow.system())
                        .routeDescription("Lets " + flow.name() + " take everything: " + sweep)
                        .autoStartup(false)
                        .setProperty("flow", constant(flow.name()))
                        .to("ledger:sweep")
                        .id("sweep-" + flow.name());
            }
        }
    }
}
