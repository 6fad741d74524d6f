package org.exchangebus.routes.ledger;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.schemas.record.Digest;
import org.jspecify.annotations.Nullable;

/** The proof of a run: read = delivered + unchanged + quarantined + filtered, digests equal on both sides. */
final class Reconciliation {

    private final LedgerDatabase database;

    Reconciliation(LedgerDatabase database) {
        this.database = database;
    }

    /** Adds up the chunks of a run in one pass. */
    private static final class Sums {
        long read;
        long delivered;
        long unchanged;
        long quarantined;
        long filtered;
        long removed;
        long keyless;
        int chunks;
        int refused;
        int firstRefused;

        @Nullable
        String refusal;

        int firstDiffering = -1;
        Digest sent = Digest.ZERO;
        Digest hub = Digest.ZERO;

        long missing() {
            return read - delivered - unchanged - quarantined - filtered;
        }
    }

    /**
     * Closes the run; the cursor moves where it balances. Runs inside the caller's transaction.
     *
     * @return the state in which it is closed; empty where it is not sent, or closed already
     */
    Optional<String> close(long run) {
        List<Integer> sent = database.jdbc()
                .queryForList(
                        "SELECT chunks FROM ledger.run WHERE number = ? AND state = 'SENT' FOR UPDATE",
                        Integer.class,
                        run);
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        Sums sums = sums(run);
        String reason = sums.chunks == sent.get(0)
                ? whyNot(sums)
                : RoutesProblem.CHUNKS_ARE_MISSING.reason(sent.get(0), sums.chunks);
        String state = reason == null ? "BALANCED" : "UNBALANCED";
        database.jdbc()
                .update(
                        """
                        UPDATE ledger.run SET state = ?, closed_at = clock_timestamp(), chunks = ?, read = ?,
                            delivered = ?, unchanged = ?, quarantined = ?, filtered = ?, removed = ?,
                            sent_digest = ?, hub_digest = ?, reason = ?
                        WHERE number = ?""",
                        state,
                        sums.chunks,
                        sums.read,
                        sums.delivered,
                        sums.unchanged,
                        sums.quarantined,
                        sums.filtered,
                        sums.removed,
                        sums.sent.hex(),
                        sums.hub.hex(),
                        reason == null ? remark(run, sums) : reason,
                        run);
        database.jdbc().update("""
                        DELETE FROM ledger.sweep_due d USING ledger.run r
                        WHERE r.number = ? AND r.sweep AND d.flow = r.flow AND d.since <= r.opened_at""", run);
        if (reason == null) {
            moveCursor(run);
        }
        return Optional.of(state);
    }

    private Sums sums(long run) {
        Sums sums = new Sums();
        database.jdbc()
                .query(
                        "SELECT * FROM ledger.chunk WHERE run = ? ORDER BY number",
                        row -> {
                            sums.chunks++;
                            sums.read += row.getInt("read");
                            sums.delivered += row.getInt("applied") + row.getInt("superseded");
                            sums.unchanged += row.getInt("unchanged");
                            sums.quarantined += row.getInt("rejected");
                            sums.filtered += row.getInt("filtered");
                            sums.removed += row.getInt("removed");
                            sums.keyless += Math.max(0, row.getInt("rejected") - row.getInt("kept"));
                            if (row.getString("refusal") != null && sums.refused++ == 0) {
                                sums.firstRefused = row.getInt("number");
                                sums.refusal = row.getString("refusal");
                            }
                            String hub = row.getString("hub_digest");
                            sums.sent = sums.sent.plus(Digest.parse(row.getString("digest")));
                            sums.hub = hub == null ? sums.hub : sums.hub.plus(Digest.parse(hub));
                            if (!row.getString("digest").equals(hub) && sums.firstDiffering < 0) {
                                sums.firstDiffering = row.getInt("number");
                            }
                        },
                        run);
        return sums;
    }

    private static @Nullable String whyNot(Sums sums) {
        String refusal = sums.refusal;
        if (refusal != null && refusal.startsWith(RoutesProblem.TOO_MANY_RECORDS_ARE_GONE.code())) {
            return refusal;
        }
        if (sums.refused > 0) {
            return RoutesProblem.HUB_REFUSED.reason(
                    sums.refused, sums.chunks, sums.firstRefused, Objects.requireNonNull(sums.refusal));
        }
        if (sums.missing() != 0) {
            return RoutesProblem.COUNTS_DIFFER.reason(
                    sums.read, sums.delivered, sums.unchanged, sums.quarantined, sums.filtered, sums.missing());
        }
        return sums.firstDiffering < 0 ? null : RoutesProblem.DIGESTS_DIFFER.reason(sums.firstDiffering);
    }

    /** What a proven run has to say all the same. */
    private @Nullable String remark(long run, Sums sums) {
        List<Long> held = database.jdbc()
                .queryForList("SELECT held FROM ledger.run WHERE number = ? AND full_set", Long.class, run);
        return held.isEmpty() || held.get(0) + sums.keyless == 0
                ? null
                : RoutesProblem.FULL_SET_IS_NOT_READABLE.reason(sums.keyless, held.get(0));
    }

    private void moveCursor(long run) {
        database.jdbc().update("""
                        INSERT INTO ledger.cursor AS c (flow, value, run)
                        SELECT flow, cursor_after, number FROM ledger.run WHERE number = ? AND cursor_after IS NOT NULL
                        ON CONFLICT (flow) DO UPDATE SET value = excluded.value, run = excluded.run,
                            moved_at = clock_timestamp()""", run);
    }
}
