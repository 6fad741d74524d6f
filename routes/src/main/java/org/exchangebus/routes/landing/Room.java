package org.exchangebus.routes.landing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;

/**
 * How much more may be landed: within the budget of the store, and leaving the reserve of its disk.
 *
 * <p>Whoever writes takes hold of room a step at a time, so that several at once do not pass a limit together.
 */
final class Room {

    private static final long LONGEST_STEP = 16L << 20;
    private static final long SHORTEST_STEP = 64L << 10;
    private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(1);
    private static final Duration LONGEST_BELIEVED = Duration.ofHours(1);

    private final LandingSettings settings;
    private final LandingFiles files;
    private final Path disk;
    private final long step;
    private long stored;
    private long held;
    private long unwritten;
    private long countedAt = System.nanoTime();

    Room(LandingSettings settings, LandingFiles files) {
        this.settings = settings;
        this.files = files;
        disk = settings.directory();
        step = Math.max(SHORTEST_STEP, Math.min(LONGEST_STEP, settings.budget() / 64));
        stored = files.stored();
    }

    /** What one writer holds. Not for several threads. */
    final class Share {
        private long holds;
        private long written;

        /** Takes hold of the first step. */
        void begin() throws IOException {
            grow();
        }

        /** The file has so many bytes now; it may pass what it holds by what is written at once, not by more. */
        void wrote(long total) throws IOException {
            change(holds, total);
            while (written > holds) {
                grow();
            }
        }

        /** The file has its name: it takes as much as it has, and what it replaced takes nothing. */
        void kept(long size, long replaced) {
            synchronized (Room.this) {
                stored += size - replaced;
                change(0, 0);
            }
        }

        void release() {
            change(0, 0);
        }

        private void grow() throws IOException {
            synchronized (Room.this) {
                require(0);
                change(holds + step, written);
            }
        }

        private void change(long nowHolds, long nowWritten) {
            synchronized (Room.this) {
                held += nowHolds - holds;
                unwritten += Math.max(0, nowHolds - nowWritten) - Math.max(0, holds - written);
                holds = nowHolds;
                written = nowWritten;
            }
        }
    }

    /** Bytes that may be written yet, by all together; negative where a limit is passed. */
    synchronized long left() throws IOException {
        return Math.min(settings.budget() - stored - held, spare());
    }

    /** Refuses where there is no room for another step, or not for more than so many bytes. */
    synchronized void require(long moreThan) throws IOException {
        // A store that is empty always lets one try.
        long needed = Math.min(Math.max(step, moreThan + step), settings.budget());
        boolean isRefused = stored + held + needed > settings.budget();
        if (isCountOlderThan(isRefused ? BETWEEN_COUNTS : LONGEST_BELIEVED)) {
            // Another process may have purged.
            stored = files.stored();
            countedAt = System.nanoTime();
        }
        if (stored + held + needed > settings.budget()) {
            throw problem(RoutesProblem.LANDING_BUDGET_IS_REACHED, stored + held, settings.budget());
        }
        if (spare() < Math.max(step, moreThan + step)) {
            long free = Math.max(0, spare() + settings.reserve());
            throw problem(RoutesProblem.DISK_RESERVE_IS_REACHED, free, settings.reserve());
        }
    }

    private boolean isCountOlderThan(Duration age) {
        return System.nanoTime() - countedAt > age.toNanos();
    }

    private long spare() throws IOException {
        return Files.getFileStore(disk).getUsableSpace() - unwritten - settings.reserve();
    }

    synchronized void gone(long bytes) {
        stored -= bytes;
    }

    private ProblemException problem(RoutesProblem problem, long is, long limit) {
        return new ProblemException(
                Finding.of(disk.toString(), problem, Long.toString(is >> 20), Long.toString(limit >> 20)));
    }
}
