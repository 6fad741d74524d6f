package org.exchangebus.routes.reconciliation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The proven runs of some flows, and what the ledger says of their chunks. */
final class ProvenRuns {

    private static final int PAGE = 1000;

    /**
     * A proven run.
     *
     * @param isAgain whether it sent again what earlier runs had landed, in the versions that they gave it
     */
    record ProvenRun(long number, String flow, boolean isAgain) {}

    /** What the ledger says of a chunk: how many rows it was read from, and what was sent. */
    record SentChunk(int read, int records, String digest) {}

    private final JdbcTemplate jdbc;
    private final String[] flows;
    private final long horizon;

    ProvenRuns(DataSource ledger, Collection<String> flows) {
        jdbc = new JdbcTemplate(ledger);
        this.flows = flows.toArray(String[]::new);
        horizon = number("SELECT coalesce(max(number), 0) FROM ledger.run");
    }

    /** The newest run of the ledger when the comparison began; none after it is looked at. */
    long horizon() {
        return horizon;
    }

    /** The first run of these flows that was opened since then; one after the horizon where there is none. */
    long firstSince(@Nullable Instant since) {
        return since == null
                ? 0
                : number(
                        "SELECT coalesce(min(number), ?) FROM ledger.run WHERE flow = ANY(?) AND opened_at >= ?",
                        horizon + 1,
                        flows,
                        Timestamp.from(since));
    }

    /** Whether no other flow has ever brought the resource, as far as the ledger knows. */
    boolean areAllOf(String resource) {
        return number(
                        "SELECT count(*) FROM ledger.run WHERE flow <> ALL(?) AND (resource = ? OR resource IS NULL)",
                        flows,
                        resource)
                == 0;
    }

    /** How many there are from this run on. */
    long count(long from) {
        return number(
                "SELECT count(*) FROM ledger.run WHERE flow = ANY(?) AND state = 'BALANCED' AND number BETWEEN ? AND ?",
                flows,
                from,
                horizon);
    }

    /** The next of them, from this number on, in the order of their numbers; empty at the end. */
    List<ProvenRun> page(long from) {
        return jdbc.query(
                "SELECT number, flow, taken_from = 'LANDING' FROM ledger.run WHERE flow = ANY(?) AND state = 'BALANCED'"
                        + " AND number BETWEEN ? AND ? ORDER BY number LIMIT " + PAGE,
                (row, i) -> new ProvenRun(row.getLong(1), row.getString(2), row.getBoolean(3)),
                flows,
                from,
                horizon);
    }

    /** The chunks of a run by number. */
    List<SentChunk> chunks(long run) {
        return jdbc.query(
                "SELECT read, records, digest FROM ledger.chunk WHERE run = ? ORDER BY number",
                (row, i) -> new SentChunk(row.getInt(1), row.getInt(2), row.getString(3)),
                run);
    }

    private long number(String sql, Object... arguments) {
        Long number = jdbc.queryForObject(sql, Long.class, arguments);
        return number == null ? 0 : number;
    }
}
