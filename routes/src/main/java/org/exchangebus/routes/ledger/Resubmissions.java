package org.exchangebus.routes.ledger;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.exchangebus.routes.ledger.RejectedRow.Origin;
import org.exchangebus.schemas.record.Rejection;
import org.jspecify.annotations.Nullable;

/** How entries leave the quarantine by a request, and what becomes of them: released, or waiting once more. */
public final class Resubmissions {

    private static final String REJECT_AGAIN = """
            UPDATE ledger.quarantine SET state = 'WAITING', request = NULL, sent_by = NULL, last_run = ?,
                last_seen = clock_timestamp(), item = ?, rule = ?, code = ?, text = ?, arguments = ?
            WHERE id = ? AND request = ? AND state = 'RESUBMITTED'""";

    /** What was sent out of the quarantine is sent once more, and rejected now; where it was edited, that speaks for it. */
    private static final String REJECT_ONCE_MORE = """
            UPDATE ledger.quarantine q SET last_run = ?, item = ?, rule = ?, code = ?, text = ?, arguments = ?,
                last_seen = clock_timestamp(),
                state = CASE WHEN stays THEN state ELSE 'WAITING' END,
                request = CASE WHEN stays THEN request END, sent_by = CASE WHEN stays THEN sent_by END,
                closed_at = CASE WHEN stays THEN closed_at END, closed_by = CASE WHEN stays THEN closed_by END
            FROM (SELECT s.id, s.state NOT IN ('WAITING', 'RELEASED') OR NOT ?::boolean AND EXISTS (SELECT 1
                FROM ledger.quarantine_edit e WHERE e.entry = s.id AND e.approved_by IS NOT NULL) AS stays
                FROM ledger.quarantine s WHERE s.id = ?) found
            WHERE q.id = found.id""";

    private final LedgerDatabase database;

    Resubmissions(LedgerDatabase database) {
        this.database = database;
    }

    /** What a request sends, in the order of versions; what somebody wrote comes last. */
    public List<ResubmittedRow> rows(long request) {
        return database.jdbc()
                .query(
                        """
                        SELECT q.id, coalesce(e.payload, q.payload) AS payload,
                            CASE WHEN e.entry IS NULL THEN q.version END AS version
                        FROM ledger.quarantine q LEFT JOIN ledger.quarantine_edit e ON e.entry = q.id
                            AND e.number = (SELECT max(number) FROM ledger.quarantine_edit WHERE entry = q.id)
                        WHERE q.request = ? AND q.state = 'RESUBMITTED'
                        ORDER BY CASE WHEN e.entry IS NULL THEN q.version END NULLS LAST, q.id""",
                        (row, i) -> new ResubmittedRow(
                                row.getLong("id"), row.getBytes("payload"), row.getObject("version", Long.class)),
                        request);
    }

    /** What became of some entries of a request: these are records now, those are rejected again. */
    void record(long run, long request, List<Long> accepted, List<Rejection> rejected) {
        database.jdbc()
                .update(
                        "UPDATE ledger.quarantine SET sent_by = ? WHERE request = ? AND state = 'RESUBMITTED'"
                                + " AND id = ANY (?)",
                        run,
                        request,
                        accepted.toArray(Long[]::new));
        database.jdbc().batchUpdate(REJECT_AGAIN, rejected, 500, (statement, rejection) -> {
            fillFault(statement, run, rejection);
            statement.setLong(7, rejection.position());
            statement.setLong(8, request);
        });
    }

    private static void fillFault(PreparedStatement statement, long run, Rejection rejection) throws SQLException {
        statement.setLong(1, run);
        statement.setString(2, rejection.item());
        statement.setString(3, rejection.rule());
        statement.setString(4, rejection.problem().code());
        statement.setString(5, Quarantine.text(rejection));
        Quarantine.setTexts(statement, 6, rejection.arguments());
    }

    /** The end of a request: what a proven run has sent is released, everything else waits again. */
    void settle(long request, @Nullable Long provenRun) {
        if (provenRun != null) {
            database.jdbc().update("""
                            UPDATE ledger.quarantine SET state = 'RELEASED', closed_at = clock_timestamp(),
                                closed_by = concat('run ', sent_by)
                            WHERE request = ? AND state = 'RESUBMITTED' AND sent_by = ?""", request, provenRun);
        }
        database.jdbc()
                .update(
                        "UPDATE ledger.quarantine SET state = 'WAITING', request = NULL, sent_by = NULL"
                                + " WHERE request = ? AND state = 'RESUBMITTED'",
                        request);
    }

    /** Enters rows that came out of the quarantine in an earlier run and are rejected now that they are sent once more. */
    void rejectOnceMore(long run, List<RejectedRow> rows) {
        database.jdbc().batchUpdate(REJECT_ONCE_MORE, rows, 500, (statement, row) -> {
            fillFault(statement, run, row.rejection());
            statement.setBoolean(7, row.origin() == Origin.EDITED_ENTRY);
            statement.setLong(8, row.rejection().position());
        });
    }
}
