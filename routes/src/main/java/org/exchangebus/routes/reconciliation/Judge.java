package org.exchangebus.routes.reconciliation;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.exchangebus.routes.ledger.RunVersions;
import org.jspecify.annotations.Nullable;

/** Decides about one key: what proven runs brought beside what the registry holds. */
final class Judge {

    /**
     * What the last record of a key was.
     *
     * @param since version of the first of the equal records that came last
     * @param last version of the last record
     * @param digest null where it is not known, because its run could not be replayed as it was
     * @param run the run that sent the first of the equal records
     */
    record Expected(
            UUID keyHash,
            String key,
            long since,
            long last,
            @Nullable UUID digest,
            boolean isDeleted,
            String flow,
            long run) {}

    /**
     * What the registry holds under a key.
     *
     * @param content digest of the columns, computed anew
     * @param digest what the row says its digest is
     * @param hasMore whether a column is filled that no record names
     */
    record Held(
            UUID keyHash,
            String key,
            UUID content,
            UUID digest,
            long version,
            long run,
            String flow,
            boolean isDeleted,
            boolean hasMore) {}

    /** What is said of a key. */
    enum Verdict {
        AGREES,
        MISSING,
        OTHER_CONTENT,
        NOT_FROM_ANY_RUN,
        /** Of a flow that was not asked about. */
        OF_ANOTHER_FLOW,
        /** Of a run that is not proven, or was proven after the comparison began. */
        NOT_PROVEN_YET,
        /** Of a run that could not be replayed as it was. */
        OUT_OF_REACH,
        /** Marked as deleted by the hub when a run had brought everything that its source holds, and this not. */
        GONE_FROM_THE_SOURCE
    }

    private final Set<String> flows;
    private final Unknown unknown;
    private final RunFacts runs;
    private final long horizon;

    /**
     * A judge for one comparison.
     *
     * @param flows the flows that are asked about
     * @param horizon the newest run when the comparison began
     */
    Judge(Set<String> flows, Unknown unknown, RunFacts runs, long horizon) {
        this.flows = flows;
        this.unknown = unknown;
        this.runs = runs;
        this.horizon = horizon;
    }

    Verdict missing(Expected expected) {
        return expected.digest() == null ? Verdict.OUT_OF_REACH : Verdict.MISSING;
    }

    Verdict unexpected(Held held) {
        if (!flows.contains(held.flow())) {
            return Verdict.OF_ANOTHER_FLOW;
        }
        return isRemoval(held) ? Verdict.GONE_FROM_THE_SOURCE : notKnown(held).orElse(Verdict.NOT_FROM_ANY_RUN);
    }

    Verdict both(Expected expected, Held held) {
        boolean isLater = held.version() > expected.last();
        if (isLater && !flows.contains(held.flow())) {
            return Verdict.OF_ANOTHER_FLOW;
        }
        if (expected.digest() == null) {
            return Verdict.OUT_OF_REACH;
        }
        boolean isSame = held.content().equals(held.digest())
                && held.digest().equals(expected.digest())
                && held.isDeleted() == expected.isDeleted()
                && !held.hasMore();
        if (isSame && (isOfTheRecord(expected, held) || isOfAnEqualRecord(expected, held))) {
            return Verdict.AGREES;
        }
        if (isLater && isRemoval(held) && expected.last() < RunVersions.of(held.run(), 0)) {
            return Verdict.GONE_FROM_THE_SOURCE;
        }
        return isLater ? notKnown(held).orElse(Verdict.OTHER_CONTENT) : Verdict.OTHER_CONTENT;
    }

    private static boolean isOfTheRecord(Expected expected, Held held) {
        return held.version() == expected.since()
                && held.run() == expected.run()
                && held.flow().equals(expected.flow());
    }

    /**
     * An equal record that came otherwise: before something that is not known, with a run that is not proven or that
     * sent again, or with another flow; where chunks of two flows cross, the hub keeps the version of whichever came first.
     */
    private boolean isOfAnEqualRecord(Expected expected, Held held) {
        Optional<RunFacts.Fact> run = runs.of(held.run());
        if (run.isEmpty() || !isOfItsRun(held, run.get())) {
            return false;
        }
        boolean isOfAnotherFlow = !held.flow().equals(expected.flow()) && held.version() <= expected.last();
        boolean isOfBeforeAGap =
                held.version() < expected.since() && unknown.isAnyBetween(held.version(), expected.since());
        boolean isAgain =
                run.get().isAgain() && held.version() >= expected.since() && held.version() <= expected.last();
        return isOutOfReach(held) || isOfBeforeAGap || isAgain || !run.get().isProven() || isOfAnotherFlow;
    }

    /** Whether it looks like what the hub makes at the end of a full set: a deletion, whose version follows the last row. */
    private boolean isRemoval(Held held) {
        return held.isDeleted()
                && held.content().equals(held.digest())
                && held.run() == RunVersions.run(held.version())
                && runs.of(held.run())
                        .filter(run -> run.isProven() && run.flow().equals(held.flow()))
                        .filter(run -> held.version() == RunVersions.of(held.run(), run.rows()))
                        .isPresent();
    }

    /** Why nothing can be said of a row that no replayed record accounts for; empty where something can. */
    private Optional<Verdict> notKnown(Held held) {
        Optional<RunFacts.Fact> run = runs.of(held.run());
        if (run.isEmpty() || !isOfItsRun(held, run.get())) {
            return Optional.empty();
        }
        if (isOutOfReach(held)) {
            return Optional.of(Verdict.OUT_OF_REACH);
        }
        return held.run() > horizon || !run.get().isProven() ? Optional.of(Verdict.NOT_PROVEN_YET) : Optional.empty();
    }

    private boolean isOutOfReach(Held held) {
        return unknown.contains(held.version()) || unknown.isOf(held.run());
    }

    /** Whether the run that a row names can have given it its version. */
    private static boolean isOfItsRun(Held held, RunFacts.Fact run) {
        long gaveVersion = RunVersions.run(held.version());
        boolean hasRight = run.isAgain() ? gaveVersion < held.run() : gaveVersion == held.run();
        return hasRight && run.flow().equals(held.flow());
    }
}
