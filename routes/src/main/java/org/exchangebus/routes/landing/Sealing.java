package org.exchangebus.routes.landing;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

/**
 * How the bytes of a segment are sealed: Tink's streaming AES256-GCM-HKDF under a key of the segment's own.
 *
 * <p>Blocks of 4 KiB, as in Tink's template of that name: the JVM compiles the cipher within the first megabytes, and
 * no reader holds more than a block that is not proven.
 */
final class Sealing {

    private static final int BLOCK = 4096;
    private static final byte[] NOTHING = {};

    private Sealing() {}

    static OutputStream seal(OutputStream out, byte[] key) throws IOException {
        try {
            return cipher(key).newEncryptingStream(out, NOTHING);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static InputStream open(InputStream in, byte[] key) throws IOException {
        try {
            return cipher(key).newDecryptingStream(in, NOTHING);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AesGcmHkdfStreaming cipher(byte[] key) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key, "HmacSha256", LandingKey.LENGTH, BLOCK, 0);
    }
}
