package org.exchangebus.adapters.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;

/**
 * The table as it is now, compared with what is declared, and the statements that read it.
 *
 * <p>Identifiers come from an allow-list and are quoted; moments are bound. Nothing else gets into a statement.
 */
final class Table {

    private final DatabaseSettings settings;
    private final List<Value> values;
    private final String columns;
    private final boolean keepsMoments;

    private Table(DatabaseSettings settings, List<Value> values, String columns, boolean keepsMoments) {
        this.settings = settings;
        this.values = values;
        this.columns = columns;
        this.keepsMoments = keepsMoments;
    }

    /** Looks at the columns; what cannot be read as text, or is not there, is a problem. */
    static Table describe(Connection connection, DatabaseSettings settings) {
        Dialect dialect = settings.dialect();
        List<String> names = new ArrayList<>(settings.fields());
        settings.changed().ifPresent(names::add);
        String sql = names.stream().map(dialect::quoted).collect(Collectors.joining(", ", "SELECT ", ""))
                + from(settings) + " WHERE 1 = 0";
        try (Statement statement = connection.createStatement();
                ResultSet nothing = statement.executeQuery(sql)) {
            return of(nothing.getMetaData(), settings);
        } catch (SQLException e) {
            throw problem(settings, DatabaseProblem.COLUMN_MISSING, settings.table(), Logins.reason(e));
        }
    }

    private static Table of(ResultSetMetaData found, DatabaseSettings settings) throws SQLException {
        Dialect dialect = settings.dialect();
        List<Finding> findings = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < settings.fields().size(); i++) {
            String name = settings.fields().get(i);
            int type = found.getColumnType(i + 1);
            String typeName = found.getColumnTypeName(i + 1);
            if (dialect.isBinary(type, typeName)) {
                findings.add(
                        Finding.of(settings.flow(), DatabaseProblem.BINARY_COLUMN, name, settings.table(), typeName));
            }
            boolean isBytes = settings.charset().isPresent() && Dialect.isText(type);
            String column = dialect.quoted(name);
            values.add(isBytes ? Value.BYTES : Value.of(type));
            columns.add(isBytes ? dialect.asBytes(column) : dialect.asText(column, type, typeName));
        }
        boolean keepsMoments = false;
        if (settings.changed().isPresent()) {
            int last = settings.fields().size() + 1;
            keepsMoments = dialect.keepsMoments(found.getColumnTypeName(last));
            if (!Dialect.isMoment(found.getColumnType(last))) {
                findings.add(Finding.of(
                        settings.flow(),
                        DatabaseProblem.CHANGED_NOT_A_TIME,
                        settings.changed().get(),
                        settings.table(),
                        found.getColumnTypeName(last)));
            }
        }
        if (!findings.isEmpty()) {
            throw new ProblemException(findings);
        }
        return new Table(settings, values, String.join(", ", columns), keepsMoments);
    }

    /** How each column's text is made canonical, in the order of the fields. */
    List<Value> values() {
        return values;
    }

    /** Whether the time of change is a moment, or the wall's time. */
    boolean keepsMoments() {
        return keepsMoments;
    }

    String count(Window window) {
        return "SELECT COUNT(*)" + from(settings) + where(window);
    }

    String select(Window window) {
        List<String> order = new ArrayList<>();
        settings.changed().ifPresent(order::add);
        order.addAll(settings.key());
        String by = order.stream().map(settings.dialect()::quoted).collect(Collectors.joining(", "));
        return "SELECT " + columns + from(settings) + where(window) + (order.isEmpty() ? "" : " ORDER BY " + by);
    }

    /** A key that more than one row has, if there is one; rows without a key do not count. */
    String duplicates() {
        String key = settings.key().stream().map(settings.dialect()::quoted).collect(Collectors.joining(", "));
        String isThere = settings.key().stream()
                .map(name -> settings.dialect().quoted(name) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        return "SELECT 1" + from(settings) + " WHERE " + isThere + " GROUP BY " + key + " HAVING COUNT(*) > 1 LIMIT 1";
    }

    /** Takes the upper bound of a window; the time of change of one of the newest rows in it, as text. */
    String newest(int behind) {
        String changed = changed();
        return "SELECT " + settings.dialect().plain(changed) + from(settings) + " WHERE " + changed + " <= "
                + settings.dialect().bound(keepsMoments) + " ORDER BY " + changed + " DESC LIMIT 1 OFFSET " + behind;
    }

    /** Takes such a text; whether a row is as new. */
    String isAsNew() {
        return "SELECT 1" + from(settings) + " WHERE " + changed() + " >= "
                + settings.dialect().bound(false) + " LIMIT 1";
    }

    private String changed() {
        return settings.dialect().quoted(settings.changed().orElseThrow());
    }

    /** A row without a time of change is in every window: it would be lost otherwise. */
    private String where(Window window) {
        if (window.isEverything()) {
            return "";
        }
        String changed = changed();
        String bound = settings.dialect().bound(keepsMoments);
        String lower = window.from() == null ? "" : changed + " > " + bound + " AND ";
        return " WHERE (" + lower + changed + " <= " + bound + ") OR " + changed + " IS NULL";
    }

    private static String from(DatabaseSettings settings) {
        return " FROM " + settings.dialect().quoted(settings.table());
    }

    private static ProblemException problem(DatabaseSettings settings, DatabaseProblem problem, String... arguments) {
        return new ProblemException(Finding.of(settings.flow(), problem, arguments));
    }
}
