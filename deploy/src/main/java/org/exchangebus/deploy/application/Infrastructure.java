package org.exchangebus.deploy.application;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.exchangebus.deploy.broker.BrokerAddress;
import org.exchangebus.deploy.broker.BrokerConnections;
import org.exchangebus.deploy.broker.EmbeddedBroker;
import org.exchangebus.deploy.check.BrokerFacts;
import org.exchangebus.deploy.check.SelfChecks;
import org.exchangebus.deploy.configuration.BusConfiguration;
import org.exchangebus.deploy.configuration.BusConfiguration.Server;
import org.exchangebus.deploy.data.DataDirectory;
import org.exchangebus.deploy.postgres.DatabaseAddress;
import org.exchangebus.deploy.postgres.EmbeddedPostgres;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.routes.wire.Queues;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;

/** Database and broker, embedded or external, and the pools of connections to them. */
public final class Infrastructure implements AutoCloseable {

    private static final int CONNECTIONS = 20;

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final HikariDataSource database;
    private final BrokerConnections broker;
    private final DatabaseAddress address;
    private BrokerFacts.Source brokerFacts;

    private Infrastructure(BusConfiguration configuration, DataDirectory data) {
        CompletableFuture<EmbeddedBroker> embeddedBroker = configuration.broker() == null
                ? CompletableFuture.supplyAsync(() -> EmbeddedBroker.start(data, Queues.ALL))
                : CompletableFuture.completedFuture(null);
        try {
            address = database(configuration, data);
            database = pool(address);
            started.push(database);
            broker = BrokerConnections.to(broker(configuration, embeddedBroker));
            started.push(broker::close);
        } catch (RuntimeException e) {
            embeddedBroker.thenAccept(server -> {
                if (server != null) {
                    server.close();
                }
            });
            close();
            throw e instanceof CompletionException && e.getCause() instanceof ProblemException problem ? problem : e;
        }
    }

    /** Starts what is embedded, connects to what is not; whatever cannot be had is a problem. */
    public static Infrastructure start(BusConfiguration configuration, DataDirectory data) {
        return new Infrastructure(configuration, data);
    }

    public DataSource database() {
        return database;
    }

    /** Where the database is; for a person who wants to look into it. */
    public DatabaseAddress databaseAddress() {
        return address;
    }

    /** What has to hold before anything is carried over these servers. */
    public SelfChecks checks(BusConfiguration configuration, Path data) {
        return checks(configuration, data, database, brokerFacts);
    }

    static SelfChecks checks(
            BusConfiguration configuration, Path data, DataSource database, BrokerFacts.Source broker) {
        Path heads = data.resolve(Exchange.AUDIT).resolve(Exchange.HEADS);
        return new SelfChecks(configuration, data, heads, database, broker);
    }

    public ConnectionFactory broker() {
        return broker.factory();
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                org.slf4j.LoggerFactory.getLogger(Infrastructure.class).warn("Not closed in order: {}", e.toString());
            }
        }
    }

    private DatabaseAddress database(BusConfiguration configuration, DataDirectory data) {
        Server external = configuration.database();
        if (external != null) {
            return new DatabaseAddress(
                    external.url(), external.user(), external.password().text());
        }
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data);
        started.push(postgres);
        return postgres.address();
    }

    private BrokerAddress broker(BusConfiguration configuration, CompletableFuture<EmbeddedBroker> embedded) {
        Server external = configuration.broker();
        if (external != null) {
            BrokerAddress address = new BrokerAddress(
                    external.url(), external.user(), external.password().text());
            brokerFacts = () -> BrokerConnections.inspect(address, Queues.ALL);
            return address;
        }
        EmbeddedBroker server = embedded.join();
        started.push(server);
        brokerFacts = server::facts;
        return server.address();
    }

    private static HikariDataSource pool(DatabaseAddress address) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("exchange");
        pool.setJdbcUrl(address.url());
        pool.setUsername(address.user());
        pool.setPassword(address.password());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(10_000);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", "exchange-bus");
        try {
            return new HikariDataSource(pool);
        } catch (PoolInitializationException e) {
            Throwable reason = e.getCause() == null ? e : e.getCause();
            throw new ProblemException(
                    Finding.of(
                            "database",
                            DeployProblem.DATABASE_UNREACHABLE,
                            address.url(),
                            String.valueOf(reason.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("")),
                    e);
        }
    }
}
