package org.exchangebus.deploy.bench;

/**
 * What the same rows cost without the bus, measured in the same run.
 *
 * @param bytes size of the workload
 * @param limitSeconds the rows brought by hand: COPY to an unlogged staging table, then a keyed upsert
 * @param floorSeconds plain COPY into an empty keyed table
 * @param load load average of the machine before the measurements
 */
record Limits(long bytes, double limitSeconds, double floorSeconds, double load) {}
