package org.exchangebus.adapters.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The moments between which rows were changed that a run takes: after {@code from}, up to and with {@code to}.
 *
 * <p>The upper bound is before the start of everything that is still open, so that no transaction can commit a row
 * into a window that was read already. It is asked for before the snapshot begins: what commits in between is seen.
 *
 * @param from null at the first run
 */
record Window(@Nullable LocalDateTime from, LocalDateTime to) {

    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    /** Asks the engine how far it is safe to read. */
    static Window next(Connection connection, DatabaseSettings settings, @Nullable String cursor) throws SQLException {
        LocalDateTime now = now(connection, settings);
        LocalDateTime proven = cursor == null ? null : parse(cursor, settings);
        if (proven != null && proven.isAfter(now)) {
            throw new ProblemException(
                    Finding.of(settings.flow(), DatabaseProblem.CURSOR_AHEAD, cursor, TEXT.format(now)));
        }
        LocalDateTime to =
                now.minus(OpenTransactions.oldest(connection, settings)).minus(settings.settle());
        if (proven != null && to.isBefore(proven)) {
            to = proven;
        }
        return new Window(proven == null ? null : proven.minus(settings.overlap()), to);
    }

    /** Where the next window begins once this one is proven. */
    String cursor() {
        return TEXT.format(to);
    }

    String lower() {
        return from == null ? "" : TEXT.format(from);
    }

    private static LocalDateTime now(Connection connection, DatabaseSettings settings) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT " + settings.dialect().now())) {
            row.next();
            return row.getObject(1, LocalDateTime.class);
        }
    }

    private static LocalDateTime parse(String cursor, DatabaseSettings settings) {
        try {
            return LocalDateTime.parse(cursor, TEXT);
        } catch (DateTimeParseException e) {
            throw new ProblemException(Finding.of(settings.flow(), DatabaseProblem.CURSOR_UNREADABLE, cursor));
        }
    }
}
