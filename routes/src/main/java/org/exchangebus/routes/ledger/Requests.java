package org.exchangebus.routes.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What people ask the bus to do. Whoever asks need not reach the bus: a request waits in the ledger until one takes it.
 *
 * <p>Asked twice while it is open, it is one request; taken by a bus that is killed before its run has landed, it
 * waits again.
 */
public final class Requests {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A bus that looked for requests within this time is one that runs. */
    private static final int ATTENDS_SECONDS = 15;

    private static final String ASK = """
            INSERT INTO ledger.request (kind, flow, arguments, who, reason) VALUES (?, ?, ?::jsonb, ?, ?)
            ON CONFLICT (flow, kind, arguments) WHERE closed_at IS NULL AND kind <> 'RESUBMIT' DO NOTHING""";

    private static final String ATTEND = """
            INSERT INTO ledger.attendance AS a (bus, seen_at) VALUES (?, clock_timestamp())
            ON CONFLICT (bus) DO UPDATE SET seen_at = clock_timestamp()
            WHERE a.seen_at < clock_timestamp() - interval '5 seconds'""";

    private final LedgerDatabase database;
    private final Audit audit;
    private final Resubmissions resubmissions;

    Requests(LedgerDatabase database, Audit audit, Resubmissions resubmissions) {
        this.database = database;
        this.audit = audit;
        this.resubmissions = resubmissions;
    }

    /** Asks for something; where the same is asked for and not closed, that request is meant. */
    public Request ask(
            Request.Kind kind, String flow, Map<String, String> arguments, String who, @Nullable String reason) {
        return audit.enter(kind.act(), who, flow, reason, arguments, () -> {
            String json = json(arguments);
            database.jdbc().update(ASK, kind.name(), flow, json, who, LedgerText.clean(reason));
            return select(
                            "flow = ? AND kind = ? AND arguments = ?::jsonb AND closed_at IS NULL",
                            flow,
                            kind.name(),
                            json)
                    .get(0);
        });
    }

    /** Asks for something anew; inside the caller's transaction, which enters the act. */
    Request add(Request.Kind kind, String flow, Map<String, String> arguments, String who, @Nullable String reason) {
        List<Long> ids = database.jdbc()
                .queryForList(
                        "INSERT INTO ledger.request (kind, flow, arguments, who, reason)"
                                + " VALUES (?, ?, ?::jsonb, ?, ?) RETURNING id",
                        Long.class,
                        kind.name(),
                        flow,
                        json(arguments),
                        who,
                        LedgerText.clean(reason));
        return of(ids.get(0));
    }

    /**
     * Stops a request that is not closed: one that waits is never carried out, of one that is under way nothing more is
     * sent. What was not sent waits again.
     */
    public Request stop(long id, String who, @Nullable String reason) {
        return audit.enter(of(id).kind().act(), who, "request " + id, reason, Map.of("stop", "yes"), () -> {
            int stopped = database.jdbc().update("""
                            UPDATE ledger.request SET stopped_at = clock_timestamp(), stopped_by = ?
                            WHERE id = ? AND closed_at IS NULL AND stopped_at IS NULL AND kind = 'RESUBMIT'""", who, id);
            if (stopped == 0) {
                throw new ProblemException(
                        Finding.of("request " + id, RoutesProblem.NOTHING_TO_STOP, Long.toString(id)));
            }
            if (of(id).run() == null) {
                refuse(id, "STOPPED");
            }
            return of(id);
        });
    }

    /** Whether somebody stopped a request. */
    public boolean isStopped(long id) {
        return of(id).stoppedAt() != null;
    }

    /** The request of a number; a problem where there is none. */
    public Request of(long id) {
        return find(id).orElseThrow(() ->
                new ProblemException(Finding.of("request " + id, RoutesProblem.REQUEST_IS_UNKNOWN, Long.toString(id))));
    }

    /** The last requests, the newest first. */
    public List<Request> latest(int limit) {
        return select("true ORDER BY id DESC LIMIT ?", limit);
    }

    /** What no bus has taken yet, in the order in which it was asked for. */
    public List<Request> waiting() {
        return select("taken_at IS NULL AND closed_at IS NULL ORDER BY id");
    }

    /** The request for which a run was opened, if it is of this kind. */
    public Optional<Request> ofRun(long run, Request.Kind kind) {
        return select("run = ? AND kind = ? ORDER BY id LIMIT 1", run, kind.name()).stream()
                .findFirst();
    }

    /** Lets whoever asks see that a bus looks for requests. */
    public void attend(String bus) {
        database.jdbc().update(ATTEND, bus);
    }

    /** Whether a bus looks for requests. */
    public boolean isAttended() {
        return Boolean.TRUE.equals(database.jdbc()
                .queryForObject(
                        "SELECT EXISTS (SELECT 1 FROM ledger.attendance WHERE seen_at > clock_timestamp()"
                                + " - make_interval(secs => ?))",
                        Boolean.class,
                        ATTENDS_SECONDS));
    }

    /** Closes a request that cannot be carried out; what it was to send waits again. */
    public void refuse(long id, String reason) {
        database.together(() -> {
            resubmissions.settle(id, null);
            return database.jdbc()
                    .update(
                            "UPDATE ledger.request SET closed_at = clock_timestamp(), outcome = ?"
                                    + " WHERE id = ? AND closed_at IS NULL",
                            reason,
                            id);
        });
    }

    /** Lets a run that is open carry out a request, too. */
    public void join(long id, long run) {
        database.jdbc().update("""
                        UPDATE ledger.request q SET taken_at = clock_timestamp(), run = r.number,
                            closed_at = r.closed_at, outcome = CASE WHEN r.closed_at IS NOT NULL THEN r.state END
                        FROM ledger.run r WHERE q.id = ? AND r.number = ? AND q.taken_at IS NULL""", id, run);
    }

    /** Whether a request still waits, held until the end of the caller's transaction; another bus passes it by. */
    boolean isHeld(long id) {
        return !database.jdbc()
                .queryForList(
                        "SELECT id FROM ledger.request WHERE id = ? AND taken_at IS NULL AND closed_at IS NULL"
                                + " FOR UPDATE SKIP LOCKED",
                        Long.class,
                        id)
                .isEmpty();
    }

    /** In the transaction that opens its run. */
    void taken(long id, long run) {
        database.jdbc().update("UPDATE ledger.request SET taken_at = clock_timestamp(), run = ? WHERE id = ?", run, id);
    }

    /** In the transaction that closes the run. */
    void closed(long run, String state) {
        ofRun(run, Request.Kind.RESUBMIT)
                .ifPresent(request -> resubmissions.settle(request.id(), state.equals("BALANCED") ? run : null));
        database.jdbc()
                .update(
                        "UPDATE ledger.request SET closed_at = clock_timestamp(), outcome = ?"
                                + " WHERE run = ? AND closed_at IS NULL",
                        state,
                        run);
    }

    /** In the transaction that gives up a run which had taken nothing. */
    void givenBack(long run) {
        database.jdbc()
                .update(
                        "UPDATE ledger.request SET taken_at = NULL, run = NULL WHERE run = ? AND closed_at IS NULL",
                        run);
    }

    private Optional<Request> find(long id) {
        return select("id = ?", id).stream().findFirst();
    }

    private List<Request> select(String condition, Object... arguments) {
        return database.jdbc()
                .query("SELECT * FROM ledger.request WHERE " + condition, (row, i) -> request(row), arguments);
    }

    private static Request request(ResultSet row) throws SQLException {
        long run = row.getLong("run");
        boolean hasRun = !row.wasNull();
        return new Request(
                row.getLong("id"),
                Request.Kind.valueOf(row.getString("kind")),
                row.getString("flow"),
                arguments(row.getString("arguments")),
                row.getString("who"),
                row.getString("reason"),
                row.getTimestamp("asked_at").toInstant(),
                instant(row, "taken_at"),
                hasRun ? run : null,
                instant(row, "stopped_at"),
                instant(row, "closed_at"),
                row.getString("outcome"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static String json(Map<String, String> arguments) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(arguments));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> arguments(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
