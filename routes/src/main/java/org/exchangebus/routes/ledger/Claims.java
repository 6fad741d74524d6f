package org.exchangebus.routes.ledger;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.exchangebus.routes.audit.Act;
import org.exchangebus.schemas.run.Flow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * Which runs still claim what they took. What a run took may go once it is proven and its source knows (or it failed, and
 * is red no longer), all that follow it have followed, and none of its files waits in quarantine.
 */
public final class Claims {

    /**
     * A run that need not keep what it took.
     *
     * @param bytes plain bytes of its segments
     */
    public record Releasable(long run, String flow, Instant closedAt, int segments, long bytes) {}

    /**
     * Tells ledgers apart, and a ledger from an earlier state of its own.
     *
     * @param newestRun number of the newest run; 0 before the first
     */
    public record Identity(String id, long newestRun) {}

    /** Number of the advisory lock under which claims are made and given up. */
    static final long LOCK = 0x58425553_4C414E44L;

    /** A following flow's cursor is the number of the run that it followed last; other cursors are no numbers. */
    private static final String RELEASABLE = """
            r.purged_at IS NULL AND (r.state = 'BALANCED' AND r.acknowledged_at IS NOT NULL
                OR r.state IN ('UNBALANCED', 'FAILED')
                    AND NOT EXISTS (SELECT 1 FROM ledger.red_run red WHERE red.number = r.number))
            AND r.closed_at < coalesce(?::timestamptz, clock_timestamp() - make_interval(secs => ?))
            AND EXISTS (SELECT 1 FROM ledger.flow f WHERE f.name = r.flow)
            AND NOT EXISTS (
                SELECT 1 FROM ledger.flow f LEFT JOIN ledger.cursor c ON c.flow = f.name WHERE f.follows = r.flow
                AND CASE WHEN f.follows = r.flow THEN coalesce(c.value::bigint, 0) < r.number ELSE false END)
            AND NOT EXISTS (
                SELECT 1 FROM ledger.segment s JOIN ledger.quarantine q ON q.kind = 'FILE'
                AND q.state NOT IN ('RELEASED', 'DISCARDED') AND q.payload = convert_to(s.sha256, 'UTF8')
                WHERE s.run = r.number)""";

    private static final String SUMS = """
            SELECT r.number, r.flow, r.closed_at, count(s.run) AS segments, coalesce(sum(s.bytes), 0) AS bytes
            FROM r LEFT JOIN ledger.segment s ON s.run = r.number
            GROUP BY r.number, r.flow, r.closed_at ORDER BY r.number""";

    private static final RowMapper<Releasable> RELEASED = (row, i) -> new Releasable(
            row.getLong("number"),
            row.getString("flow"),
            row.getTimestamp("closed_at").toInstant(),
            row.getInt("segments"),
            row.getLong("bytes"));

    private final LedgerDatabase database;
    private final Audit audit;

    Claims(LedgerDatabase database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /** Enters the flows that there are; one that follows and is no longer there holds nothing back. */
    public void know(Collection<Flow> flows) {
        database.together(() -> {
            String[] names = flows.stream().map(Flow::name).toArray(String[]::new);
            database.jdbc()
                    .update("DELETE FROM ledger.flow WHERE follows IS NOT NULL AND name <> ALL (?::text[])", (Object)
                            names);
            for (Flow flow : flows) {
                database.jdbc()
                        .update(
                                "INSERT INTO ledger.flow (name, follows) VALUES (?, ?)"
                                        + " ON CONFLICT (name) DO UPDATE SET follows = excluded.follows",
                                flow.name(),
                                flow.isFollower() ? flow.leader() : null);
            }
            return names;
        });
    }

    /**
     * The runs that need not keep what they took, oldest first.
     *
     * @param keep how long after its end a run keeps it
     * @param before runs closed before this moment, whatever {@code keep} says; null for {@code keep}
     */
    public List<Releasable> releasable(Duration keep, @Nullable Instant before) {
        return database.jdbc()
                .query(
                        "WITH r AS (SELECT r.number, r.flow, r.closed_at FROM ledger.run r WHERE " + RELEASABLE + ") "
                                + SUMS,
                        RELEASED,
                        text(before),
                        keep.toSeconds());
    }

    /**
     * Lets all runs that may give up what they took, and enters that in the audit. Their bytes are removed after that.
     *
     * @param who a login, or who runs the process
     */
    public List<Releasable> release(Duration keep, @Nullable Instant before, String who) {
        return exclusively(() -> {
            List<Releasable> runs = database.jdbc()
                    .query(
                            "WITH r AS (UPDATE ledger.run r SET purged_at = clock_timestamp() WHERE " + RELEASABLE
                                    + " RETURNING r.number, r.flow, r.closed_at) " + SUMS,
                            RELEASED,
                            text(before),
                            keep.toSeconds());
            if (!runs.isEmpty()) {
                audit.enter(
                        Act.PURGE, who, "landing", null, detail(runs, before == null ? "keep " + keep : "" + before));
            }
            return runs;
        });
    }

    private static Map<String, String> detail(List<Releasable> runs, String limit) {
        return Map.of(
                "runs", "" + runs.size(),
                "first", "" + runs.get(0).run(),
                "last", "" + runs.get(runs.size() - 1).run(),
                "bytes", "" + runs.stream().mapToLong(Releasable::bytes).sum(),
                "limit", limit);
    }

    /** What was given up, is claimed by no other run, and is not known to be gone. */
    public Set<String> givenUp() {
        return new HashSet<>(database.jdbc().queryForList("""
                        SELECT DISTINCT s.sha256 FROM ledger.segment s JOIN ledger.run r ON r.number = s.run
                        WHERE r.purged_at IS NOT NULL AND s.removed_at IS NULL AND NOT EXISTS (
                            SELECT 1 FROM ledger.segment o JOIN ledger.run h ON h.number = o.run
                            WHERE o.sha256 = s.sha256 AND h.purged_at IS NULL)""", String.class));
    }

    /**
     * Removes what no run claims. No claim is made meanwhile, so that nothing is removed that somebody counts on.
     *
     * @param remove is told each of the contents that nobody claims
     */
    public int removeUnclaimed(Collection<String> contents, Consumer<String> remove) {
        if (contents.isEmpty()) {
            return 0;
        }
        String[] all = contents.toArray(String[]::new);
        return exclusively(() -> {
            Set<String> claimed = new HashSet<>(database.jdbc().queryForList("""
                            SELECT DISTINCT s.sha256 FROM ledger.segment s JOIN ledger.run r ON r.number = s.run
                            WHERE s.sha256 = ANY (?::text[]) AND r.purged_at IS NULL""", String.class, (Object) all));
            List<String> unclaimed = contents.stream()
                    .filter(content -> !claimed.contains(content))
                    .toList();
            unclaimed.forEach(remove);
            database.jdbc()
                    .update(
                            "UPDATE ledger.segment SET removed_at = clock_timestamp()"
                                    + " WHERE sha256 = ANY (?::text[]) AND removed_at IS NULL",
                            (Object) unclaimed.toArray(String[]::new));
            return unclaimed.size();
        });
    }

    /** Since when the oldest run has been taking from its source; what it landed is in no ledger yet. */
    public Instant oldestCapture() {
        return Objects.requireNonNull(database.jdbc()
                        .queryForObject(
                                "SELECT coalesce(min(opened_at), clock_timestamp()) FROM ledger.run WHERE state = 'OPEN'",
                                Timestamp.class))
                .toInstant();
    }

    /** Which ledger this is, and the number of its newest run. */
    public Identity identity() {
        return Objects.requireNonNull(database.jdbc()
                .queryForObject(
                        "SELECT id, (SELECT coalesce(max(number), 0) FROM ledger.run) AS newest FROM ledger.identity",
                        (row, i) -> new Identity(row.getString("id"), row.getLong("newest"))));
    }

    private <T> T exclusively(Supplier<T> work) {
        return database.together(() -> {
            database.jdbc().query("SELECT pg_advisory_xact_lock(?)", row -> {}, LOCK);
            return work.get();
        });
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
