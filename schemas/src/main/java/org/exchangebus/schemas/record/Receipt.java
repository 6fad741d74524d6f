package org.exchangebus.schemas.record;

import org.jspecify.annotations.Nullable;

/**
 * The hub's acknowledgement of a chunk; the same chunk always gets the same receipt.
 *
 * @param chunk the chunk that is acknowledged
 * @param applied records whose effect is in the registry because of this chunk
 * @param superseded records that a newer version of the same key stands in for
 * @param unchanged records that the registry held already, digest for digest
 * @param removed records that were marked as deleted because a full set no longer holds them
 * @param digest sum of the digests that the hub computed over the values it received
 * @param refusal why the hub could not take the chunk; null where it did
 */
public record Receipt(
        ChunkId chunk,
        int applied,
        int superseded,
        int unchanged,
        int removed,
        Digest digest,
        @Nullable String refusal) {

    /** The receipt of a chunk that ends no full set. */
    public Receipt(ChunkId chunk, int applied, int superseded, int unchanged, Digest digest, @Nullable String refusal) {
        this(chunk, applied, superseded, unchanged, 0, digest, refusal);
    }

    public boolean isRefusal() {
        return refusal != null;
    }
}
