package org.exchangebus.routes.stage;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.exchangebus.routes.bus.Bus;
import org.exchangebus.routes.bus.BusSettings;
import org.exchangebus.routes.bus.FlowControl;
import org.exchangebus.routes.bus.FlowShape;
import org.exchangebus.routes.hub.Hub;
import org.exchangebus.routes.hub.HubSettings;
import org.exchangebus.routes.landing.LandingFiles;
import org.exchangebus.routes.landing.LandingKey;
import org.exchangebus.routes.landing.LandingKeys;
import org.exchangebus.routes.landing.LandingSettings;
import org.exchangebus.routes.ledger.Ledger;
import org.exchangebus.routes.ledger.Request;
import org.exchangebus.routes.ledger.RunReport;
import org.exchangebus.routes.purge.Purge;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.run.Flow;
import org.exchangebus.schemas.run.FullSets;
import org.exchangebus.schemas.run.HoldAt;
import org.exchangebus.schemas.run.SystemFolder;
import org.jspecify.annotations.Nullable;

/** Bus and hub around a database, a broker and a source; can be stopped and started again on the same data. */
public final class Stage implements AutoCloseable {

    public static final String FLOW = "river-gauge";

    /** What it lands is sealed with. */
    public static final LandingKeys KEYS =
            new LandingKeys(List.of(LandingKey.parse("7".repeat(64)).orElseThrow()));

    public final Database database;
    public TestBroker broker;
    public final Path landing;
    private final Path brokerDirectory;
    public Source source = new Source();
    public Mapping mapping = new Mapping();
    public Duration patience = Duration.ofSeconds(30);
    public Duration hubPatience = Duration.ofMillis(500);
    public Duration keep = Duration.ofDays(90);
    public long budget = 1L << 40;
    public long reserve = 1 << 20;
    public int window = 64;
    public boolean scheduled;
    public boolean hasHub = true;
    public List<Flow> flows = List.of(flow("gauge", "every 1h"), flow("level", "*/10 6-18 * * 1-5"));
    private CamelContext context;
    private CamelContext hub;
    private Bus bus;

    public Stage(Path directory) {
        this(directory, new Database());
    }

    Stage(Path directory, Database database) {
        this.database = database;
        brokerDirectory = directory.resolve("broker");
        broker = new TestBroker(brokerDirectory);
        landing = directory.resolve("landing");
    }

    public static Flow flow(String source, String cron) {
        return new Flow(
                "river",
                source,
                "某省水利厅",
                "ftp",
                "gauge",
                "gauge",
                cron,
                ZoneId.of("Asia/Shanghai"),
                "Water gauges of the province",
                null);
    }

    /** The same flow with another word about when it takes everything. */
    public static Flow flow(String source, String cron, FullSets fullSets) {
        return with(flow(source, cron), fullSets, null);
    }

    /** The same flow, whose runs are held where too many of their rows are rejected. */
    public static Flow flow(String source, String cron, @Nullable HoldAt limit) {
        return with(flow(source, cron), FullSets.NONE, limit);
    }

    private static Flow with(Flow flow, FullSets fullSets, @Nullable HoldAt limit) {
        return new Flow(
                flow.system(),
                flow.source(),
                flow.department(),
                flow.kind(),
                flow.mapping(),
                flow.resource(),
                flow.cron(),
                flow.zone(),
                flow.summary(),
                flow.follows(),
                fullSets,
                limit);
    }

    /** A flow that carries what another source of the same system took. */
    public static Flow follower(String source, String follows) {
        return new Flow(
                "river",
                source,
                "某省水利厅",
                "ftp",
                source,
                source,
                "every 1h",
                ZoneId.of("Asia/Shanghai"),
                "The gauges once more, as another resource",
                follows);
    }

    /** The same with another word about when everything is taken. */
    public static Flow follower(String source, String follows, FullSets fullSets) {
        return with(follower(source, follows), fullSets, null);
    }

    public static Catalogue catalogue() {
        try {
            return Catalogue.empty().with(SystemFolder.onClassPath(Stage.class.getResource("/catalogue")));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public Stage start() {
        try {
            context = new DefaultCamelContext();
            context.getShutdownStrategy().setTimeout(5);
            context.getShutdownStrategy().setTimeUnit(TimeUnit.SECONDS);
            context.addComponent("adapter", source);
            context.addComponent("mapping", mapping);
            if (hasHub) {
                new Hub(new HubSettings(database.dataSource(), broker.connections(), catalogue(), 2, hubPatience))
                        .install(context);
            }
            LandingSettings land = settings();
            bus = new Bus(new BusSettings(
                    database.dataSource(),
                    broker.connections(),
                    land,
                    flows,
                    Stage::shape,
                    3,
                    window,
                    scheduled,
                    patience));
            bus.install(context);
            context.start();
            return this;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops everything but the database, lets somebody do what they want to the broker's files, and starts the broker again. */
    public void meddleWithTheBroker(ThrowingConsumer<Path> meddle) {
        stop();
        broker.close();
        try {
            meddle.accept(brokerDirectory);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        broker = new TestBroker(brokerDirectory);
    }

    /** Does something to files. */
    @FunctionalInterface
    public interface ThrowingConsumer<T> {
        void accept(T t) throws java.io.IOException;
    }

    /** The ledger as a command reaches it, beside the bus. */
    public Ledger ledger() {
        return new Ledger(database.dataSource());
    }

    /** Waits until a request is closed. */
    public Request closed(Request request) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> ledger().requests().of(request.id()), Request::isClosed);
    }

    private LandingSettings settings() {
        return new LandingSettings(landing, KEYS, keep, budget, reserve);
    }

    /** Purges as another process would. */
    public void purge() {
        new Purge(new Ledger(database.dataSource()).claims(), new LandingFiles(landing), settings())
                .run(null, "operator");
    }

    /** Starts the hub in a context of its own, as it runs in production. */
    public void startHub() {
        try {
            hub = new DefaultCamelContext();
            new Hub(new HubSettings(database.dataSource(), broker.connections(), catalogue(), 2, hubPatience))
                    .install(hub);
            hub.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public FlowControl flows() {
        return bus.flows();
    }

    private static FlowShape shape(Flow flow) {
        return new FlowShape(
                Source.FIELDS, catalogue().resource(flow.resource()).key());
    }

    public CamelContext context() {
        return context;
    }

    public RunReport run() {
        return flows().run(FLOW).orTimeout(60, TimeUnit.SECONDS).join();
    }

    public void stop() {
        if (context != null) {
            context.stop();
        }
        if (hub != null) {
            hub.stop();
        }
    }

    /** Codes in the registry with their names, in the order of the codes. */
    public List<String> registry() {
        return database.jdbc()
                .queryForList(
                        "SELECT gauge_code || ' ' || gauge_name FROM registry.gauge WHERE NOT record_deleted"
                                + " ORDER BY gauge_code COLLATE \"C\"",
                        String.class);
    }

    @Override
    public void close() {
        stop();
        broker.close();
        database.close();
    }
}
