package org.exchangebus.routes.hub;

import org.apache.camel.builder.RouteBuilder;
import org.exchangebus.routes.wire.Queues;

/** Takes chunks from the broker into the registries; consuming and signing are one transaction of the broker. */
final class ChunkRoute extends RouteBuilder {

    /** The hub's JMS component. */
    static final String COMPONENT = "exchange-hub";

    private final int consumers;

    ChunkRoute(int consumers) {
        this.consumers = consumers;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from(COMPONENT + ":queue:" + Queues.CHUNK + "?concurrentConsumers=" + consumers)
                .routeId("hub-chunks")
                .routeGroup("exchange-hub")
                .routeDescription("Chunks of all buses, into the registries, with a receipt for each")
                .to("registry:take")
                .id("take-chunk")
                .filter(body().isNotNull())
                .to("registry:apply")
                .id("apply")
                .to(COMPONENT + ":queue:" + Queues.RECEIPT + "?jmsMessageType=Text")
                .id("receipt")
                .end();
    }
}
