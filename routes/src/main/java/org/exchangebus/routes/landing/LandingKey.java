package org.exchangebus.routes.landing;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** A key of 256 bits under which the keys of segments are kept; never shown. */
public final class LandingKey {

    /** Bytes of a key. */
    static final int LENGTH = 32;

    /** Bytes of its identity. */
    static final int ID_LENGTH = 8;

    /** Bytes of a segment's key under this one: nonce, key, tag. */
    static final int WRAPPED_LENGTH = 12 + LENGTH + 16;

    private static final byte[] DOMAIN = "exchange-bus landing key 1".getBytes(StandardCharsets.US_ASCII);

    private final AesGcmJce cipher;
    private final byte[] id;

    private LandingKey(byte[] bytes) {
        try {
            cipher = new AesGcmJce(bytes);
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(DOMAIN);
            id = Arrays.copyOf(sha256.digest(bytes), ID_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** 32 bytes, written as 64 hexadecimal digits or as base64; empty where the text is neither. */
    public static Optional<LandingKey> parse(String text) {
        try {
            byte[] bytes = text.matches("[0-9a-fA-F]{64}")
                    ? HexFormat.of().parseHex(text)
                    : Base64.getDecoder().decode(text);
            return bytes.length == LENGTH ? Optional.of(new LandingKey(bytes)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A new key as base64, from the system's random numbers. */
    public static String random() {
        return Base64.getEncoder().encodeToString(Random.randBytes(LENGTH));
    }

    /** What it is told apart by: a part of its digest, as 16 hexadecimal digits. */
    public String id() {
        return HexFormat.of().formatHex(id);
    }

    byte[] idBytes() {
        return id.clone();
    }

    byte[] wrap(byte[] key, byte[] bound) {
        try {
            return cipher.encrypt(key, bound);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws GeneralSecurityException where it was wrapped under another key, or is bound to something else */
    byte[] unwrap(byte[] wrapped, byte[] bound) throws GeneralSecurityException {
        return cipher.decrypt(wrapped, bound);
    }

    @Override
    public String toString() {
        return "key " + id();
    }
}
