package org.exchangebus.deploy.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.exchangebus.deploy.configuration.BusConfiguration;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.routes.bus.Replay;
import org.exchangebus.schemas.catalogue.Resource;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.run.Flow;
import org.exchangebus.schemas.run.Landing;
import org.jspecify.annotations.Nullable;

/** The systems of a bus, with adapters and mappings that read and map what landed, and are connected to nothing. */
public final class ReplayBench implements AutoCloseable {

    /** A resource and the flows that bring it. */
    public record Brought(Resource resource, List<Flow> flows) {}

    private final Workbench bench;
    private final CamelContext context;
    private final Replay replay;

    private ReplayBench(Workbench bench, Landing landing) {
        this.bench = bench;
        context = new DefaultCamelContext();
        bench.into(context);
        context.start();
        replay = new Replay(context, landing);
    }

    /** The systems that a configuration names; where it names none, those that ship and those of the places. */
    public static ReplayBench open(BusConfiguration configuration, Workbench.Places places, Landing landing) {
        return new ReplayBench(Workbench.of(configuration, places), landing);
    }

    public Replay replay() {
        return replay;
    }

    /**
     * The resources that are asked about, with their flows, by name.
     *
     * @param flows only these; all where there are none
     * @param resource only this one; all where null
     */
    public List<Brought> brought(List<String> flows, @Nullable String resource) {
        Map<String, List<Flow>> byResource = new TreeMap<>();
        List<Flow> all = bench.adapters().flows();
        List<String> names = all.stream().map(Flow::name).sorted().toList();
        for (String flow : flows) {
            if (!names.contains(flow)) {
                throw new ProblemException(
                        Finding.of(flow, RoutesProblem.FLOW_IS_UNKNOWN, flow, String.join(", ", names)));
            }
        }
        all.stream()
                .filter(flow -> flows.isEmpty() || flows.contains(flow.name()))
                .filter(flow -> resource == null || resource.equals(flow.resource()))
                .forEach(flow -> byResource
                        .computeIfAbsent(flow.resource(), name -> new ArrayList<>())
                        .add(flow));
        if (byResource.isEmpty()) {
            throw new ProblemException(Finding.of(
                    "bus",
                    DeployProblem.NOTHING_TO_COMPARE,
                    String.valueOf(resource),
                    String.join(
                            ", ",
                            all.stream().map(Flow::resource).distinct().sorted().toList())));
        }
        return byResource.entrySet().stream()
                .map(entry -> new Brought(bench.catalogue().resource(entry.getKey()), entry.getValue()))
                .toList();
    }

    @Override
    public void close() {
        try {
            replay.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            context.stop();
            bench.close();
        }
    }
}
