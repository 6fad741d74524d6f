package org.exchangebus.adapters;

import java.net.URL;
import java.util.List;
import java.util.Objects;

/** One protocol: makes sources from the settings that an owner wrote. */
public interface Protocol {

    /** What {@code protocol:} in an {@code adapter.yaml} says, such as {@code ftp}. */
    String name();

    /**
     * A JSON document with the members {@code connection} and {@code source}: draft-07 schemas of what the protocol
     * adds to an {@code adapter.yaml}. By default {@code <name>.schema.json} beside the class.
     */
    default URL schema() {
        String resource = name() + ".schema.json";
        return Objects.requireNonNull(getClass().getResource(resource), resource);
    }

    /** The documents that together have both members; {@link #schema()} alone unless protocols share one. */
    default List<URL> schemas() {
        return List.of(schema());
    }

    /**
     * Makes a source. Connects to nothing; throws a {@link org.exchangebus.schemas.problem.ProblemException} with
     * everything that the schema could not see.
     */
    Source open(SourceSettings settings);
}
