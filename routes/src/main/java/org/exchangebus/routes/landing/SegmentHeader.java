package org.exchangebus.routes.landing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The first 100 bytes of a segment's file, big-endian: magic (8), version (1), compression (1), sealing (1), zero (1),
 * plain bytes (8), bytes of the file (8), identity of the key (8), the segment's own key under that one (60), CRC-32C
 * of all before (4).
 *
 * <p>The segment's key is wrapped with everything before it and the SHA-256 of the plain bytes as associated data: a
 * header under another name, or with another length, opens nothing. The CRC tells a damaged header from a key that is
 * not here.
 */
record SegmentHeader(boolean isSealed, long plainBytes, long storedBytes, byte[] keyId, byte[] wrapped) {

    static final int LENGTH = 100;
    static final int VERSION = 1;

    private static final byte[] MAGIC = "XBUS-SEG".getBytes(StandardCharsets.US_ASCII);
    private static final int BOUND = 36;
    private static final byte ZSTD = 1;
    private static final byte AES_GCM_HKDF = 1;

    /** What is said before the wrapped key, and the name under which the segment is kept: what that key is bound to. */
    static byte[] bound(boolean isSealed, long plainBytes, long storedBytes, byte[] keyId, String sha256) {
        return ByteBuffer.allocate(BOUND + 32)
                .put(MAGIC)
                .put((byte) VERSION)
                .put(ZSTD)
                .put(isSealed ? AES_GCM_HKDF : 0)
                .put((byte) 0)
                .putLong(plainBytes)
                .putLong(storedBytes)
                .put(keyId)
                .put(HexFormat.of().parseHex(sha256))
                .array();
    }

    byte[] bound(String sha256) {
        return bound(isSealed, plainBytes, storedBytes, keyId, sha256);
    }

    byte[] encoded() {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH)
                .put(bound("00".repeat(32)), 0, BOUND)
                .put(wrapped);
        return bytes.putInt(crc(bytes.array())).array();
    }

    /** Whether these are the first bytes of a file of this form; what landed before version 1 has no header. */
    static boolean isThere(byte[] first) {
        return first.length >= MAGIC.length && Arrays.equals(first, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /** The version that a header claims; its form is known for {@link #VERSION} alone. */
    static int version(byte[] header) {
        return header[MAGIC.length] & 0xff;
    }

    /** Reads a header; empty where it is cut, was changed, or says what this version never writes. */
    static Optional<SegmentHeader> decode(byte[] header) {
        if (header.length != LENGTH) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(header).position(MAGIC.length + 1);
        byte compression = bytes.get();
        byte sealing = bytes.get();
        byte zero = bytes.get();
        long plain = bytes.getLong();
        long stored = bytes.getLong();
        byte[] keyId = new byte[LandingKey.ID_LENGTH];
        byte[] wrapped = new byte[LandingKey.WRAPPED_LENGTH];
        bytes.get(keyId).get(wrapped);
        boolean isKnown = compression == ZSTD && (sealing == 0 || sealing == AES_GCM_HKDF) && zero == 0;
        return isKnown && bytes.getInt() == crc(header)
                ? Optional.of(new SegmentHeader(sealing == AES_GCM_HKDF, plain, stored, keyId, wrapped))
                : Optional.empty();
    }

    private static int crc(byte[] header) {
        CRC32C crc = new CRC32C();
        crc.update(header, 0, LENGTH - Integer.BYTES);
        return (int) crc.getValue();
    }
}
