package org.exchangebus.schemas.record;

/** What a record asks of the registry. */
public enum Operation {
    UPSERT,
    DELETE
}
