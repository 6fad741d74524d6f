package org.exchangebus.routes.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.run.Capture;
import org.exchangebus.schemas.run.Flow;
import org.exchangebus.schemas.run.Segment;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** The runs: opened, landed, sent, closed. Never are two of one flow open. */
public final class Runs {

    static final RowMapper<RunReport> REPORT = (row, i) -> new RunReport(
            row.getString("system"),
            row.getString("source"),
            row.getLong("number"),
            row.getString("state"),
            row.getLong("read"),
            row.getLong("delivered"),
            row.getLong("unchanged"),
            row.getLong("quarantined"),
            row.getLong("filtered"),
            row.getLong("removed"),
            row.getLong("doubts"),
            row.getLong("held"),
            row.getLong("difference"),
            row.getBoolean("digest_equal"),
            row.getDouble("seconds"),
            row.getString("reason"));

    static final String REPORT_COLUMNS = """
            *, read - delivered - unchanged - quarantined - filtered AS difference,
            (SELECT coalesce(sum(d.records), 0) FROM ledger.doubt d WHERE d.run = run.number) AS doubts,
            coalesce(sent_digest = hub_digest, false) AS digest_equal,
            extract(epoch FROM coalesce(closed_at, clock_timestamp()) - opened_at) AS seconds""";

    private final LedgerDatabase database;
    private final Quarantine quarantine;
    private final Requests requests;
    private final Sweeps sweeps;
    private final Segments segments;
    private final Reconciliation reconciliation;

    Runs(LedgerDatabase database, Quarantine quarantine, Requests requests, Sweeps sweeps) {
        this.database = database;
        this.quarantine = quarantine;
        this.requests = requests;
        this.sweeps = sweeps;
        segments = new Segments(database);
        reconciliation = new Reconciliation(database);
    }

    /** Opens a run of the source; empty where one of this flow is open already. */
    public Optional<OpenRun> open(Flow flow) {
        return open(flow, TakenFrom.SOURCE);
    }

    /** Opens the run of a request and takes the request: both or neither; empty where another has taken it. */
    public Optional<OpenRun> open(Flow flow, Request request) {
        return database.together(() -> {
            if (!requests.isHeld(request.id())) {
                return Optional.empty();
            }
            if (request.argument(Request.SWEEP).isPresent()) {
                boolean isLetThrough = request.argument(Request.LET_THROUGH).isPresent();
                sweeps.ask(flow.name(), isLetThrough ? request.who() : null);
            }
            Optional<OpenRun> run = open(flow, request.kind().takenFrom());
            run.ifPresent(opened -> requests.taken(request.id(), opened.number()));
            return run;
        });
    }

    private Optional<OpenRun> open(Flow flow, TakenFrom takenFrom) {
        return database
                .jdbc()
                .query(
                        """
                        INSERT INTO ledger.run
                            (flow, system, source, resource, taken_from, cursor_before, sweep, let_through_by)
                        SELECT f.flow, ?, ?, ?, f.taken_from, c.value, d.flow IS NOT NULL, d.let_through_by
                        FROM (SELECT ? AS flow, ? AS taken_from) f LEFT JOIN ledger.cursor c ON c.flow = f.flow
                        LEFT JOIN ledger.sweep_due d ON d.flow = f.flow AND f.taken_from = 'SOURCE' WHERE true
                        ON CONFLICT (flow) WHERE closed_at IS NULL DO NOTHING
                        RETURNING *""",
                        (row, i) -> opened(row),
                        flow.system(),
                        flow.source(),
                        flow.resource(),
                        flow.name(),
                        takenFrom.name())
                .stream()
                .findFirst();
    }

    /** The runs that are open, by flow. */
    public List<OpenRun> open() {
        return database.jdbc()
                .query("SELECT * FROM ledger.run WHERE closed_at IS NULL ORDER BY flow", (row, i) -> opened(row));
    }

    /** The open run of a flow. */
    public Optional<OpenRun> opened(String flow) {
        return database
                .jdbc()
                .query("SELECT * FROM ledger.run WHERE flow = ? AND closed_at IS NULL", (row, i) -> opened(row), flow)
                .stream()
                .findFirst();
    }

    private static OpenRun opened(ResultSet row) throws SQLException {
        return new OpenRun(
                row.getLong("number"),
                row.getString("flow"),
                TakenFrom.valueOf(row.getString("taken_from")),
                !row.getString("state").equals("OPEN"),
                row.getString("cursor_before"),
                row.getBoolean("sweep"),
                row.getString("let_through_by") != null,
                row.getBoolean("full_set"));
    }

    /** Counts a fire of the schedule that met an open run. */
    public void skip(String flow) {
        database.jdbc()
                .update(
                        "UPDATE ledger.run SET skipped_fires = skipped_fires + 1 WHERE flow = ? AND closed_at IS NULL",
                        flow);
    }

    /**
     * Enters what a run took, in one transaction: from here it can be finished without the source.
     *
     * @param isFullSet whether records that were not taken go
     * @param requireThere refuses a segment that is not in the landing store; asked while nothing is removed from it
     */
    public void land(long run, String flow, Capture capture, boolean isFullSet, Consumer<Segment> requireThere) {
        database.together(() -> {
            database.jdbc().query("SELECT pg_advisory_xact_lock_shared(?)", row -> {}, Claims.LOCK);
            capture.segments().forEach(requireThere);
            capture.held().forEach(held -> requireThere.accept(held.segment()));
            requireOpen(
                    run,
                    database.jdbc().update("""
                            UPDATE ledger.run SET state = 'LANDED', landed_at = clock_timestamp(), cursor_after = ?,
                                held = ?, full_set = ? WHERE number = ? AND state = 'OPEN'""", capture.cursor(), capture.held().size(), isFullSet, run));
            segments.add(run, capture);
            quarantine.addFiles(flow, run, capture.held());
            return run;
        });
    }

    /**
     * Enters what the proven runs of the same flow landed, from a number on, as what this run takes; the cursor stays
     * where it is. That there is nothing is a problem.
     */
    public void landAgain(long run, String flow, long from) {
        database.together(() -> {
            database.jdbc().query("SELECT pg_advisory_xact_lock_shared(?)", row -> {}, Claims.LOCK);
            requireNotPurged("flow = ? AND state = 'BALANCED' AND taken_from <> 'LANDING' AND number >= ?", flow, from);
            requireOpen(run, database.jdbc().update("""
                            UPDATE ledger.run SET state = 'LANDED', landed_at = clock_timestamp()
                            WHERE number = ? AND state = 'OPEN'""", run));
            int landed = segments.addAgain(run, flow, from);
            if (landed == 0) {
                throw new ProblemException(
                        Finding.of(flow, RoutesProblem.NOTHING_TO_REDRIVE, flow, Long.toString(from)));
            }
            return landed;
        });
    }

    private static void requireOpen(long run, int changed) {
        if (changed == 0) {
            throw new IllegalStateException("Run " + run + " was closed by another process on this ledger");
        }
    }

    /** What a run is read from, in order. That it was purged is a problem. */
    public List<LandedSegment> segments(long run) {
        requireNotPurged("number = ?", run);
        return segments.of(run);
    }

    /** The runs of a condition have kept what they took; the newest that has not is named. */
    private void requireNotPurged(String condition, Object... arguments) {
        List<Finding> purged = database.jdbc()
                .query(
                        "SELECT number, flow, purged_at FROM ledger.run WHERE purged_at IS NOT NULL AND " + condition
                                + " ORDER BY number DESC LIMIT 1",
                        (row, i) -> Finding.of(
                                row.getString("flow") + " run " + row.getLong("number"),
                                RoutesProblem.RUN_IS_PURGED,
                                row.getString("number"),
                                row.getTimestamp("purged_at").toInstant().toString()),
                        arguments);
        if (!purged.isEmpty()) {
            throw new ProblemException(purged.get(0));
        }
    }

    /** What the source may be told: all proven or held segments of the flow that it has not been told of. */
    public Capture.Acknowledgement unacknowledged(String flow) {
        String of = "s.run IN (SELECT number FROM ledger.run WHERE flow = ? AND state = 'BALANCED'"
                + " AND taken_from = 'SOURCE' AND acknowledged_at IS NULL) AND ";
        return new Capture.Acknowledgement(segments.find(of + "NOT s.held", flow), segments.find(of + "s.held", flow));
    }

    /**
     * A capture without what is proven already and only stands there because the source could not be told yet: taken
     * once more, and without what came after it, an older version would get the newer number.
     */
    public Capture withoutUntold(String flow, Capture capture) {
        Map<String, String> untold = segments.untold(flow);
        List<Segment> others = capture.segments().stream()
                .filter(segment -> !segment.sha256().equals(untold.get(segment.name())))
                .toList();
        return new Capture(others, capture.cursor(), capture.held(), capture.isWhole());
    }

    /**
     * What the runs of a flow took and proved, for a flow that follows it: from the last on that took everything, if
     * there is one, because what came before is in it or gone. Files that were held stay with the flow that met them;
     * what was purged before this flow was known is not among it.
     *
     * @param cursor number of the last run that was followed; null at first
     */
    public Capture proven(String leader, @Nullable String cursor) {
        long from = cursor == null ? 0 : Long.parseLong(cursor);
        long to = Objects.requireNonNull(database.jdbc()
                .queryForObject(
                        "SELECT coalesce(max(number), 0) FROM ledger.run WHERE flow = ? AND state = 'BALANCED'"
                                + " AND taken_from = 'SOURCE'",
                        Long.class,
                        leader));
        long whole = Objects.requireNonNull(database.jdbc()
                .queryForObject(
                        "SELECT coalesce(max(number), 0) FROM ledger.run WHERE flow = ? AND state = 'BALANCED'"
                                + " AND full_set AND held = 0 AND taken_from = 'SOURCE' AND purged_at IS NULL"
                                + " AND number > ? AND number <= ?",
                        Long.class,
                        leader,
                        from,
                        to));
        List<Segment> taken = segments.find(
                "NOT s.held AND s.run > ? AND s.run >= ? AND s.run <= ? AND s.run IN"
                        + " (SELECT number FROM ledger.run WHERE flow = ? AND state = 'BALANCED'"
                        + " AND taken_from = 'SOURCE' AND purged_at IS NULL)",
                from,
                whole,
                to,
                leader);
        return new Capture(taken, Long.toString(Math.max(from, to)), List.of(), whole > 0);
    }

    /** The source has been told of everything proven up to this run. */
    public void acknowledged(String flow, long run) {
        database.jdbc().update("""
                        UPDATE ledger.run SET acknowledged_at = clock_timestamp()
                        WHERE flow = ? AND number <= ? AND state = 'BALANCED' AND acknowledged_at IS NULL""", flow, run);
    }

    /** Everything has been read and sent: a run has this many chunks. */
    public void sent(long run, int chunks) {
        database.jdbc().update("""
                        UPDATE ledger.run SET state = 'SENT', sent_at = clock_timestamp(), chunks = ?
                        WHERE number = ? AND state IN ('LANDED', 'SENT')""", chunks, run);
    }

    /** Proves the run and moves the cursor, in one transaction; where it does not balance, says why. */
    public RunReport close(long run) {
        database.together(() -> {
            reconciliation.close(run).ifPresent(state -> requests.closed(run, state));
            return run;
        });
        return report(run);
    }

    /** Closes a run that cannot go on. */
    public RunReport fail(long run, String reason) {
        database.together(() -> {
            close(run, "FAILED", reason);
            requests.closed(run, "FAILED");
            return run;
        });
        return report(run);
    }

    /** Closes a run that had not landed when the bus stopped; nothing was done of what it was asked for, so that waits again. */
    public void abandon(long run, String reason) {
        database.together(() -> {
            close(run, "ABANDONED", reason);
            requests.givenBack(run);
            return run;
        });
    }

    private void close(long run, String state, String reason) {
        database.jdbc().update("""
                        UPDATE ledger.run SET state = ?, closed_at = clock_timestamp(), reason = ?
                        WHERE number = ? AND closed_at IS NULL""", state, reason, run);
    }

    /** Says why an open run waits; null takes it back. */
    public void explain(long run, @Nullable String reason) {
        database.jdbc().update("UPDATE ledger.run SET reason = ? WHERE number = ? AND closed_at IS NULL", reason, run);
    }

    /** How a run stands. */
    public RunReport report(long run) {
        return database.jdbc()
                .query("SELECT " + REPORT_COLUMNS + " FROM ledger.run WHERE number = ?", REPORT, run)
                .get(0);
    }
}
