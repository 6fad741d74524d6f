package org.exchangebus.adapters;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/**
 * The Camel scheme <code>adapter:&lt;system&gt;/&lt;source&gt;?action=capture|read|acknowledge</code>; routes know
 * adapters by nothing else.
 *
 * <p>{@code capture}: body in {@code Capture.Request}, out {@code Capture}. {@code read}: in {@code Capture.Reading},
 * out a {@link BlockReader}. {@code acknowledge}: in {@code Capture.Acknowledgement}, out unchanged.
 */
public final class AdapterComponent extends DefaultComponent {

    private final Adapters adapters;

    public AdapterComponent(Adapters adapters) {
        this.adapters = adapters;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        AdapterEndpoint.Action action = getAndRemoveParameter(parameters, "action", AdapterEndpoint.Action.class);
        if (action == null) {
            throw new IllegalArgumentException(uri + " lacks action=capture|read|acknowledge");
        }
        int slash = remaining.indexOf('/');
        String system = slash < 0 ? remaining : remaining.substring(0, slash);
        String source = slash < 0 ? "" : remaining.substring(slash + 1);
        return new AdapterEndpoint(uri, this, adapters.source(system, source), action);
    }
}
