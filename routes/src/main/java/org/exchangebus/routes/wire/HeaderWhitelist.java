package org.exchangebus.routes.wire;

import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * Lets a message's property pass only where its exact name is expected.
 *
 * <p>A list of what is forbidden has holes (upper and lower case, new control headers: CVE-2026-40453); a list
 * of what is allowed has none.
 */
public final class HeaderWhitelist implements HeaderFilterStrategy {

    /** The duplicate id that the broker compares. */
    public static final String DUPLICATE_ID = "_AMQ_DUPL_ID";

    private static final Set<String> OUT = Set.of(DUPLICATE_ID);

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return !OUT.contains(name);
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return true;
    }
}
