package org.exchangebus.routes.wire;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdException;
import org.exchangebus.schemas.record.RecordChunk;

/**
 * A chunk as it travels: its bytes as one Zstandard frame (RFC 8878) that says how long they are.
 *
 * <p>Compressed it is a third as long, and the broker copies, syncs and keeps every byte several times. The frame's
 * checksum covers what the records' digests do not: names, numbers and versions.
 */
public final class ChunkBody {

    /** Bytes that a chunk may have once it is inflated; whoever sends more is not believed. */
    static final int LARGEST = 16 * Queues.LARGEST_MESSAGE;

    /** Fast rather than small. */
    private static final int LEVEL = 1;

    private ChunkBody() {}

    public static byte[] write(RecordChunk chunk) {
        try (ZstdCompressCtx frame = new ZstdCompressCtx()) {
            return frame.setLevel(LEVEL).setChecksum(true).compress(chunk.encoded());
        }
    }

    /** @throws IllegalArgumentException if the bytes are no chunk; the message repeats nothing of them */
    public static RecordChunk read(byte[] body) {
        long length = body.length == 0 ? 0 : Zstd.getFrameContentSize(body);
        if (length <= 0 || length > LARGEST) {
            throw new IllegalArgumentException("Not a chunk as it was sent: " + length + " bytes");
        }
        byte[] encoded = new byte[(int) length];
        try {
            if (Zstd.decompress(encoded, body) != length) {
                throw new IllegalArgumentException("The chunk is cut short");
            }
        } catch (ZstdException e) {
            throw new IllegalArgumentException("Not a chunk as it was sent", e);
        }
        return RecordChunk.decode(encoded);
    }
}
