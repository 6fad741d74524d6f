package org.exchangebus.routes.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.exchangebus.routes.ledger.Certificate.Rejected;
import org.exchangebus.routes.ledger.Certificate.Stages;
import org.exchangebus.routes.ledger.Certificate.TakenFile;
import org.jspecify.annotations.Nullable;

/** Makes certificates of runs from what the ledger holds now. Changes nothing. */
public final class Certificates {

    private static final String STAGES = """
            SELECT coalesce(sum(read), 0) AS read, coalesce(sum(records), 0) AS mapped,
                coalesce(sum(rejected), 0) AS quarantined, coalesce(sum(filtered), 0) AS filtered, count(*) AS chunks,
                count(receipted_at) AS receipts, count(refusal) AS refused, coalesce(sum(applied), 0) AS applied,
                coalesce(sum(superseded), 0) AS superseded, coalesce(sum(unchanged), 0) AS unchanged,
                coalesce(sum(removed), 0) AS removed,
                ledger.digest_sum(digest) AS sent, ledger.digest_sum(hub_digest) AS hub
            FROM ledger.chunk WHERE run = ?""";

    private final LedgerDatabase database;
    private final RunList runs;

    public Certificates(DataSource dataSource) {
        database = new LedgerDatabase(dataSource);
        runs = new RunList(dataSource);
    }

    /** The certificate of a run; a problem where there is none of this number. */
    public Certificate of(long number) {
        ListedRun run = runs.run(number);
        List<TakenFile> files = database.jdbc()
                .query(
                        "SELECT name, bytes, sha256, held FROM ledger.segment WHERE run = ? ORDER BY number",
                        (row, i) ->
                                new TakenFile(row.getString(1), row.getLong(2), row.getString(3), row.getBoolean(4)),
                        number);
        List<Rejected> rejections = database.jdbc()
                .query(
                        """
                        SELECT code, rule, count(*) FROM ledger.quarantine WHERE first_run = ? OR last_run = ?
                        GROUP BY code, rule ORDER BY count(*) DESC, code, rule""",
                        (row, i) -> new Rejected(row.getString(1), row.getString(2), row.getLong(3)),
                        number,
                        number);
        List<DoubtEntry> doubts = new Doubts(database).of(number);
        return database.jdbc()
                .query(
                        "SELECT r.*, c.* FROM (SELECT resource, cursor_before, cursor_after, landed_at, sent_at,"
                                + " acknowledged_at FROM ledger.run WHERE number = ?) r CROSS JOIN (" + STAGES + ") c",
                        (row, i) -> certificate(run, files, rejections, doubts, row),
                        number,
                        number)
                .get(0);
    }

    private static Certificate certificate(
            ListedRun run, List<TakenFile> files, List<Rejected> rejections, List<DoubtEntry> doubts, ResultSet row)
            throws SQLException {
        Stages stages = new Stages(
                row.getLong("read"),
                row.getLong("mapped"),
                row.getLong("quarantined"),
                row.getLong("filtered"),
                row.getLong("chunks"),
                row.getLong("receipts"),
                row.getLong("refused"),
                row.getLong("applied"),
                row.getLong("superseded"),
                row.getLong("unchanged"),
                row.getLong("removed"));
        return new Certificate(
                run,
                row.getString("resource"),
                Certificate.shown(row.getString("cursor_before")),
                Certificate.shown(row.getString("cursor_after")),
                instant(row, "landed_at"),
                instant(row, "sent_at"),
                instant(row, "acknowledged_at"),
                files,
                stages,
                rejections,
                doubts,
                row.getString("sent"),
                row.getString("hub"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
