package org.exchangebus.routes.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.routes.audit.Act;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** What people do with the quarantine: look, discard, edit, approve, resubmit. Every act is entered in the audit. */
public final class QuarantineDesk {

    /** The last version of each entry that somebody wrote. */
    private static final String LAST_EDIT = " LEFT JOIN ledger.quarantine_edit e ON e.entry = q.id AND e.number ="
            + " (SELECT max(number) FROM ledger.quarantine_edit WHERE entry = q.id)";

    /** As somebody wrote it and another approved, or as it came where its key says what is newer. */
    private static final String SENDABLE =
            "(CASE WHEN e.entry IS NULL THEN q.whole_key ELSE e.approved_by IS NOT NULL END)";

    private static final String WAITING = " AND q.kind = 'RECORD' AND q.state = 'WAITING'";

    private final LedgerDatabase database;
    private final Audit audit;
    private final Requests requests;

    QuarantineDesk(LedgerDatabase database, Audit audit, Requests requests) {
        this.database = database;
        this.audit = audit;
        this.requests = requests;
    }

    /** The entries that are meant, those met last first. */
    public List<QuarantineEntry> find(QuarantineFilter filter, int limit) {
        QuarantineFilter.Condition condition = filter.condition();
        List<Object> values = new ArrayList<>(condition.values());
        values.add(limit);
        return database.jdbc()
                .query(
                        "SELECT q.* FROM ledger.quarantine q WHERE " + condition.sql()
                                + " ORDER BY q.last_seen DESC, q.id DESC LIMIT ?",
                        (row, i) -> Quarantine.entry(row),
                        values.toArray());
    }

    /** How many entries are meant. */
    public long count(QuarantineFilter filter) {
        QuarantineFilter.Condition condition = filter.condition();
        Long count = database.jdbc()
                .queryForObject(
                        "SELECT count(*) FROM ledger.quarantine q WHERE " + condition.sql(),
                        Long.class,
                        condition.values().toArray());
        return count == null ? 0 : count;
    }

    /** Everything about an entry; a problem where there is none. */
    public QuarantineDetail detail(long id) {
        List<QuarantineEdit> edits = database.jdbc()
                .query(
                        "SELECT * FROM ledger.quarantine_edit WHERE entry = ? ORDER BY number",
                        (row, i) -> edit(row),
                        id);
        return database
                .jdbc()
                .query("SELECT * FROM ledger.quarantine WHERE id = ?", (row, i) -> detail(row, edits), id)
                .stream()
                .findFirst()
                .orElseThrow(() -> problem(id, RoutesProblem.ENTRY_IS_UNKNOWN, Long.toString(id)));
    }

    /** Gives an entry up: it is never sent, and stays discarded when the same row is met again. */
    public void discard(long id, String who, String reason) {
        audit.enter(Act.DISCARD, who, subject(id), reason, Map.of(), () -> {
            requireWaiting(id);
            return database.jdbc().update("""
                            UPDATE ledger.quarantine SET state = 'DISCARDED', closed_at = clock_timestamp(),
                                closed_by = ?, closed_for = ? WHERE id = ?""", who, LedgerText.clean(reason), id);
        });
    }

    /**
     * Writes another version of a row. It counts once somebody else has approved it; what the source gave is kept.
     *
     * @param payload a JSON object of the source's fields
     * @return the number of the version
     */
    public int edit(long id, byte[] payload, String who, String reason) {
        QuarantinedRow.requireRow(subject(id), payload);
        return audit.enter(Act.EDIT, who, subject(id), reason, Map.of(), () -> {
            if (!requireWaiting(id).kind().equals("RECORD")) {
                throw problem(id, RoutesProblem.ENTRY_IS_NOT_WAITING, Long.toString(id), "FILE");
            }
            List<Integer> numbers =
                    database.jdbc().queryForList("""
                            INSERT INTO ledger.quarantine_edit (entry, number, payload, who, reason)
                            SELECT ?, coalesce(max(number), 0) + 1, ?, ?, ? FROM ledger.quarantine_edit WHERE entry = ?
                            RETURNING number""", Integer.class, id, payload, who, LedgerText.clean(reason), id);
            return numbers.get(0);
        });
    }

    /** Agrees to the last version of a row that somebody else wrote. */
    public int approve(long id, String who) {
        return audit.enter(Act.APPROVE, who, subject(id), null, Map.of(), () -> {
            requireWaiting(id);
            List<QuarantineEdit> edits = detail(id).edits();
            QuarantineEdit last = edits.isEmpty() ? null : edits.get(edits.size() - 1);
            if (last == null || last.approvedBy() != null) {
                throw problem(id, RoutesProblem.NOTHING_TO_APPROVE, Long.toString(id));
            }
            if (last.who().strip().equalsIgnoreCase(who.strip())) {
                throw problem(id, RoutesProblem.EDIT_NEEDS_A_SECOND_PERSON, last.who());
            }
            database.jdbc()
                    .update(
                            "UPDATE ledger.quarantine_edit SET approved_by = ?, approved_at = clock_timestamp()"
                                    + " WHERE entry = ? AND number = ?",
                            who,
                            id,
                            last.number());
            return last.number();
        });
    }

    /** What of the waiting entries that are meant could be sent now; changes nothing. */
    public Resubmittable resubmittable(QuarantineFilter filter) {
        QuarantineFilter.Condition condition = filter.condition();
        Map<String, Long> byCode = new TreeMap<>();
        long[] sums = new long[3];
        database.jdbc()
                .query(
                        "SELECT q.code, count(*) FILTER (WHERE " + SENDABLE + ") AS sendable,"
                                + " count(*) FILTER (WHERE e.approved_by IS NOT NULL) AS edited,"
                                + " count(*) FILTER (WHERE e.entry IS NOT NULL AND e.approved_by IS NULL) AS unapproved,"
                                + " count(*) FILTER (WHERE e.entry IS NULL AND NOT q.whole_key) AS unknown"
                                + " FROM ledger.quarantine q" + LAST_EDIT + " WHERE " + condition.sql() + WAITING
                                + " GROUP BY q.code",
                        row -> {
                            if (row.getLong("sendable") > 0) {
                                byCode.put(row.getString("code"), row.getLong("sendable"));
                            }
                            sums[0] += row.getLong("edited");
                            sums[1] += row.getLong("unapproved");
                            sums[2] += row.getLong("unknown");
                        },
                        condition.values().toArray());
        return new Resubmittable(byCode, sums[0], sums[1], sums[2]);
    }

    /**
     * Asks that the waiting entries that are meant are sent, if they are still as many as was seen. An entry belongs to
     * one request at a time: whoever asks second finds fewer.
     *
     * @param rate records per second; null for as fast as it goes
     */
    public Request resubmit(
            String flow,
            QuarantineFilter filter,
            long count,
            @Nullable Integer rate,
            String who,
            @Nullable String reason) {
        Map<String, String> arguments = new TreeMap<>(filter.described());
        arguments.put("count", Long.toString(count));
        if (rate != null) {
            arguments.put(Request.RATE, rate.toString());
        }
        return audit.enter(Act.RESUBMIT, who, flow, reason, arguments, () -> {
            QuarantineFilter.Condition condition = filter.condition();
            Long[] ids = database.jdbc()
                    .queryForList(
                            "SELECT q.id FROM ledger.quarantine q" + LAST_EDIT + " WHERE " + condition.sql() + WAITING
                                    + " AND " + SENDABLE + " ORDER BY q.id FOR UPDATE OF q",
                            Long.class,
                            condition.values().toArray())
                    .toArray(Long[]::new);
            if (ids.length != count) {
                throw new ProblemException(Finding.of(
                        flow, RoutesProblem.COUNT_HAS_CHANGED, Long.toString(count), Integer.toString(ids.length)));
            }
            Request request = requests.add(Request.Kind.RESUBMIT, flow, arguments, who, reason);
            database.jdbc()
                    .update(
                            "UPDATE ledger.quarantine SET state = 'RESUBMITTED', request = ? WHERE id = ANY (?)",
                            request.id(),
                            ids);
            return request;
        });
    }

    private QuarantineEntry requireWaiting(long id) {
        QuarantineEntry entry = database
                .jdbc()
                .query("SELECT * FROM ledger.quarantine WHERE id = ? FOR UPDATE", (row, i) -> Quarantine.entry(row), id)
                .stream()
                .findFirst()
                .orElseThrow(() -> problem(id, RoutesProblem.ENTRY_IS_UNKNOWN, Long.toString(id)));
        if (!entry.state().equals("WAITING")) {
            throw problem(id, RoutesProblem.ENTRY_IS_NOT_WAITING, Long.toString(id), entry.state());
        }
        return entry;
    }

    private static ProblemException problem(long id, RoutesProblem problem, String... arguments) {
        return new ProblemException(Finding.of(subject(id), problem, arguments));
    }

    private static String subject(long id) {
        return "quarantine " + id;
    }

    private static QuarantineDetail detail(ResultSet row, List<QuarantineEdit> edits) throws SQLException {
        return new QuarantineDetail(
                Quarantine.entry(row),
                row.getLong("first_run"),
                (Long) row.getObject("version"),
                row.getBoolean("whole_key"),
                row.getString("segment"),
                (Long) row.getObject("request"),
                instant(row, "closed_at"),
                row.getString("closed_by"),
                row.getString("closed_for"),
                List.copyOf(edits));
    }

    private static QuarantineEdit edit(ResultSet row) throws SQLException {
        return new QuarantineEdit(
                row.getInt("number"),
                row.getBytes("payload"),
                row.getString("who"),
                row.getString("reason"),
                row.getTimestamp("edited_at").toInstant(),
                row.getString("approved_by"),
                instant(row, "approved_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
