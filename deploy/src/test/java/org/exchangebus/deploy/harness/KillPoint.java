package org.exchangebus.deploy.harness;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Where a process kills itself, as {@code kill -9} would: {@code <moment> <place> <occurrence>}, such as
 * {@code before-step publish 3}.
 *
 * <p>Places are what the outside can know: ids of steps in the routes, tables, queues.
 */
record KillPoint(Moment moment, String place, int occurrence) {

    /** What happens at the place. */
    enum Moment {
        BEFORE_STEP,
        AFTER_STEP,
        BEFORE_COMMIT,
        AFTER_COMMIT,
        BEFORE_ACKNOWLEDGE,
        AFTER_ACKNOWLEDGE;

        String text() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** System property that holds the point of this process. */
    static final String PROPERTY = "harness.kill";

    /** The exit code of a process that came to its point; no JVM ends with it by itself. */
    static final int KILLED = 86;

    private static final AtomicInteger MET = new AtomicInteger();

    static KillPoint parse(String text) {
        String[] parts = text.split(" ");
        Moment moment =
                Moment.valueOf(parts[0].toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        return new KillPoint(moment, parts[1], Integer.parseInt(parts[2]));
    }

    /** The point of this process; null where it has none. */
    static @Nullable KillPoint ofThisProcess() {
        String text = System.getProperty(PROPERTY);
        return text == null ? null : parse(text);
    }

    boolean is(Moment other, String where) {
        return moment == other && place.equals(where);
    }

    /** Ends the process where this is the point and its occurrence has come. */
    void reach(Moment now, String where) {
        if (is(now, where) && MET.incrementAndGet() == occurrence) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    @Override
    public String toString() {
        return moment.text() + " " + place + " " + occurrence;
    }
}
