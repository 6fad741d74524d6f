package org.exchangebus.routes.ledger;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The database of the ledger: its tables, and statements that belong together. */
final class LedgerDatabase {

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    LedgerDatabase(DataSource dataSource) {
        this.dataSource = dataSource;
        jdbc = new JdbcTemplate(dataSource);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    void migrate() {
        flyway().migrate();
    }

    boolean isCurrent() {
        return flyway().info().pending().length == 0;
    }

    Optional<String> newerVersion() {
        return Arrays.stream(flyway().info().all())
                .filter(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS)
                .map(migration -> String.valueOf(migration.getVersion()))
                .reduce((earlier, later) -> later);
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(dataSource)
                .schemas("ledger")
                .locations("classpath:db/ledger")
                .load();
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    /** All of it or nothing. */
    <T> T together(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }
}
