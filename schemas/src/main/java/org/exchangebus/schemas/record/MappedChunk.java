package org.exchangebus.schemas.record;

import java.util.List;

/**
 * What became of a source chunk: each of its rows, bad ones included, is a record, a rejection or filtered.
 *
 * @param records the accepted records; may be none
 * @param rejections the rows that go to quarantine
 * @param filtered how many rows the mapping leaves out on purpose
 * @param doubts what is doubtful about accepted records
 */
public record MappedChunk(RecordChunk records, List<Rejection> rejections, int filtered, List<Doubt> doubts) {

    /** A chunk without doubts. */
    public MappedChunk(RecordChunk records, List<Rejection> rejections, int filtered) {
        this(records, rejections, filtered, List.of());
    }
}
