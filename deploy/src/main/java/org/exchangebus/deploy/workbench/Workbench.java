package org.exchangebus.deploy.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.exchangebus.adapters.AdapterComponent;
import org.exchangebus.adapters.Adapters;
import org.exchangebus.adapters.BlockReader;
import org.exchangebus.deploy.application.Systems;
import org.exchangebus.deploy.configuration.BusConfiguration;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.problem.Similar;
import org.exchangebus.schemas.record.Rows;
import org.exchangebus.schemas.run.Flow;
import org.exchangebus.schemas.run.SystemFolder;
import org.exchangebus.transformers.camel.MappingComponent;
import org.exchangebus.transformers.example.MappingExample;
import org.exchangebus.transformers.example.MappingExamples;
import org.exchangebus.transformers.mapping.Mapping;
import org.exchangebus.transformers.mapping.Mappings;
import org.jspecify.annotations.Nullable;

/**
 * Systems as their folders describe them, with their adapters and mappings, connected to nothing.
 *
 * <p>Reads only the folders that are asked for, so that what is wrong in another system disturbs nobody.
 */
public final class Workbench implements AutoCloseable {

    private final List<SystemFolder> folders;
    private final Catalogue catalogue;
    private final Adapters adapters;
    private final Mappings mappings;

    private Workbench(List<SystemFolder> folders, Catalogue catalogue) {
        this.folders = folders;
        this.catalogue = catalogue;
        adapters = new Adapters(folders, Systems.PROTOCOLS, new Offline());
        try {
            mappings = new Mappings(catalogue, folders, adapters::fields);
        } catch (ProblemException e) {
            adapters.close();
            throw e;
        }
    }

    /**
     * Where systems and resources are.
     *
     * @param systems a folder of system folders beside those that ship; null for none
     * @param catalogue a folder of resources beside those that ship; null for none
     */
    public record Places(@Nullable Path systems, @Nullable Path catalogue) {

        /** Every system's folder. */
        public List<SystemFolder> folders() {
            List<SystemFolder> folders = new ArrayList<>(Systems.shipped());
            folders.addAll(Systems.below(systems));
            return folders;
        }

        Catalogue resources() {
            return catalogue == null ? Catalogue.bundled() : Catalogue.bundled().with(catalogue);
        }
    }

    /**
     * One system, or all of them where none is named.
     *
     * @throws ProblemException with everything that is wrong with them, or if there is no such system
     */
    public static Workbench open(Places places, @Nullable String system) {
        return new Workbench(folders(places, system), places.resources());
    }

    private static List<SystemFolder> folders(Places places, @Nullable String system) {
        List<SystemFolder> folders = places.folders();
        if (system != null) {
            List<String> names = folders.stream().map(SystemFolder::name).toList();
            folders = folders.stream()
                    .filter(folder -> folder.name().equals(system))
                    .toList();
            if (folders.isEmpty()) {
                throw new ProblemException(Finding.of(
                        "bus",
                        DeployProblem.SYSTEM_UNKNOWN,
                        system,
                        Similar.nearest(system, names),
                        Similar.list(names)));
            }
        }
        return folders;
    }

    /**
     * Everything that is wrong with a system: what its adapter and its mappings are told together, though without the
     * adapter nobody knows the fields.
     *
     * @throws ProblemException if there is no such system
     */
    public static List<Finding> findings(Places places, String system) {
        SystemFolder folder = folders(places, system).get(0);
        Catalogue catalogue = places.resources();
        try (Adapters adapters = new Adapters(List.of(folder), Systems.PROTOCOLS, new Offline())) {
            new Mappings(catalogue, List.of(folder), adapters::fields);
            return List.of();
        } catch (ProblemException e) {
            Set<Finding> findings = new LinkedHashSet<>(e.findings());
            findings.addAll(Mappings.findingsWithoutFields(catalogue, folder));
            return List.copyOf(findings);
        }
    }

    /** The systems of a bus: those that its configuration names, where it names some, else those that ship and those of the places. */
    static Workbench of(BusConfiguration configuration, Places places) {
        Path resources = configuration.catalogue();
        return new Workbench(
                configuration.systems() == null ? places.folders() : Systems.below(configuration.systems()),
                resources == null ? places.resources() : Catalogue.bundled().with(resources));
    }

    /** Lets a context read and map as these systems do. */
    void into(CamelContext context) {
        context.addComponent("adapter", new AdapterComponent(adapters));
        context.addComponent(MappingComponent.SCHEME, new MappingComponent(mappings));
    }

    public List<SystemFolder> folders() {
        return folders;
    }

    public Adapters adapters() {
        return adapters;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public Collection<Mapping> mappings() {
        return mappings.all();
    }

    public Mapping mapping(String system, String name) {
        return mappings.mapping(system, name);
    }

    /** The examples of all systems, by system, mapping and name. */
    public List<MappingExample> examples() throws IOException {
        List<MappingExample> examples = new ArrayList<>();
        for (SystemFolder folder : folders) {
            examples.addAll(MappingExample.of(folder));
        }
        return examples;
    }

    /** Tries the examples of a mapping; raw ones are read as the system's adapter reads them. */
    public MappingExamples tried(Mapping mapping) {
        return new MappingExamples(mapping, this::read);
    }

    /** The rows of a file: a JSON list as rows written by hand, anything else in the source's own format. */
    public List<Rows> rows(Mapping mapping, Path file) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new ProblemException(Finding.of("--file", DeployProblem.FILE_MISSING, file.toString()));
        }
        if (isList(file)) {
            return List.of(tried(mapping).written(file));
        }
        String[] name = mapping.name().split("/", 2);
        return read(name[0], name[1], file);
    }

    private static boolean isList(Path file) throws IOException {
        if (!file.getFileName().toString().endsWith(".json")) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            int first = in.read();
            while (first >= 0 && Character.isWhitespace(first)) {
                first = in.read();
            }
            return first == '[';
        }
    }

    private List<Rows> read(String system, String mapping, Path file) throws IOException {
        Flow flow = adapters.flows().stream()
                .filter(one -> one.system().equals(system) && one.mapping().equals(mapping))
                .findFirst()
                .orElseThrow();
        List<Rows> blocks = new ArrayList<>();
        try (BlockReader reader = adapters.source(system, flow.source()).openSample(file)) {
            reader.forEachRemaining(blocks::add);
        }
        return blocks;
    }

    @Override
    public void close() {
        adapters.close();
    }
}
