package org.exchangebus.deploy.application;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javax.sql.DataSource;
import org.exchangebus.deploy.configuration.BusConfiguration;
import org.exchangebus.deploy.configuration.BusConfiguration.Server;
import org.exchangebus.deploy.data.DataDirectory;
import org.exchangebus.deploy.postgres.DatabaseAddress;
import org.exchangebus.deploy.postgres.EmbeddedPostgres;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.routes.landing.LandingSettings;
import org.exchangebus.routes.ledger.Ledger;
import org.exchangebus.routes.ledger.LedgerCheck;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** The database of a bus, whether that bus runs or not; for commands that look and change nothing. */
public final class LedgerAccess implements AutoCloseable {

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final DataSource database;
    private final LandingSettings landing;

    private LedgerAccess(BusConfiguration configuration, boolean hasLedger) {
        Path data = configuration.data().toAbsolutePath().normalize();
        landing = LandingPlace.of(configuration);
        try {
            DatabaseAddress address = address(configuration.database(), data);
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(address.url());
            source.setUser(address.user());
            source.setPassword(address.password());
            database = source;
            requireReachable(address, hasLedger);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Connects to the external database, or to the embedded one, which is started where no bus has it running. */
    public static LedgerAccess open(BusConfiguration configuration) {
        return new LedgerAccess(configuration, true);
    }

    /** Connects in the same way to the database of a hub, which need not have a ledger. */
    public static LedgerAccess openHub(BusConfiguration configuration) {
        return new LedgerAccess(configuration, false);
    }

    public DataSource database() {
        return database;
    }

    /** The landing store and its keys. */
    public LandingSettings landing() {
        return landing;
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                org.slf4j.LoggerFactory.getLogger(LedgerAccess.class).warn("Not closed in order: {}", e.toString());
            }
        }
    }

    private void requireReachable(DatabaseAddress address, boolean hasLedger) {
        try {
            boolean found = new LedgerCheck(database).hasLedger();
            if (hasLedger && !found) {
                throw noLedger(address.url());
            }
            if (hasLedger && !new Ledger(database).isCurrent()) {
                throw new ProblemException(Finding.of("ledger", DeployProblem.LEDGER_IS_OLDER, address.url()));
            }
        } catch (CannotGetJdbcConnectionException e) {
            String reason = String.valueOf(e.getMostSpecificCause().getMessage());
            throw new ProblemException(
                    Finding.of("database", DeployProblem.DATABASE_UNREACHABLE, address.url(), reason), e);
        }
    }

    private DatabaseAddress address(@Nullable Server external, Path data) {
        if (external != null) {
            return new DatabaseAddress(
                    external.url(), external.user(), external.password().text());
        }
        if (!Files.isDirectory(EmbeddedPostgres.data(data))) {
            throw noLedger(data.toString());
        }
        Optional<DatabaseAddress> running = EmbeddedPostgres.running(data);
        if (running.isPresent()) {
            return running.get();
        }
        DataDirectory directory = DataDirectory.open(data);
        opened.push(directory);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(directory);
        opened.push(postgres);
        return postgres.address();
    }

    private static ProblemException noLedger(String where) {
        return new ProblemException(Finding.of("ledger", DeployProblem.LEDGER_IS_ABSENT, where));
    }
}
