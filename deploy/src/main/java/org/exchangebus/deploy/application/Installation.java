package org.exchangebus.deploy.application;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.HeaderFilterStrategyAware;
import org.exchangebus.adapters.AdapterComponent;
import org.exchangebus.adapters.Adapters;
import org.exchangebus.adapters.Lookup;
import org.exchangebus.deploy.configuration.BusConfiguration;
import org.exchangebus.deploy.configuration.BusConfiguration.Role;
import org.exchangebus.deploy.data.DataDirectory;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.routes.bus.Bus;
import org.exchangebus.routes.bus.BusSettings;
import org.exchangebus.routes.bus.FlowControl;
import org.exchangebus.routes.bus.FlowShape;
import org.exchangebus.routes.hub.Hub;
import org.exchangebus.routes.hub.HubSettings;
import org.exchangebus.routes.wire.HeaderWhitelist;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.run.SystemFolder;
import org.exchangebus.transformers.camel.MappingComponent;
import org.exchangebus.transformers.mapping.Mappings;
import org.jspecify.annotations.Nullable;

/** Puts the bus, the hub or both into a Camel context that is not started. */
final class Installation implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Catalogue catalogue;
    private final Infrastructure infrastructure;
    private final @Nullable Adapters adapters;
    private final @Nullable Mappings mappings;
    private final @Nullable Bus bus;
    private final BusConfiguration configuration;

    /** Reads all systems and mappings; everything that is wrong in them is reported here. */
    Installation(
            BusConfiguration configuration,
            DataDirectory data,
            Infrastructure infrastructure,
            List<SystemFolder> folders,
            Lookup lookup) {
        this.configuration = configuration;
        this.infrastructure = infrastructure;
        Path resources = configuration.catalogue();
        catalogue =
                resources == null ? Catalogue.bundled() : Catalogue.bundled().with(resources);
        if (!configuration.has(Role.BUS)) {
            adapters = null;
            mappings = null;
            bus = null;
            return;
        }
        Adapters read = new Adapters(folders, Systems.PROTOCOLS, lookup);
        adapters = read;
        mappings = new Mappings(catalogue, folders, read::fields);
        bus = new Bus(new BusSettings(
                infrastructure.database(),
                infrastructure.broker(),
                LandingPlace.of(configuration, data),
                read.flows(),
                flow -> new FlowShape(
                        read.fields(flow.system(), flow.mapping()),
                        catalogue.resource(flow.resource()).key()),
                parallelism(),
                configuration.delivery().chunks(),
                configuration.schedule().enabled(),
                PATIENCE));
    }

    void into(CamelContext context) {
        try {
            if (configuration.has(Role.HUB)) {
                new Hub(new HubSettings(
                                infrastructure.database(), infrastructure.broker(), catalogue, parallelism(), PATIENCE))
                        .install(context);
            }
            if (bus != null) {
                context.addComponent("adapter", new AdapterComponent(Objects.requireNonNull(adapters)));
                context.addComponent(MappingComponent.SCHEME, new MappingComponent(Objects.requireNonNull(mappings)));
                bus.install(context);
            }
            requireWhitelists(context);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A message's headers could steer Camel, were they not let in by name only. */
    static void requireWhitelists(CamelContext context) {
        List<Finding> findings = context.getComponentNames().stream()
                .sorted()
                .filter(name -> context.getComponent(name, false, false) instanceof HeaderFilterStrategyAware aware
                        && !(aware.getHeaderFilterStrategy() instanceof HeaderWhitelist))
                .map(name -> Finding.of(name, DeployProblem.HEADERS_ARE_NOT_FILTERED, name))
                .toList();
        if (!findings.isEmpty()) {
            throw new ProblemException(findings);
        }
    }

    private static int parallelism() {
        return Math.max(2, Runtime.getRuntime().availableProcessors());
    }

    /** The flows of the bus; null where this process is a hub alone. */
    @Nullable
    FlowControl flows() {
        return bus == null ? null : bus.flows();
    }

    @Override
    public void close() {
        if (adapters != null) {
            adapters.close();
        }
    }
}
