package org.exchangebus.schemas.record;

/**
 * Names a chunk for ever: the same landed bytes give the same chunks under the same ids, so that a chunk
 * that is sent again is recognised.
 *
 * @param run number of the run, unique on one bus
 * @param number ordinal of the chunk in its run, from 0
 */
public record ChunkId(long run, int number) {

    /** The duplicate id that the broker and the hub's inbox compare. */
    public String text() {
        return run + "-" + number;
    }

    /** Reads what {@link #text()} wrote. */
    public static ChunkId parse(String text) {
        int dash = text.indexOf('-');
        return new ChunkId(Long.parseLong(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)));
    }
}
