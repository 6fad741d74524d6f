package org.exchangebus.routes.hub;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.support.LifecycleStrategySupport;
import org.exchangebus.routes.wire.Broker;
import org.exchangebus.routes.wire.StepComponent;
import org.exchangebus.schemas.catalogue.RegistryDdl;
import org.exchangebus.schemas.catalogue.Resource;
import org.flywaydb.core.Flyway;

/** The hub's side: takes chunks, keeps one registry per resource, signs receipts. */
public final class Hub {

    private final HubSettings settings;

    public Hub(HubSettings settings) {
        this.settings = settings;
    }

    /** Makes what tables are missing and adds component and route to a context that is not started. */
    public void install(CamelContext context) throws Exception {
        migrate();
        Inbox inbox = new Inbox();
        Registry registry = new Registry(settings.registry(), settings.catalogue(), inbox, settings.patience());
        Attempts attempts = new Attempts(registry);
        Reception reception = new Reception(registry, attempts);
        context.addComponent(ChunkRoute.COMPONENT, Broker.component(settings.connections()));
        context.addComponent("registry", new StepComponent(Map.of("take", reception::take, "apply", reception::apply)));
        context.addRoutes(new ChunkRoute(settings.consumers()));
        context.addLifecycleStrategy(new LifecycleStrategySupport() {
            @Override
            public void onContextStopping(CamelContext stopping) {
                attempts.stop();
            }
        });
    }

    private void migrate() throws SQLException {
        Flyway.configure()
                .dataSource(settings.registry())
                .schemas("hub")
                .locations("classpath:db/hub")
                .load()
                .migrate();
        try (Connection connection = settings.registry().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(hashtext('exchange-bus registry'))");
            statement.execute("CREATE SCHEMA IF NOT EXISTS registry");
            for (Resource resource : settings.catalogue().resources()) {
                statement.execute(RegistryDdl.createTable(resource));
                statement.execute(new SetPlan(resource).create());
            }
            connection.commit();
        }
    }
}
