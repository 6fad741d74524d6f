package org.exchangebus.schemas.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.exchangebus.schemas.problem.Similar;
import org.exchangebus.schemas.run.SystemFolder;

/** The catalogue: every resource that the hub knows. Immutable. */
public final class Catalogue {

    private final SortedMap<String, Resource> resources;

    private Catalogue(SortedMap<String, Resource> resources) {
        this.resources = Collections.unmodifiableSortedMap(resources);
    }

    /** A catalogue without resources, to begin one with. */
    public static Catalogue empty() {
        return new Catalogue(new TreeMap<>());
    }

    /** The resources that ship with the bus. */
    public static Catalogue bundled() {
        return Bundled.CATALOGUE;
    }

    /**
     * These resources and those of every {@code *.yaml} below a folder {@code <base|theme|department>/…}.
     *
     * @throws ProblemException with everything that is wrong in all of the files
     */
    public Catalogue with(Path folder) {
        SortedMap<String, Resource> all = new TreeMap<>(resources);
        new CatalogueReader(all).read(folder);
        return new Catalogue(all);
    }

    /**
     * The resource of one file, wherever it lies and however it is called; to compare it with another version.
     *
     * @throws ProblemException with everything that is wrong in the file
     */
    public static Resource read(Path file) {
        return CatalogueReader.resource(file);
    }

    /** Every resource, by name. */
    public Collection<Resource> resources() {
        return resources.values();
    }

    /** The resource of a name; an unknown name is a problem with "did you mean". */
    public Resource resource(String name) {
        Resource resource = resources.get(name);
        if (resource == null) {
            throw new ProblemException(Finding.of(
                    "catalogue",
                    SchemaProblem.NAME_UNKNOWN,
                    "resource",
                    name,
                    Similar.nearest(name, resources.keySet()),
                    Similar.list(resources.keySet())));
        }
        return resource;
    }

    private static final class Bundled {

        private static final Catalogue CATALOGUE = read();

        private static Catalogue read() {
            URL folder = Objects.requireNonNull(Catalogue.class.getResource("/catalogue"), "catalogue");
            try {
                return empty().with(SystemFolder.onClassPath(folder));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
