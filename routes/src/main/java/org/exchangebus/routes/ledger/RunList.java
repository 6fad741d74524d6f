package org.exchangebus.routes.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.routes.audit.Act;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The runs of a ledger as a person looks through them, and the act of closing one that is red. */
public final class RunList {

    /**
     * Which runs are wanted.
     *
     * @param flow of this flow; of all where it is null
     * @param since opened since; from the first where it is null
     * @param limit how many at most, the newest
     */
    public record Wanted(
            @Nullable String flow,
            boolean onlyRed,
            @Nullable Instant since,
            int limit) {}

    private static final String RUNS = """
            SELECT l.*, d.number IS NOT NULL AS is_red, c.who, c.reason AS closing_reason, c.closed_at AS looked_into_at
            FROM (SELECT %s FROM ledger.run) l
            LEFT JOIN ledger.red_run d ON d.number = l.number
            LEFT JOIN ledger.closing c ON c.run = l.number
            """.formatted(Runs.REPORT_COLUMNS);

    private final LedgerDatabase database;
    private final Audit audit;

    public RunList(DataSource dataSource) {
        database = new LedgerDatabase(dataSource);
        audit = new Audit(database);
    }

    /** The newest runs that are wanted, newest first. */
    public List<ListedRun> find(Wanted wanted) {
        Timestamp since = wanted.since() == null ? null : Timestamp.from(wanted.since());
        return database.jdbc()
                .query(
                        RUNS + """
                        WHERE (?::text IS NULL OR l.flow = ?) AND (?::timestamptz IS NULL OR l.opened_at >= ?)
                          AND (NOT ? OR d.number IS NOT NULL)
                        ORDER BY l.number DESC LIMIT ?""",
                        (row, i) -> listed(row, i),
                        wanted.flow(),
                        wanted.flow(),
                        since,
                        since,
                        wanted.onlyRed(),
                        wanted.limit());
    }

    /** One run; a problem where there is none of this number. */
    public ListedRun run(long number) {
        return database.jdbc().query(RUNS + "WHERE l.number = ?", (row, i) -> listed(row, i), number).stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(Finding.of(
                        "ledger", RoutesProblem.RUN_IS_UNKNOWN, Long.toString(number), Long.toString(last()))));
    }

    /** Closes a red run: it is no longer red, and what it is stays as it is. A run that is not red is a problem. */
    public ListedRun close(long number, String who, String reason) {
        ListedRun run = run(number);
        String subject = run.flow() + " run " + number;
        audit.enter(Act.CLOSE_RUN, line(who), subject, line(reason), Map.of(), () -> {
            if (enterClosing(number, line(who), line(reason)) == 0) {
                throw new ProblemException(Finding.of(
                        subject,
                        RoutesProblem.RUN_IS_NOT_RED,
                        run.report().state(),
                        run.closing() == null ? "-" : run.closing().who()));
            }
            return number;
        });
        return run(number);
    }

    private int enterClosing(long number, String who, String reason) {
        return database.jdbc().update("""
                        INSERT INTO ledger.closing (run, who, reason)
                        SELECT number, ?, ? FROM ledger.red_run WHERE number = ? ON CONFLICT DO NOTHING""", who, reason, number);
    }

    /** One line, whatever was pasted: it is shown on terminals. */
    private static String line(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private long last() {
        return database.jdbc()
                .queryForObject("SELECT coalesce(max(number), 0) FROM ledger.run", Long.class)
                .longValue();
    }

    private static ListedRun listed(ResultSet row, int i) throws SQLException {
        String who = row.getString("who");
        return new ListedRun(
                Runs.REPORT.mapRow(row, i),
                row.getTimestamp("opened_at").toInstant(),
                instant(row, "closed_at"),
                row.getBoolean("is_red"),
                who == null
                        ? null
                        : new ListedRun.Closing(
                                who,
                                row.getString("closing_reason"),
                                row.getTimestamp("looked_into_at").toInstant()));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
