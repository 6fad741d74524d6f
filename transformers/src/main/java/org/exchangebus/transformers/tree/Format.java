package org.exchangebus.transformers.tree;

/** What a document is written in. */
public enum Format {
    XML,
    JSON
}
