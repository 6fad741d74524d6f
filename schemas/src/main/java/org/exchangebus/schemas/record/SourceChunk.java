package org.exchangebus.schemas.record;

/**
 * What a mapping is given: a block of rows with the address that its records will carry.
 *
 * @param id the id of the chunk that the rows become
 * @param flow {@code <system>-<source>}
 * @param firstVersion version of the first row's record; the following rows count on from it
 */
public record SourceChunk(ChunkId id, String flow, long firstVersion, Rows rows) {}
