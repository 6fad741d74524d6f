package org.exchangebus.adapters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the placeholders of an {@code adapter.yaml} find their values. */
public interface Lookup {

    /** Value of <code>${name}</code>: an address that is only known when the bus starts. */
    Optional<String> address(String name);

    /** Value of <code>${secret:name}</code>. */
    Optional<Secret> secret(String name);

    /**
     * Addresses from a map; secrets from the environment ({@code BUS_SECRET_<NAME>}, other characters than letters
     * and digits as underscores), else from a file of the name in a folder, without its last line end.
     */
    static Lookup of(
            Map<String, String> addresses, Function<String, @Nullable String> environment, @Nullable Path secrets) {
        return new Lookup() {
            @Override
            public Optional<String> address(String name) {
                return Optional.ofNullable(addresses.get(name));
            }

            @Override
            public Optional<Secret> secret(String name) {
                String value = environment.apply(Formats.secretVariable(name));
                if (value != null) {
                    return Optional.of(new Secret(value));
                }
                if (secrets == null || name.contains("/") || name.contains("\\") || name.startsWith(".")) {
                    return Optional.empty();
                }
                Path file = secrets.resolve(name);
                if (!Files.isRegularFile(file)) {
                    return Optional.empty();
                }
                try {
                    return Optional.of(new Secret(Files.readString(file).replaceFirst("\\R\\z", "")));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    /** This lookup, with the addresses and secrets of another where this one has none. */
    default Lookup or(Lookup other) {
        Lookup first = this;
        return new Lookup() {
            @Override
            public Optional<String> address(String name) {
                return first.address(name).or(() -> other.address(name));
            }

            @Override
            public Optional<Secret> secret(String name) {
                return first.secret(name).or(() -> other.secret(name));
            }
        };
    }
}
