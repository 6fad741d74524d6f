package org.exchangebus.routes.bus;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.routes.landing.LandingStore;
import org.exchangebus.routes.purge.Purge;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.schemas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Lets a capture begin where there is room for it, and purges what may go where there is none. */
final class CaptureRoom {

    private static final Duration BETWEEN_PURGES = Duration.ofMinutes(5);
    private static final Duration BETWEEN_TRIES = Duration.ofHours(1);
    private static final Set<Problem> NO_ROOM =
            Set.of(RoutesProblem.LANDING_BUDGET_IS_REACHED, RoutesProblem.DISK_RESERVE_IS_REACHED);

    /** Room that a capture found too little, and when; others may have had their share of it. */
    private record TooLittle(long bytes, long at) {}

    private final LandingStore landing;
    private final Purge purge;
    private final Map<String, Long> begun = new ConcurrentHashMap<>();
    private final Map<String, TooLittle> notEnough = new ConcurrentHashMap<>();
    private long purgedAt = System.nanoTime() - BETWEEN_PURGES.toNanos();

    CaptureRoom(LandingStore landing, Purge purge) {
        this.landing = landing;
        this.purge = purge;
    }

    /** Refuses where there is no more room than a capture of this flow found too little, even after a purge. */
    void require(String flow) throws IOException {
        try {
            landing.requireRoom(tooLittle(flow));
        } catch (ProblemException e) {
            if (isPurgeDue()) {
                purge.run(null, "schedule");
            }
            landing.requireRoom(tooLittle(flow));
        }
        begun.put(flow, landing.room());
    }

    /** A capture ended: remembers that the room which it had was too little, where that is why. */
    void ended(String flow, @Nullable Exception failure) {
        Long room = begun.remove(flow);
        boolean isTooLittle = failure instanceof ProblemException problem
                && NO_ROOM.contains(problem.findings().get(0).problem());
        if (isTooLittle && room != null) {
            notEnough.put(flow, new TooLittle(room, System.nanoTime()));
        } else {
            notEnough.remove(flow);
        }
    }

    private long tooLittle(String flow) {
        TooLittle found = notEnough.get(flow);
        boolean isBelieved = found != null && System.nanoTime() - found.at() < BETWEEN_TRIES.toNanos();
        return isBelieved ? found.bytes() : 0;
    }

    private synchronized boolean isPurgeDue() {
        long now = System.nanoTime();
        boolean isDue = now - purgedAt >= BETWEEN_PURGES.toNanos();
        purgedAt = isDue ? now : purgedAt;
        return isDue;
    }
}
