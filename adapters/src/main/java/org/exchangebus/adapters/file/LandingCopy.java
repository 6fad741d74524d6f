package org.exchangebus.adapters.file;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.exchangebus.schemas.run.Landing;
import org.jspecify.annotations.Nullable;

/** Writes into the landing and computes on the way what a companion claims beside the landing's own SHA-256. */
final class LandingCopy extends OutputStream {

    private final Landing.Writer writer;
    private final @Nullable MessageDigest md5;

    LandingCopy(Landing.Writer writer, boolean isMd5Wanted) {
        this.writer = writer;
        this.md5 = isMd5Wanted ? digest() : null;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        writer.write(bytes, offset, length);
        if (md5 != null) {
            md5.update(bytes, offset, length);
        }
    }

    LandedFile complete(Map<String, String> attributes) throws IOException {
        String hex = md5 == null ? "" : HexFormat.of().formatHex(md5.digest());
        return new LandedFile(writer.complete(attributes), hex);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private static MessageDigest digest() {
        try {
            // Only compared with what an old system claims; the landing's own digest is SHA-256.
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
