package org.exchangebus.adapters.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.run.Capture;
import org.jspecify.annotations.Nullable;

/**
 * The time of change of one of the newest rows, which stands behind the cursor: where nothing is as new any more, the
 * source has gone back to an earlier state, and what is changed there again could be missed or undo what is newer.
 *
 * <p>Not of the newest row itself, because that may be deleted like any other; that all of the last five are, and none
 * came, is more likely a restored backup or a standby that lags.
 */
final class Newest {

    private static final int BEHIND = 4;
    private static final String BETWEEN = " newest ";

    private Newest() {}

    /** The cursor without what is behind it. */
    static @Nullable String time(@Nullable String cursor) {
        int end = cursor == null ? -1 : cursor.indexOf(BETWEEN);
        return end < 0 ? cursor : cursor.substring(0, end);
    }

    /** Lets a source that has gone back be a problem, unless a person answers for it. */
    static void require(Connection connection, Table table, DatabaseSettings settings, Capture.Request request)
            throws SQLException {
        String cursor = request.cursor();
        int end = cursor == null ? -1 : cursor.indexOf(BETWEEN);
        if (end < 0 || request.isLetThrough()) {
            return;
        }
        String newest = cursor.substring(end + BETWEEN.length());
        try (PreparedStatement select = connection.prepareStatement(table.isAsNew())) {
            select.setString(1, newest);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new ProblemException(
                            Finding.of(settings.flow(), DatabaseProblem.SOURCE_WENT_BACK, settings.table(), newest));
                }
            }
        }
    }

    /** The cursor of a window with what is to be there at the next; a table with too few rows says nothing. */
    static String cursor(Connection connection, Table table, DatabaseSettings settings, Window window)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(table.newest(BEHIND))) {
            select.setString(1, window.upper(table.keepsMoments(), settings.dialect()));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? window.cursor() + BETWEEN + row.getString(1) : window.cursor();
            }
        }
    }
}
