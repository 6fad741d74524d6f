package org.exchangebus.routes.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit, as it is kept; whether its hash is right is another question.
 *
 * @param number 1 for the first, without gaps
 * @param at the database's time, to the microsecond
 * @param act name of an {@link Act}, which may be one of a later version
 * @param reason null where the act needs none
 * @param detail a JSON object of texts, names sorted
 * @param previous hash of the entry before, {@link #BEGINNING} for the first
 * @param hash 64 hexadecimal digits, SM3 over everything else
 */
public record AuditEntry(
        long number,
        Instant at,
        String who,
        String act,
        String subject,
        @Nullable String reason,
        String detail,
        String previous,
        String hash) {

    /** What the first entry follows. */
    public static final String BEGINNING = "0".repeat(64);

    private static final int FORM = 1;

    /** The entry with the hash that it has to have. */
    public AuditEntry sealed() {
        return new AuditEntry(number, at, who, act, subject, reason, detail, previous, computed(number));
    }

    boolean isAsEntered() {
        return wouldBeAs(number);
    }

    /** Whether the hash is that of the same entry under this number: then only the number was changed. */
    boolean wouldBeAs(long otherNumber) {
        return hash.equals(computed(otherNumber));
    }

    /**
     * SM3 over: the form (one byte, 1), number and microseconds since 1970 (eight bytes each, big-endian), then who,
     * act, subject, reason, detail, previous, each as its length in bytes (four, big-endian; −1 for null) and UTF-8.
     */
    private String computed(long asNumber) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            out.writeLong(asNumber);
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
            for (String text : new String[] {who, act, subject, reason, detail, previous}) {
                write(out, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SM3Digest digest = new SM3Digest();
        digest.update(bytes.toByteArray(), 0, bytes.size());
        byte[] result = new byte[digest.getDigestSize()];
        digest.doFinal(result, 0);
        return HexFormat.of().formatHex(result);
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
