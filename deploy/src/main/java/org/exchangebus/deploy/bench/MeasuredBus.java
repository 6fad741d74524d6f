package org.exchangebus.deploy.bench;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.exchangebus.adapters.AdapterComponent;
import org.exchangebus.adapters.Adapters;
import org.exchangebus.adapters.Lookup;
import org.exchangebus.adapters.file.FtpProtocol;
import org.exchangebus.deploy.application.LandingPlace;
import org.exchangebus.deploy.configuration.BusConfiguration;
import org.exchangebus.deploy.data.DataDirectory;
import org.exchangebus.deploy.postgres.DatabaseAddress;
import org.exchangebus.routes.bus.Bus;
import org.exchangebus.routes.bus.BusSettings;
import org.exchangebus.routes.bus.FlowShape;
import org.exchangebus.routes.hub.Hub;
import org.exchangebus.routes.hub.HubSettings;
import org.exchangebus.routes.ledger.RunReport;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.run.SystemFolder;
import org.exchangebus.transformers.camel.MappingComponent;
import org.exchangebus.transformers.mapping.Mappings;

/** Bus and hub with the reference register as their only system, as the application puts them together. */
final class MeasuredBus implements AutoCloseable {

    private static final String FLOW = "reference-register-person";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PARALLELISM = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final HikariDataSource database;
    private final Adapters adapters;
    private final Bus bus;
    private final CamelContext context;

    private MeasuredBus(HikariDataSource database, Adapters adapters, Bus bus, CamelContext context) {
        this.database = database;
        this.adapters = adapters;
        this.bus = bus;
        this.context = context;
    }

    static MeasuredBus start(DataDirectory data, DatabaseAddress address, ConnectionFactory broker, int port)
            throws Exception {
        Catalogue catalogue = Catalogue.bundled().with(folder("catalogue"));
        List<SystemFolder> folders = SystemFolder.below(folder("systems"));
        Lookup lookup =
                Lookup.of(Map.of("reference-register.port", "" + port), name -> null, data.directory("secrets"));
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(address.url());
        database.setUsername(address.user());
        database.setPassword(address.password());
        database.setMaximumPoolSize(20);
        Adapters adapters = new Adapters(folders, List.of(new FtpProtocol()), lookup);
        Mappings mappings = new Mappings(catalogue, folders, adapters::fields);
        BusConfiguration configuration = BusConfiguration.embedded(data.path(), null, 0, false);
        Bus bus = new Bus(new BusSettings(
                database,
                broker,
                LandingPlace.of(configuration, data),
                adapters.flows(),
                flow -> new FlowShape(
                        adapters.fields(flow.system(), flow.mapping()),
                        catalogue.resource(flow.resource()).key()),
                PARALLELISM,
                configuration.delivery().chunks(),
                false,
                PATIENCE));
        CamelContext context = new DefaultCamelContext();
        context.addComponent("adapter", new AdapterComponent(adapters));
        context.addComponent(MappingComponent.SCHEME, new MappingComponent(mappings));
        new Hub(new HubSettings(database, broker, catalogue, PARALLELISM, PATIENCE)).install(context);
        bus.install(context);
        context.start();
        return new MeasuredBus(database, adapters, bus, context);
    }

    DataSource database() {
        return database;
    }

    /** One run of the register, from the file to the proof. */
    RunReport run() {
        return bus.flows().run(FLOW).join();
    }

    /** The same way without its guarantees; its files lie in a directory that the caller removes. */
    Unguarded unguarded(Path directory) {
        return new Unguarded(context.createProducerTemplate(), database, directory, PARALLELISM);
    }

    @Override
    public void close() {
        context.stop();
        bus.close();
        adapters.close();
        database.close();
    }

    private static Path folder(String name) throws IOException {
        return SystemFolder.onClassPath(Objects.requireNonNull(MeasuredBus.class.getResource("/bench/" + name), name));
    }
}
