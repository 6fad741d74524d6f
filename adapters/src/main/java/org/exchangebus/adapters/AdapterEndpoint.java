package org.exchangebus.adapters;

import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;
import org.exchangebus.schemas.run.Capture;

/** One source with one action, as a Camel endpoint that can be sent to. */
@UriEndpoint(
        scheme = "adapter",
        title = "Adapter",
        syntax = "adapter:system/source",
        producerOnly = true,
        category = Category.CORE)
final class AdapterEndpoint extends DefaultEndpoint {

    enum Action {
        capture,
        read,
        acknowledge
    }

    private final Source source;
    private final Action action;

    AdapterEndpoint(String uri, AdapterComponent component, Source source, Action action) {
        super(uri, component);
        this.source = source;
        this.action = action;
    }

    @Override
    public Producer createProducer() {
        return new DefaultProducer(this) {
            @Override
            public void process(Exchange exchange) throws Exception {
                act(exchange);
            }
        };
    }

    private void act(Exchange exchange) throws Exception {
        switch (action) {
            case capture ->
                exchange.getMessage()
                        .setBody(source.capture(exchange.getMessage().getMandatoryBody(Capture.Request.class)));
            case read ->
                exchange.getMessage()
                        .setBody(source.open(exchange.getMessage().getMandatoryBody(Capture.Reading.class)));
            case acknowledge ->
                source.acknowledge(exchange.getMessage().getMandatoryBody(Capture.Acknowledgement.class));
        }
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("An adapter is asked, it does not start exchanges");
    }

    @Override
    public boolean isSingleton() {
        return true;
    }
}
