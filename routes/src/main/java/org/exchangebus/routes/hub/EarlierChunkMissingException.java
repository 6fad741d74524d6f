package org.exchangebus.routes.hub;

import org.exchangebus.schemas.record.ChunkId;

/** A chunk has come whose predecessor has not; merged now, an older version could overwrite a newer one. */
final class EarlierChunkMissingException extends RuntimeException {

    EarlierChunkMissingException(ChunkId id) {
        super("The chunk before " + id.text() + " has not come");
    }
}
