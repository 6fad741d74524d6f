package org.exchangebus.routes.ledger;

/** Where a run takes its rows. */
public enum TakenFrom {
    /** From the system; the only rows that are new. */
    SOURCE,
    /** What earlier runs landed, once more. */
    LANDING,
    /** Entries that waited in quarantine. */
    QUARANTINE
}
