package org.exchangebus.schemas.catalogue;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** The catalogue: every resource that the hub knows. Immutable. */
public final class Catalogue {

    /** The resources that ship with the bus. */
    public static Catalogue bundled() {
        throw new UnsupportedOperationException();
    }

    /** These resources and those of every {@code *.yaml} below a folder; everything wrong is reported together. */
    public Catalogue with(Path folder) {
        throw new UnsupportedOperationException();
    }

    public Collection<Resource> resources() {
        return List.of();
    }

    /** The resource of a name; an unknown name is a problem with "did you mean". */
    public Resource resource(String name) {
        throw new UnsupportedOperationException(name);
    }
}
