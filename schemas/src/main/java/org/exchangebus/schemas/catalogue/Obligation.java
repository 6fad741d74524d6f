package org.exchangebus.schemas.catalogue;

/** Whether an item has to be there: mandatory, on a condition that a rule states, or optional. */
public enum Obligation {
    MANDATORY,
    CONDITIONAL,
    OPTIONAL
}
