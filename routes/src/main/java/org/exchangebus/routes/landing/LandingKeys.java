package org.exchangebus.routes.landing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The keys of a landing store: the first seals what is landed, each opens what it sealed.
 *
 * @param all none where segments are not sealed
 */
public record LandingKeys(List<LandingKey> all) {

    public static final LandingKeys NONE = new LandingKeys(List.of());

    public LandingKeys {
        all = List.copyOf(all);
    }

    Optional<LandingKey> writing() {
        return all.stream().findFirst();
    }

    Optional<LandingKey> of(byte[] id) {
        return all.stream().filter(key -> Arrays.equals(key.idBytes(), id)).findFirst();
    }

    /** The identities, for a message. */
    String ids() {
        return all.isEmpty() ? "-" : all.stream().map(LandingKey::id).collect(Collectors.joining(", "));
    }
}
