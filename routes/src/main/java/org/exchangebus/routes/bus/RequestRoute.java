package org.exchangebus.routes.bus;

import org.apache.camel.builder.RouteBuilder;

/** Looks for what people ask for, every second; started once what was open at the last stop is taken care of. */
final class RequestRoute extends RouteBuilder {

    static final String ID = "requests";

    @Override
    public void configure() {
        from("scheduler:exchange-bus-requests?delay=1000&initialDelay=0")
                .routeId(ID)
                .routeGroup("exchange-bus")
                .routeDescription("What people ask for, from the ledger")
                .autoStartup(false)
                .to("ledger:look")
                .id("look");
    }
}
