package org.exchangebus.adapters.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Properties;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Opens sessions, and stops trying where the login was refused.
 *
 * <p>Departments lock accounts after a few wrong passwords. A schedule that fires every minute would lock the one
 * that is shared by everybody, so after two refusals there is a pause.
 */
final class Logins {

    private static final int TRIES = 2;
    private static final Duration PAUSE = Duration.ofMinutes(15);

    private final DatabaseSettings settings;
    private final Clock clock;
    private int refusals;
    private @Nullable Instant pausedUntil;

    Logins(DatabaseSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** A session in the declared zone, with its limits set. */
    synchronized Connection open() {
        requireNoPause();
        Properties properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password().reveal());
        settings.dialect().properties(properties, settings);
        String url = settings.dialect().url(settings.host(), settings.port(), settings.database());
        try {
            Connection connection = DriverManager.getConnection(url, properties);
            refusals = 0;
            return prepared(connection);
        } catch (SQLException e) {
            throw isRefusal(e) ? refused() : cannotConnect(e);
        }
    }

    private Connection prepared(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : settings.dialect().session(settings.zone(), settings.deadline())) {
                statement.execute(sql);
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void requireNoPause() {
        Instant until = pausedUntil;
        if (until == null) {
            return;
        }
        if (clock.instant().isBefore(until)) {
            throw problem(
                    DatabaseProblem.LOGIN_SUSPENDED,
                    null,
                    settings.address(),
                    settings.user(),
                    until.truncatedTo(ChronoUnit.SECONDS)
                            .atZone(settings.zone())
                            .toLocalDateTime()
                            .toString(),
                    Integer.toString(refusals));
        }
        pausedUntil = null;
        refusals = TRIES - 1;
    }

    private ProblemException refused() {
        refusals++;
        if (refusals >= TRIES) {
            pausedUntil = clock.instant().plus(PAUSE);
        }
        return problem(DatabaseProblem.LOGIN_REFUSED, null, settings.address(), settings.user());
    }

    private ProblemException cannotConnect(SQLException e) {
        return problem(DatabaseProblem.CANNOT_CONNECT, e, settings.address(), reason(e));
    }

    private ProblemException problem(DatabaseProblem problem, @Nullable Throwable cause, String... arguments) {
        Finding finding = Finding.of(settings.flow(), problem, arguments);
        return cause == null ? new ProblemException(finding) : new ProblemException(finding, cause);
    }

    private static boolean isRefusal(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith("28");
    }

    /** First line of what the driver says; the drivers put no values of rows there. */
    static String reason(SQLException e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        String state = e.getSQLState() == null ? "" : " (" + e.getSQLState() + ")";
        return (message.length() > 200 ? message.substring(0, 200) : message) + state;
    }
}
