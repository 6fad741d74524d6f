package org.exchangebus.routes.wire;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.ProcessorEndpoint;

/** A component whose endpoints are named steps, so that a route reads, and its diagram shows, what is done. */
public final class StepComponent extends DefaultComponent {

    private final Map<String, Processor> steps;

    public StepComponent(Map<String, Processor> steps) {
        this.steps = Map.copyOf(steps);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String step, Map<String, Object> parameters) {
        Processor processor = steps.get(step);
        if (processor == null) {
            throw new IllegalArgumentException("No step '" + step + "'; there are " + steps.keySet());
        }
        return new ProcessorEndpoint(uri, this, processor);
    }
}
