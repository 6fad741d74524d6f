package org.exchangebus.routes.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be proven of a run: everything that was taken, what became of it, and what the hub signed for.
 *
 * <p>The stages are added up from the chunks when the certificate is made; what the run itself says was written when
 * it was closed, and has to be the same. No value of a record is in it.
 *
 * @param run what the run itself says
 * @param resource null for a run from before resources were kept
 * @param cursorBefore where the window begins, as {@link #shown} shows it
 * @param files what was taken, in the order in which it is read, and what was held
 * @param rejections quarantine entries that this run met first or last, by code
 * @param sentDigest sum of the digests of the chunks, as they were recorded before they were sent
 * @param hubDigest sum of the digests in the receipts
 */
public record Certificate(
        ListedRun run,
        @Nullable String resource,
        @Nullable String cursorBefore,
        @Nullable String cursorAfter,
        @Nullable Instant landedAt,
        @Nullable Instant sentAt,
        @Nullable Instant acknowledgedAt,
        List<TakenFile> files,
        Stages stages,
        List<Rejected> rejections,
        List<DoubtEntry> doubts,
        String sentDigest,
        String hubDigest) {

    private static final String TIME =
            "\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?)?(Z|[+-]\\d{2}:\\d{2})?";

    /** A piece of what was taken. */
    public record TakenFile(String name, long bytes, String sha256, boolean isHeld) {}

    /** How often a problem put something of this run into quarantine. */
    public record Rejected(String code, String rule, long entries) {}

    /** The counts of the chunks, added up. */
    public record Stages(
            long read,
            long mapped,
            long quarantined,
            long filtered,
            long chunks,
            long receipts,
            long refused,
            long applied,
            long superseded,
            long unchanged,
            long removed) {

        /** Rows whose fate no chunk tells, and records that no receipt tells of. */
        public long unaccounted() {
            return Math.abs(read - mapped - quarantined - filtered)
                    + Math.abs(mapped - applied - superseded - unchanged);
        }
    }

    public Certificate {
        files = List.copyOf(files);
        rejections = List.copyOf(rejections);
        doubts = List.copyOf(doubts);
    }

    /** Whether the run was proven, and what it said then is what its chunks and receipts still add up to. */
    public boolean isProven() {
        RunReport said = run.report();
        return said.isBalanced()
                && stages.unaccounted() == 0
                && stages.refused() == 0
                && stages.chunks() == stages.receipts()
                && sentDigest.equals(hubDigest)
                && said.read() == stages.read()
                && said.delivered() == stages.applied() + stages.superseded()
                && said.unchanged() == stages.unchanged()
                && said.quarantined() == stages.quarantined()
                && said.filtered() == stages.filtered()
                && said.removed() == stages.removed();
    }

    /** A cursor as it may be shown: a time or a number; of anything else, which may hold a key, its digest only. */
    static @Nullable String shown(@Nullable String cursor) {
        boolean isHarmless =
                cursor == null || cursor.matches(TIME + "( newest " + TIME + ")?") || cursor.matches("\\d{1,12}");
        return isHarmless ? cursor : "sha256:" + LedgerText.sha256(cursor).substring(0, 16);
    }
}
