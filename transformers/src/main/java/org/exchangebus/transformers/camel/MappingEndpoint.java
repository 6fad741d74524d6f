package org.exchangebus.transformers.camel;

import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;
import org.exchangebus.schemas.record.SourceChunk;
import org.exchangebus.transformers.mapping.Mapping;

/** One mapping; only to be sent to. */
final class MappingEndpoint extends DefaultEndpoint {

    private final Mapping mapping;

    MappingEndpoint(String uri, MappingComponent component, Mapping mapping) {
        super(uri, component);
        this.mapping = mapping;
    }

    @Override
    public Producer createProducer() {
        return new DefaultProducer(this) {
            @Override
            public void process(Exchange exchange) throws Exception {
                SourceChunk chunk = exchange.getMessage().getMandatoryBody(SourceChunk.class);
                exchange.getMessage().setBody(mapping.apply(chunk));
            }
        };
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("Nothing comes from a mapping");
    }

    @Override
    public boolean isSingleton() {
        return true;
    }
}
