package org.exchangebus.routes.ledger;

/** Versions of records: those of one run lie in a range of their own, in the order in which its rows are read. */
public final class RunVersions {

    /** How many versions a run has. */
    public static final long PER_RUN = 1_000_000_000L;

    private RunVersions() {}

    /** The version of the row that stands at this place of a run, from 0. */
    public static long of(long run, long ordinal) {
        return run * PER_RUN + ordinal;
    }

    /** The run whose record has this version. */
    public static long run(long version) {
        return version / PER_RUN;
    }
}
