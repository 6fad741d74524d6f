package org.exchangebus.routes.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import org.exchangebus.schemas.record.RecordChunk;
import org.exchangebus.schemas.record.Rejection;
import org.exchangebus.schemas.run.Capture.Held;
import org.jspecify.annotations.Nullable;

/** Records and files that could not be accepted. What is met again is the same entry, seen once more. */
public final class Quarantine {

    /** What is met again waits again, unless somebody discarded it or this is the occurrence that was dealt with. */
    private static final String STAYS = "q.state IN ('DISCARDED', 'RESUBMITTED') OR excluded.version <= q.version"
            + " AND (q.state <> 'RELEASED' OR EXISTS (SELECT 1 FROM ledger.quarantine_edit e WHERE e.entry = q.id"
            + " AND e.approved_by IS NOT NULL))";

    private static final String ADD = """
            INSERT INTO ledger.quarantine AS q (kind, flow, fingerprint, first_run, last_run, place, position, key,
                item, rule, code, text, arguments, payload, version, whole_key, segment)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (flow, fingerprint) DO UPDATE SET
                seen = q.seen + 1, last_run = excluded.last_run, last_seen = clock_timestamp(),
                place = excluded.place, position = excluded.position, key = excluded.key,
                whole_key = excluded.whole_key, item = excluded.item, rule = excluded.rule, code = excluded.code,
                text = excluded.text, arguments = excluded.arguments, segment = excluded.segment,
                version = greatest(q.version, excluded.version),
                state = CASE WHEN <stays> THEN q.state ELSE 'WAITING' END,
                request = CASE WHEN <stays> THEN q.request END,
                closed_at = CASE WHEN <stays> THEN q.closed_at END,
                closed_by = CASE WHEN <stays> THEN q.closed_by END,
                closed_for = CASE WHEN <stays> THEN q.closed_for END
            WHERE q.last_run < excluded.last_run""".replace("<stays>", STAYS);

    private static final String SUPERSEDE = """
            UPDATE ledger.quarantine SET state = 'SUPERSEDED', closed_at = clock_timestamp(),
                closed_by = concat('run ', ?::bigint)
            WHERE flow = ? AND key = ? AND whole_key AND version < ? AND state IN ('WAITING', 'RESUBMITTED')
                AND NOT EXISTS (SELECT 1 FROM ledger.request r WHERE r.id = quarantine.request AND r.run = ?)""";

    private final LedgerDatabase database;

    Quarantine(LedgerDatabase database) {
        this.database = database;
    }

    /** The entries that a run met. */
    public List<QuarantineEntry> of(long run) {
        return database.jdbc()
                .query(
                        "SELECT * FROM ledger.quarantine WHERE last_run = ? OR first_run = ? ORDER BY id",
                        (row, i) -> entry(row),
                        run,
                        run);
    }

    /** The entries of a flow that still wait, those met last first. */
    public List<QuarantineEntry> of(String flow, int limit) {
        return database.jdbc()
                .query(
                        "SELECT * FROM ledger.quarantine WHERE flow = ? AND state = 'WAITING'"
                                + " ORDER BY last_seen DESC, id DESC LIMIT ?",
                        (row, i) -> entry(row),
                        flow,
                        limit);
    }

    /** Keys of the flow's entries that may still be sent. */
    public WaitingKeys waitingKeys(String flow, List<String> key) {
        WaitingKeys waiting = new WaitingKeys(key);
        database.jdbc()
                .query(
                        "SELECT key, min(version) FROM ledger.quarantine WHERE flow = ? AND whole_key"
                                + " AND state IN ('WAITING', 'RESUBMITTED') GROUP BY key",
                        row -> {
                            waiting.add(row.getString(1), row.getLong(2));
                        },
                        flow);
        return waiting;
    }

    /** Closes the entries for which a chunk that is about to be sent holds a newer record. */
    public void supersede(WaitingKeys waiting, RecordChunk chunk) {
        long run = chunk.id().run();
        List<Object[]> newer = waiting.newerIn(chunk).entrySet().stream()
                .map(met -> new Object[] {run, chunk.flow(), met.getKey(), met.getValue(), run})
                .toList();
        if (!newer.isEmpty()) {
            database.jdbc().batchUpdate(SUPERSEDE, newer);
        }
    }

    /** Enters rows of a run of which nothing is sent yet. */
    public void add(String flow, long run, List<RejectedRow> rows) {
        if (!rows.isEmpty()) {
            database.together(() -> {
                addRecords(flow, run, rows);
                return run;
            });
        }
    }

    /** Enters rows that a run rejects. */
    void addRecords(String flow, long run, List<RejectedRow> rows) {
        database.jdbc().batchUpdate(ADD, rows, 500, (statement, row) -> {
            Rejection rejection = row.rejection();
            // Neither where it stood nor what was wrong: a row met again is the same, whatever is said of it.
            byte[] fingerprint = fingerprint(rejection.payload());
            fill(statement, "RECORD", flow, fingerprint, run, rejection.place(), rejection.position());
            statement.setString(8, LedgerText.clean(rejection.key()));
            statement.setString(9, rejection.item());
            statement.setString(10, rejection.rule());
            statement.setString(11, rejection.problem().code());
            statement.setString(12, text(rejection));
            setTexts(statement, 13, rejection.arguments());
            statement.setBytes(14, rejection.payload());
            statement.setLong(15, row.version());
            statement.setBoolean(16, row.hasWholeKey());
            statement.setString(17, row.segment());
        });
    }

    static @Nullable String text(Rejection rejection) {
        return LedgerText.clean(rejection.problem().text(Locale.ENGLISH, rejection.arguments()));
    }

    void addFiles(String flow, long run, List<Held> held) {
        database.jdbc().batchUpdate(ADD, held, 500, (statement, file) -> {
            byte[] digest = file.segment().sha256().getBytes(StandardCharsets.US_ASCII);
            fill(
                    statement,
                    "FILE",
                    flow,
                    fingerprint(digest, file.segment().name()),
                    run,
                    file.segment().name(),
                    0);
            statement.setString(8, null);
            statement.setString(9, null);
            statement.setString(10, "file");
            statement.setString(11, file.reason().problem().code());
            statement.setString(
                    12,
                    LedgerText.clean(file.reason()
                            .problem()
                            .text(Locale.ENGLISH, file.reason().arguments())));
            setTexts(statement, 13, file.reason().arguments());
            statement.setBytes(14, digest);
            statement.setNull(15, Types.BIGINT);
            statement.setBoolean(16, false);
            statement.setString(17, file.segment().sha256());
        });
    }

    private static void fill(
            PreparedStatement statement,
            String kind,
            String flow,
            byte[] fingerprint,
            long run,
            String place,
            long position)
            throws SQLException {
        statement.setString(1, kind);
        statement.setString(2, flow);
        statement.setBytes(3, fingerprint);
        statement.setLong(4, run);
        statement.setLong(5, run);
        statement.setString(6, LedgerText.clean(place));
        statement.setLong(7, position);
    }

    static void setTexts(PreparedStatement statement, int at, List<String> texts) throws SQLException {
        Object[] clean = texts.stream().map(LedgerText::clean).toArray();
        statement.setArray(at, statement.getConnection().createArrayOf("text", clean));
    }

    private static byte[] fingerprint(byte[] payload, @Nullable String... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
                sha256.update(ByteBuffer.allocate(4)
                        .putInt(part == null ? -1 : bytes.length)
                        .flip());
                sha256.update(bytes);
            }
            return sha256.digest(payload);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static QuarantineEntry entry(ResultSet row) throws SQLException {
        return new QuarantineEntry(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("flow"),
                row.getLong("last_run"),
                row.getString("place"),
                row.getLong("position"),
                row.getString("key"),
                row.getString("item"),
                row.getString("rule"),
                row.getString("code"),
                row.getString("text"),
                List.of((String[]) row.getArray("arguments").getArray()),
                row.getBytes("payload"),
                row.getString("state"),
                row.getInt("seen"),
                row.getTimestamp("first_seen").toInstant(),
                row.getTimestamp("last_seen").toInstant());
    }
}
