package org.exchangebus.routes.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
    private final Reconciliation reconciliation;

    Runs(LedgerDatabase database, Quarantine quarantine) {
        this.database = database;
        this.quarantine = quarantine;
        reconciliation = new Reconciliation(database);
    }

    /** Opens a run; empty where one of this flow is open already. */
    public Optional<OpenRun> open(Flow flow) {
        return database
                .jdbc()
                .query(
                        """
                        INSERT INTO ledger.run (flow, system, source, resource, cursor_before)
                        VALUES (?, ?, ?, ?, (SELECT value FROM ledger.cursor WHERE flow = ?))
                        ON CONFLICT (flow) WHERE closed_at IS NULL DO NOTHING
                        RETURNING number, cursor_before""",
                        (row, i) -> new OpenRun(row.getLong(1), flow.name(), false, row.getString(2)),
                        flow.name(),
                        flow.system(),
                        flow.source(),
                        flow.resource(),
                        flow.name())
                .stream()
                .findFirst();
    }

    /** The open run of a flow. */
    public Optional<OpenRun> opened(String flow) {
        return database
                .jdbc()
                .query(
                        "SELECT number, state, cursor_before FROM ledger.run WHERE flow = ? AND closed_at IS NULL",
                        (row, i) -> new OpenRun(
                                row.getLong(1), flow, !row.getString(2).equals("OPEN"), row.getString(3)),
                        flow)
                .stream()
                .findFirst();
    }

    /** Counts a fire of the schedule that met an open run. */
    public void skip(String flow) {
        database.jdbc()
                .update(
                        "UPDATE ledger.run SET skipped_fires = skipped_fires + 1 WHERE flow = ? AND closed_at IS NULL",
                        flow);
    }

    /** Enters what a run took, in one transaction: from here it can be finished without the source. */
    public void land(long run, String flow, Capture capture) {
        List<Object[]> rows = new ArrayList<>();
        capture.segments().forEach(segment -> rows.add(row(run, rows.size(), segment, false)));
        capture.held().forEach(held -> rows.add(row(run, rows.size(), held.segment(), true)));
        database.together(() -> {
            int landed =
                    database.jdbc().update("""
                            UPDATE ledger.run SET state = 'LANDED', landed_at = clock_timestamp(), cursor_after = ?,
                                held = ? WHERE number = ? AND state = 'OPEN'""", capture.cursor(), capture.held().size(), run);
            if (landed == 0) {
                throw new IllegalStateException("Run " + run + " was closed by another process on this ledger");
            }
            database.jdbc().batchUpdate("""
                            INSERT INTO ledger.segment (run, number, name, sha256, bytes, attributes, held)
                            VALUES (?, ?, ?, ?, ?, ?::jsonb, ?)""", rows);
            quarantine.addFiles(flow, run, capture.held());
            return run;
        });
    }

    private static Object[] row(long run, int number, Segment segment, boolean held) {
        return new Object[] {
            run, number, segment.name(), segment.sha256(), segment.bytes(), Attributes.write(segment), held
        };
    }

    /** What a run is read from, in order. */
    public List<Segment> segments(long run) {
        return segments("s.run = ? AND NOT s.held", run);
    }

    /** What the source may be told: all proven or held segments of the flow that it has not been told of. */
    public Capture.Acknowledgement unacknowledged(String flow) {
        String of = "s.run IN (SELECT number FROM ledger.run WHERE flow = ? AND state = 'BALANCED'"
                + " AND acknowledged_at IS NULL) AND ";
        return new Capture.Acknowledgement(segments(of + "NOT s.held", flow), segments(of + "s.held", flow));
    }

    /**
     * What the runs of a flow took and proved, for a flow that follows it. Files that were held stay with the flow
     * that met them.
     *
     * @param cursor number of the last run that was followed; null at first
     */
    public Capture proven(String leader, @Nullable String cursor) {
        long from = cursor == null ? 0 : Long.parseLong(cursor);
        long to = Objects.requireNonNull(database.jdbc()
                .queryForObject(
                        "SELECT coalesce(max(number), 0) FROM ledger.run WHERE flow = ? AND state = 'BALANCED'",
                        Long.class,
                        leader));
        List<Segment> segments = segments(
                "NOT s.held AND s.run > ? AND s.run <= ? AND s.run IN"
                        + " (SELECT number FROM ledger.run WHERE flow = ? AND state = 'BALANCED')",
                from,
                to,
                leader);
        return new Capture(segments, Long.toString(Math.max(from, to)), List.of());
    }

    private List<Segment> segments(String condition, Object... arguments) {
        return database.jdbc()
                .query(
                        "SELECT * FROM ledger.segment s WHERE " + condition + " ORDER BY s.run, s.number",
                        (row, i) -> new Segment(
                                row.getString("name"),
                                row.getString("sha256"),
                                row.getLong("bytes"),
                                Attributes.read(row.getString("attributes"))),
                        arguments);
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
            reconciliation.close(run);
            return run;
        });
        return report(run);
    }

    /** Closes a run that cannot go on. */
    public RunReport fail(long run, String reason) {
        close(run, "FAILED", reason);
        return report(run);
    }

    /** Closes the runs that had not landed when the bus stopped. */
    public void abandon(long run, String reason) {
        close(run, "ABANDONED", reason);
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
