package org.exchangebus.schemas.record;

import java.util.List;

/**
 * What became of a source chunk: each of its rows, bad ones included, is a record, a rejection or filtered.
 *
 * @param records the accepted records; may be none
 * @param rejections the rows that go to quarantine
 * @param filtered how many rows the mapping leaves out on purpose
 */
public record MappedChunk(RecordChunk records, List<Rejection> rejections, int filtered) {}
