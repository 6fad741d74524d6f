package org.exchangebus.routes.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exchangebus.routes.audit.Act;
import org.exchangebus.schemas.run.Flow;
import org.jspecify.annotations.Nullable;

/** What the ledger says about flows: paused or not, the last run, today's counts. */
public final class FlowStates {

    /** Who paused a flow, and why. */
    public record Pause(String who, String reason) {}

    private final LedgerDatabase database;
    private final Audit audit;

    FlowStates(LedgerDatabase database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    public Optional<Pause> pause(String flow) {
        return database
                .jdbc()
                .query(
                        "SELECT who, reason FROM ledger.flow_state WHERE flow = ? AND paused",
                        (row, i) -> new Pause(row.getString(1), row.getString(2)),
                        flow)
                .stream()
                .findFirst();
    }

    /** Pauses or resumes a flow, and enters that in the audit. */
    public void setPaused(String flow, boolean paused, String who, @Nullable String reason) {
        audit.enter(paused ? Act.PAUSE : Act.RESUME, who, flow, reason, Map.of(), () -> database.jdbc()
                .update("""
                        INSERT INTO ledger.flow_state (flow, paused, who, reason) VALUES (?, ?, ?, ?)
                        ON CONFLICT (flow) DO UPDATE SET paused = excluded.paused, who = excluded.who,
                            reason = excluded.reason, changed_at = clock_timestamp()""", flow, paused, LedgerText.clean(who), LedgerText.clean(reason)));
    }

    /** What became of a flow; {@code today} begins at midnight in the flow's zone, by the database's clock. */
    public FlowHistory history(Flow flow) {
        List<FlowHistory> histories = database.jdbc()
                .query(
                        """
                        SELECT s.paused, s.who, s.reason AS pause_reason, s.changed_at, t.*, b.last_success, b.lag,
                               d.red_runs, d.red_reason
                        FROM (SELECT coalesce(sum(read), 0) AS read_today,
                                     coalesce(sum(delivered), 0) AS delivered_today,
                                     coalesce(sum(quarantined), 0) AS quarantined_today
                              FROM ledger.run WHERE flow = ?
                                AND opened_at >= date_trunc('day', clock_timestamp(), ?)) t
                        LEFT JOIN ledger.flow_state s ON s.flow = ?
                        LEFT JOIN LATERAL (SELECT closed_at AS last_success,
                                  extract(epoch FROM clock_timestamp() - opened_at)::bigint AS lag
                              FROM ledger.run WHERE flow = ? AND state = 'BALANCED'
                                AND taken_from = 'SOURCE'
                              ORDER BY number DESC LIMIT 1) b ON true
                        CROSS JOIN (SELECT count(*) AS red_runs,
                                  (array_agg('run ' || number || ': ' || reason ORDER BY number DESC))[1] AS red_reason
                              FROM ledger.red_run WHERE flow = ?) d""",
                        (row, i) -> history(flow.name(), row),
                        flow.name(),
                        flow.zone().getId(),
                        flow.name(),
                        flow.name(),
                        flow.name());
        return histories.get(0);
    }

    private FlowHistory history(String flow, ResultSet row) throws SQLException {
        record Last(
                RunReport report,
                @Nullable Instant openedAt,
                @Nullable Instant closedAt) {}
        Optional<Last> last = database
                .jdbc()
                .query(
                        "SELECT " + Runs.REPORT_COLUMNS
                                + " FROM ledger.run WHERE flow = ? ORDER BY number DESC LIMIT 1",
                        (run, i) -> new Last(
                                Runs.REPORT.mapRow(run, i), instant(run, "opened_at"), instant(run, "closed_at")),
                        flow)
                .stream()
                .findFirst();
        boolean paused = row.getBoolean("paused");
        long lag = row.getLong("lag");
        return new FlowHistory(
                last.map(Last::report).orElse(null),
                last.map(Last::openedAt).orElse(null),
                last.map(Last::closedAt).orElse(null),
                instant(row, "last_success"),
                paused ? instant(row, "changed_at") : null,
                paused ? row.getString("who") : null,
                paused ? row.getString("pause_reason") : null,
                row.getLong("read_today"),
                row.getLong("delivered_today"),
                row.getLong("quarantined_today"),
                row.getLong("red_runs"),
                row.getString("red_reason"),
                instant(row, "last_success") == null ? -1 : lag);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
