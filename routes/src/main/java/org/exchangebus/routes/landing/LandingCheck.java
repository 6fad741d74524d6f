package org.exchangebus.routes.landing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.run.Segment;

/** Whether what landed is still there as it landed. Changes nothing; the bus may run meanwhile. */
public final class LandingCheck {

    private final Path content;

    /** @param root the landing store's own directory */
    public LandingCheck(Path root) {
        content = LandingStore.content(root);
    }

    /**
     * Looks for a segment.
     *
     * @param isDeep whether its bytes are read and hashed; otherwise only their number is compared
     */
    public Optional<Finding> check(Segment segment, boolean isDeep) {
        Path file = LandingStore.path(content, segment.sha256());
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.of(Finding.of(segment.name(), RoutesProblem.SEGMENT_IS_MISSING, segment.sha256()));
            }
            if (Files.size(file) != segment.bytes()) {
                return Optional.of(LandingStore.damaged(segment, Files.size(file)));
            }
            String found = isDeep ? sha256(file) : segment.sha256();
            return found.equals(segment.sha256())
                    ? Optional.empty()
                    : Optional.of(
                            Finding.of(segment.name(), RoutesProblem.SEGMENT_HAS_OTHER_BYTES, segment.sha256(), found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream hashing = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            hashing.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(hashing.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
