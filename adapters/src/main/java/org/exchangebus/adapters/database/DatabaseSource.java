package org.exchangebus.adapters.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.exchangebus.adapters.BlockReader;
import org.exchangebus.adapters.Source;
import org.exchangebus.adapters.charset.CellDecoder;
import org.exchangebus.adapters.charset.TextDecoder;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.run.Capture;
import org.exchangebus.schemas.run.Landing;
import org.exchangebus.schemas.run.Segment;

/**
 * Takes the rows of a table that were changed in a window, in one read-only snapshot, and proves their number.
 *
 * <p>A window is taken whole, so that rows of one time of change are never parted; the cursor is its upper bound.
 */
final class DatabaseSource implements Source {

    private static final int SEGMENT_ROWS = 200_000;
    private static final long SEGMENT_BYTES = 64L * 1024 * 1024;
    private static final String FIRST_ROW = "first-row";
    private static final String CHARSET = "charset";
    private static final String UTF_8 = "UTF-8";

    private final DatabaseSettings settings;
    private final Logins logins;

    DatabaseSource(DatabaseSettings settings, Clock clock) {
        this.settings = settings;
        logins = new Logins(settings, clock);
    }

    @Override
    public List<String> fields() {
        return settings.fields();
    }

    @Override
    public Capture capture(Capture.Request request) throws IOException {
        try (Connection connection = logins.open()) {
            boolean isByChange = settings.changed().isPresent();
            Window window = isByChange ? Window.next(connection, settings, request) : Window.EVERYTHING;
            Window taken = request.isSweep() ? Window.EVERYTHING : window;
            Table table = Table.describe(connection, settings);
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(settings.dialect().snapshot());
            }
            requireUniqueKey(connection, table);
            if (isByChange) {
                Newest.require(connection, table, settings, request);
            }
            long expected = count(connection, table, taken);
            List<Segment> segments = take(connection, table, taken, expected, request.landing());
            String cursor = isByChange ? Newest.cursor(connection, table, settings, window) : null;
            connection.rollback();
            return new Capture(segments, cursor, List.of(), request.isSweep() || settings.isComplete());
        } catch (SQLException e) {
            throw new ProblemException(
                    Finding.of(settings.flow(), DatabaseProblem.READ_FAILED, settings.table(), Logins.reason(e)), e);
        }
    }

    @Override
    public BlockReader open(Capture.Reading reading) throws IOException {
        Segment segment = reading.segment();
        long first = Long.parseLong(segment.attributes().getOrDefault(FIRST_ROW, "1"));
        TextDecoder charset = TextDecoder.named(segment.attributes().getOrDefault(CHARSET, UTF_8))
                .orElseThrow();
        return new RowsReader(
                reading.landing().open(segment),
                new CellDecoder(charset, settings.privateUse()),
                settings.fields(),
                settings.key(),
                settings.table(),
                first);
    }

    private String charset() {
        return settings.charset().map(TextDecoder::name).orElse(UTF_8);
    }

    private void requireUniqueKey(Connection connection, Table table) throws SQLException {
        if (settings.key().isEmpty()) {
            return;
        }
        try (Statement statement = connection.createStatement();
                ResultSet duplicate = statement.executeQuery(table.duplicates())) {
            if (duplicate.next()) {
                throw problem(DatabaseProblem.KEY_NOT_UNIQUE, String.join(", ", settings.key()), settings.table());
            }
        }
    }

    private long count(Connection connection, Table table, Window window) throws SQLException {
        try (PreparedStatement statement = prepared(connection, table, table.count(window), window);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<Segment> take(Connection connection, Table table, Window window, long expected, Landing landing)
            throws SQLException, IOException {
        List<Segment> segments = new ArrayList<>();
        long taken = 0;
        try (PreparedStatement statement = prepared(connection, table, table.select(window), window)) {
            statement.setFetchSize(settings.fetchSize());
            try (ResultSet rows = statement.executeQuery()) {
                boolean isMore = rows.next();
                while (isMore) {
                    String name = "%s-%04d".formatted(settings.table(), segments.size() + 1);
                    try (Landing.Writer writer = landing.begin(name)) {
                        RowsFormat.Writer out =
                                new RowsFormat.Writer(writer, settings.fields().size());
                        isMore = fill(out, rows, table.values());
                        out.finish();
                        segments.add(writer.complete(Map.of(FIRST_ROW, Long.toString(taken + 1), CHARSET, charset())));
                        taken += out.rows();
                    }
                }
            }
        }
        if (taken != expected) {
            throw problem(DatabaseProblem.COUNT_DIFFERS, Long.toString(expected), Long.toString(taken));
        }
        return segments;
    }

    /** Writes rows until the segment is large enough; false where there are no more. */
    private static boolean fill(RowsFormat.Writer out, ResultSet rows, List<Value> values)
            throws SQLException, IOException {
        do {
            for (int i = 0; i < values.size(); i++) {
                out.cell(values.get(i).read(rows, i + 1));
            }
            out.endRow();
            if (!rows.next()) {
                return false;
            }
        } while (out.rows() < SEGMENT_ROWS && out.bytes() < SEGMENT_BYTES);
        return true;
    }

    private PreparedStatement prepared(Connection connection, Table table, String sql, Window window)
            throws SQLException {
        PreparedStatement statement =
                connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        if (!window.isEverything()) {
            int at = 1;
            if (window.from() != null) {
                statement.setString(at++, window.lower(table.keepsMoments(), settings.dialect()));
            }
            statement.setString(at, window.upper(table.keepsMoments(), settings.dialect()));
        }
        return statement;
    }

    private ProblemException problem(DatabaseProblem problem, String... arguments) {
        return new ProblemException(Finding.of(settings.flow(), problem, arguments));
    }
}
