package org.exchangebus.transformers.camel;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.exchangebus.transformers.mapping.Mapping;
import org.exchangebus.transformers.mapping.Mappings;

/**
 * Mappings as endpoints: {@code mapping:<system>/<mapping>} takes a source chunk as body and leaves a mapped
 * chunk there. Added to the context under the name {@value #SCHEME}.
 */
public final class MappingComponent extends DefaultComponent {

    public static final String SCHEME = "mapping";

    private final Supplier<Mappings> mappings;

    public MappingComponent(Mappings mappings) {
        this(() -> mappings);
    }

    /** Asks for the mappings again with each endpoint that is made, so that changed ones are taken up. */
    public MappingComponent(Supplier<Mappings> mappings) {
        this.mappings = mappings;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        int slash = remaining.indexOf('/');
        String system = slash < 0 ? remaining : remaining.substring(0, slash);
        String name = slash < 0 ? "" : remaining.substring(slash + 1);
        Mapping mapping = mappings.get().mapping(system, name);
        return new MappingEndpoint(uri, this, mapping);
    }
}
