package org.exchangebus.deploy.demo;

/** How results are written to standard output. */
public enum ReportFormat {
    /** A table for people. */
    TEXT,
    /** One JSON object per run and nothing else. */
    JSON
}
