package org.exchangebus.routes.audit;

/** What is entered in the audit; the name is kept, so none is ever renamed. */
public enum Act {
    /** A bus has started; the detail says with which version, configuration and mappings. */
    START,
    /** A bus was stopped in order. A start without a stop before it follows a kill. */
    STOP,
    /** Somebody logged in to the console. */
    LOGIN,
    /** The console refused a login; entered at most every ten seconds, with their number. */
    LOGIN_REFUSED,
    /** A flow was paused. */
    PAUSE,
    /** A flow was resumed. */
    RESUME,
    /** Somebody asked for a run outside of the schedule. */
    RUN,
    /** Chunks were sent again from the ledger. */
    REDRIVE,
    /** Records of the quarantine were sent on. */
    RESUBMIT,
    /** A record of the quarantine was given a new version. */
    EDIT,
    /** A second person agreed to what another one asked for. */
    APPROVE,
    /** Records of the quarantine were given up. */
    DISCARD,
    /** A red run was closed by a person. */
    CLOSE_RUN,
    /** What is past its retention was deleted. */
    PURGE,
    /** A check of the start was overridden. */
    OVERRIDE
}
