package org.exchangebus.adapters;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.run.Flow;
import org.exchangebus.schemas.run.SystemFolder;

/** The sources of all systems, read from their folders. Immutable; shared by threads. */
public final class Adapters implements AutoCloseable {

    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final List<Flow> flows = new ArrayList<>();

    /** Reads every folder; throws one {@link ProblemException} with everything that is wrong in any of them. */
    public Adapters(Collection<SystemFolder> folders, Collection<Protocol> protocols, Lookup lookup) {
        Map<String, Protocol> byName =
                protocols.stream().collect(Collectors.toMap(Protocol::name, Function.identity()));
        List<Finding> findings = new ArrayList<>();
        Map<String, SystemFolder> systems = new LinkedHashMap<>();
        for (SystemFolder folder : folders) {
            SystemFolder other = systems.putIfAbsent(folder.name(), folder);
            if (other != null) {
                findings.add(Finding.of(
                        folder.adapter() + ":1:1",
                        AdapterProblem.SYSTEM_TWICE,
                        folder.name(),
                        other.path().toString()));
                continue;
            }
            AdapterFile file = new AdapterFile(folder, byName, lookup);
            file.sources().forEach((settings, source) -> {
                sources.put(key(settings.flow().system(), settings.flow().source()), source);
                flows.add(settings.flow());
            });
            flows.addAll(file.followers());
            findings.addAll(file.findings());
        }
        if (!findings.isEmpty()) {
            closeAll();
            throw new ProblemException(findings);
        }
    }

    /** One flow per source and one per further resource of it, in the order of the folders. */
    public List<Flow> flows() {
        return List.copyOf(flows);
    }

    /** The source of a name; throws a problem that lists the sources if there is none. */
    public Source source(String system, String source) {
        Source found = sources.get(key(system, source));
        if (found == null) {
            throw new ProblemException(Finding.of(
                    "adapter:" + key(system, source),
                    AdapterProblem.UNKNOWN_SOURCE,
                    key(system, source),
                    String.join(", ", sources.keySet())));
        }
        return found;
    }

    /** The fields of the sources that use a mapping of a system, in the order of the cells; empty if none does. */
    public List<String> fields(String system, String mapping) {
        return flows.stream()
                .filter(flow -> flow.system().equals(system) && flow.mapping().equals(mapping))
                .findFirst()
                .map(flow -> source(flow.system(), flow.reader()).fields())
                .orElse(List.of());
    }

    @Override
    public void close() {
        closeAll();
    }

    private void closeAll() {
        for (Source source : sources.values()) {
            try {
                source.close();
            } catch (Exception e) {
                org.slf4j.LoggerFactory.getLogger(Adapters.class).warn("A source did not close: {}", e.toString());
            }
        }
    }

    private static String key(String system, String source) {
        return system + "/" + source;
    }
}
