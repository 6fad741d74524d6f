package org.exchangebus.deploy.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a broker says of itself.
 *
 * @param datasync null where a client cannot see it
 * @param acceptors how it is entered from outside of this process; null where they are not ours to judge
 */
public record BrokerFacts(
        boolean persistent,
        boolean synced,
        @Nullable Boolean datasync,
        boolean secured,
        @Nullable List<String> acceptors,
        List<Address> addresses) {

    /** How one address is set. */
    public record Address(
            String name,
            @Nullable String deadLetter,
            @Nullable String expiry,
            String whenFull,
            boolean createdByUse) {}

    public BrokerFacts {
        addresses = List.copyOf(addresses);
    }

    /** Where facts come from; throws where the rights do not suffice. */
    public interface Source {
        BrokerFacts read() throws Exception;
    }
}
