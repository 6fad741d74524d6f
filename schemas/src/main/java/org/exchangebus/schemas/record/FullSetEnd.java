package org.exchangebus.schemas.record;

/**
 * What the last chunk of a full set says: that it is the last, and what may become of records that the set lacks.
 *
 * @param entries how many records and kept keys the chunks before it held together
 * @param version version of the deletions
 * @param stopRecords so many may always go
 * @param stopPerCent of more, at most so many of a hundred of the flow's records
 * @param isLetThrough whether a person answers for it that more go
 */
public record FullSetEnd(long entries, long version, int stopRecords, int stopPerCent, boolean isLetThrough) {}
