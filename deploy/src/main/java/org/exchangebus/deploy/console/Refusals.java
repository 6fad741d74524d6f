package org.exchangebus.deploy.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Counts refused logins between two entries, so that whoever guesses cannot fill the disk. */
final class Refusals {

    private static final Duration BETWEEN = Duration.ofSeconds(10);

    private final Clock clock;
    private Instant quietUntil = Instant.MIN;
    private int unsaid;

    Refusals(Clock clock) {
        this.clock = clock;
    }

    /** How many refusals are to be entered now, this one included; 0 where it is only counted. */
    synchronized int next() {
        unsaid++;
        Instant now = clock.instant();
        if (now.isBefore(quietUntil)) {
            return 0;
        }
        quietUntil = now.plus(BETWEEN);
        int said = unsaid;
        unsaid = 0;
        return said;
    }
}
