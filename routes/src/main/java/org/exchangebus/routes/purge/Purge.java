package org.exchangebus.routes.purge;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.exchangebus.routes.landing.LandingFiles;
import org.exchangebus.routes.landing.LandingSettings;
import org.exchangebus.routes.ledger.Claims;
import org.exchangebus.routes.ledger.Claims.Releasable;
import org.jspecify.annotations.Nullable;

/**
 * Removes what runs need no longer keep.
 *
 * <p>The ledger gives up a run first, as a whole, in one transaction; its files go after that. Whoever is killed between
 * leaves files that nobody claims, and they go with the next purge.
 */
public final class Purge {

    /** Files that stand in no ledger are somebody's capture until they are this old. */
    private static final Duration UNKNOWN = Duration.ofDays(1);

    /** How far the clock of a disk may be from that of the database. */
    private static final Duration SKEW = Duration.ofHours(1);

    /**
     * What a purge did.
     *
     * @param released runs that gave up what they took
     * @param files files that were removed, of these and of earlier runs, or of none
     * @param bytes what the files took on disk
     */
    public record Outcome(List<Releasable> released, int files, long bytes) {

        public Outcome {
            released = List.copyOf(released);
        }

        public int runs() {
            return released.size();
        }
    }

    private static final int BATCH = 500;

    private final Claims claims;
    private final LandingFiles files;
    private final LedgerMark mark;
    private final Duration keep;

    public Purge(Claims claims, LandingFiles files, LandingSettings settings) {
        this.claims = claims;
        this.files = files;
        mark = new LedgerMark(settings.directory());
        keep = settings.keep();
    }

    /** What {@link #run} would let go. */
    public List<Releasable> releasable(@Nullable Instant before) {
        return claims.releasable(keep, before);
    }

    /**
     * Lets go of what may go.
     *
     * @param before runs closed before this moment; null for those that kept what they took long enough
     * @param who a login, or who runs the process; entered in the audit
     */
    public Outcome run(@Nullable Instant before, String who) {
        List<Releasable> released = claims.release(keep, before, who);
        Removal removal = new Removal();
        removal.of(claims.givenUp());
        mark.require(claims.identity());
        removal.of(unknown());
        return new Outcome(released, removal.files, removal.bytes);
    }

    /** Removes what a capture landed that came to nothing. */
    public void discard(Collection<String> contents) {
        new Removal().of(contents);
    }

    /** Files old enough that no capture under way can have landed them; claimed or not. */
    private List<String> unknown() {
        Instant day = Instant.now().minus(UNKNOWN);
        Instant capture = claims.oldestCapture().minus(SKEW);
        return files.before(capture.isBefore(day) ? capture : day);
    }

    private final class Removal {
        private int files;
        private long bytes;

        /** A batch at a time, so that nobody who lands waits for long. */
        void of(Collection<String> contents) {
            List<String> all = List.copyOf(contents);
            for (int from = 0; from < all.size(); from += BATCH) {
                claims.removeUnclaimed(all.subList(from, Math.min(all.size(), from + BATCH)), content -> {
                    files++;
                    bytes += Purge.this.files.remove(content);
                });
            }
        }
    }
}
