package org.exchangebus.routes.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exchangebus.schemas.run.Capture;
import org.exchangebus.schemas.run.Segment;

/** What runs took, by content, in the order in which it is read. Inside the caller's transactions. */
final class Segments {

    private final LedgerDatabase database;

    Segments(LedgerDatabase database) {
        this.database = database;
    }

    void add(long run, Capture capture) {
        List<Object[]> rows = new ArrayList<>();
        capture.segments().forEach(segment -> rows.add(row(run, rows.size(), segment, false)));
        capture.held().forEach(held -> rows.add(row(run, rows.size(), held.segment(), true)));
        database.jdbc().batchUpdate("""
                        INSERT INTO ledger.segment (run, number, name, sha256, bytes, attributes, held)
                        VALUES (?, ?, ?, ?, ?, ?::jsonb, ?)""", rows);
    }

    /** Adds what proven runs of the same flow landed; returns how many segments that are. */
    int addAgain(long run, String flow, long from) {
        return database.jdbc().update("""
                        INSERT INTO ledger.segment (run, number, name, sha256, bytes, attributes, held, landed_by)
                        SELECT ?, row_number() OVER (ORDER BY s.run, s.number) - 1, s.name, s.sha256, s.bytes,
                            s.attributes, false, s.run
                        FROM ledger.segment s JOIN ledger.run r ON r.number = s.run
                        WHERE r.flow = ? AND r.state = 'BALANCED' AND r.taken_from <> 'LANDING' AND s.run >= ?
                            AND NOT s.held""", run, flow, from);
    }

    /** What a run is read from, in order. */
    List<LandedSegment> of(long run) {
        return database.jdbc()
                .query(
                        """
                        SELECT s.*, r.number AS lander, r.taken_from FROM ledger.segment s
                        JOIN ledger.run r ON r.number = coalesce(s.landed_by, s.run)
                        WHERE s.run = ? AND NOT s.held ORDER BY s.number""",
                        (row, i) -> new LandedSegment(
                                segment(row),
                                row.getLong("lander"),
                                TakenFrom.valueOf(row.getString("taken_from")) == TakenFrom.QUARANTINE),
                        run);
    }

    /**
     * Digests, by name, of what is proven and the source was not told of: the newest of each name. None where a run that
     * is not proven sent something after it.
     */
    Map<String, String> untold(String flow) {
        Map<String, String> digests = new HashMap<>();
        database.jdbc()
                .query(
                        """
                        SELECT DISTINCT ON (s.name) s.name, s.sha256
                        FROM ledger.segment s JOIN ledger.run r ON r.number = s.run
                        WHERE r.flow = ? AND r.state = 'BALANCED' AND r.taken_from = 'SOURCE'
                            AND r.acknowledged_at IS NULL AND NOT s.held
                            AND NOT EXISTS (SELECT 1 FROM ledger.run u JOIN ledger.chunk c ON c.run = u.number
                                WHERE u.flow = r.flow AND u.number > r.number AND u.state IN ('UNBALANCED', 'FAILED'))
                        ORDER BY s.name, s.run DESC, s.number DESC""",
                        row -> {
                            digests.put(row.getString(1), row.getString(2));
                        },
                        flow);
        return digests;
    }

    /** The segments {@code s} of which a condition holds, by run and number. */
    List<Segment> find(String condition, Object... arguments) {
        return database.jdbc()
                .query(
                        "SELECT * FROM ledger.segment s WHERE " + condition + " ORDER BY s.run, s.number",
                        (row, i) -> segment(row),
                        arguments);
    }

    private static Segment segment(ResultSet row) throws SQLException {
        return new Segment(
                row.getString("name"),
                row.getString("sha256"),
                row.getLong("bytes"),
                Attributes.read(row.getString("attributes")));
    }

    private static Object[] row(long run, int number, Segment segment, boolean held) {
        return new Object[] {
            run, number, segment.name(), segment.sha256(), segment.bytes(), Attributes.write(segment), held
        };
    }
}
