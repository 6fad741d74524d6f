package org.exchangebus.schemas.record;

import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Computes the digests of records, one after the other. Not thread-safe. */
final class RecordDigest {

    private final MessageDigest sha256;
    private final byte[] hash = new byte[32];

    RecordDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Computes the digest of operation and values. */
    void of(byte[] bytes, int start, int length) {
        sha256.update(bytes, start, length);
        try {
            sha256.digest(hash, 0, 32);
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Upper half of the digest that was computed last. */
    long high() {
        return ByteBuffer.wrap(hash, 0, 8).getLong();
    }

    long low() {
        return ByteBuffer.wrap(hash, 8, 8).getLong();
    }
}
