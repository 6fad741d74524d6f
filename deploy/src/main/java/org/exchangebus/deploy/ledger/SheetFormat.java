package org.exchangebus.deploy.ledger;

/** The forms in which a sheet is written. */
public enum SheetFormat {
    TEXT,
    HTML,
    CSV,
    JSON
}
