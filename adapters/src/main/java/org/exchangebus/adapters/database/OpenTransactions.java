package org.exchangebus.adapters.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long the oldest transaction lasts that could still commit something.
 *
 * <p>MariaDB answers from a copy that it makes anew only when nobody has asked for a tenth of a second. An old copy
 * does not know the transactions that began since, and their rows would be missed; so whoever asks has to find their
 * own transaction in the answer.
 */
final class OpenTransactions {

    private static final Logger LOG = LoggerFactory.getLogger(OpenTransactions.class);
    private static final int TRIES = 20;
    private static final Duration OLDEST_COPY = Duration.ofMillis(150);

    private OpenTransactions() {}

    /** The age of the oldest; nothing where the engine may not tell, then the overlap has to do. */
    static Duration oldest(Connection connection, DatabaseSettings settings) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(settings.dialect().snapshot());
            for (int i = 0; i < TRIES; i++) {
                Duration age = ask(statement, settings);
                if (age != null) {
                    return age;
                }
                statement.execute(settings.dialect().standStill(OLDEST_COPY));
            }
            throw new ProblemException(
                    Finding.of(settings.flow(), DatabaseProblem.TRANSACTIONS_ARE_OLD, settings.address()));
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Null where the answer is an old one. */
    private static @Nullable Duration ask(Statement statement, DatabaseSettings settings) {
        try (ResultSet row = statement.executeQuery(settings.dialect().oldestTransaction())) {
            row.next();
            long seconds = row.getLong(1);
            if (row.wasNull()) {
                return unknown(settings, "sessions of others are hidden");
            }
            return row.getBoolean(2) ? Duration.ofSeconds(seconds) : null;
        } catch (SQLException e) {
            return unknown(settings, String.valueOf(e.getSQLState()));
        }
    }

    private static Duration unknown(DatabaseSettings settings, String why) {
        LOG.info(
                "{}: the engine does not tell about open transactions ({}); rows committed later than {} after"
                        + " their change are found within the overlap of {} only",
                settings.flow(),
                why,
                settings.settle(),
                settings.overlap());
        return Duration.ZERO;
    }
}
