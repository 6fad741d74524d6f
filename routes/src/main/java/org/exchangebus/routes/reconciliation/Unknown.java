package org.exchangebus.routes.reconciliation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exchangebus.routes.ledger.RunVersions;
import org.jspecify.annotations.Nullable;

/** Which versions of records a comparison cannot know, because their run could not be read and mapped as it was then. */
final class Unknown {

    private final BitSet runs = new BitSet();
    private final Map<Long, List<long[]>> parts = new HashMap<>();
    private final Map<String, Long> reasons = new TreeMap<>();
    private long before;

    /** Nothing is known of runs before this one: they were not asked for. */
    void addBefore(long run) {
        before = run;
    }

    void addRun(long run, String reason) {
        if (!isOf(run)) {
            runs.set(Math.toIntExact(run));
            reasons.merge(reason, 1L, Long::sum);
        }
    }

    /** Part of a run: versions from the first to before the last. */
    void addPart(long run, long from, long to, String reason) {
        List<long[]> known = parts.computeIfAbsent(run, key -> new ArrayList<>());
        if (known.isEmpty()) {
            reasons.merge(reason, 1L, Long::sum);
        }
        known.add(new long[] {from, to});
    }

    /** Whether a run could not be replayed at all. */
    boolean isOf(long run) {
        return run >= 0 && run <= Integer.MAX_VALUE && runs.get((int) run);
    }

    boolean contains(long version) {
        long run = RunVersions.run(version);
        if (run < before || isOf(run)) {
            return true;
        }
        return parts.getOrDefault(run, List.of()).stream().anyMatch(part -> version >= part[0] && version < part[1]);
    }

    /** Whether anything is not known of the runs between those of two versions, both included. */
    boolean isAnyBetween(long from, long to) {
        long first = RunVersions.run(from);
        long last = RunVersions.run(to);
        int next = first < 0 || first > Integer.MAX_VALUE ? -1 : runs.nextSetBit((int) first);
        return next >= 0 && next <= last || parts.keySet().stream().anyMatch(run -> run >= first && run <= last);
    }

    /** Whether everything that the flows ever brought is known. */
    boolean isEmpty() {
        return before == 0 && reasons.isEmpty();
    }

    /** How many runs could not be replayed as they were, by the code of what stood in the way. */
    Map<String, Long> reasons() {
        return Map.copyOf(reasons);
    }

    /** The last run that is not known as a whole; null where all are. */
    @Nullable
    Long last() {
        long last = Math.max(before - 1, runs.length() - 1);
        for (long run : parts.keySet()) {
            last = Math.max(last, run);
        }
        return last < 1 ? null : Long.valueOf(last);
    }
}
