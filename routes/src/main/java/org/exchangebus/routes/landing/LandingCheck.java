package org.exchangebus.routes.landing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.run.Segment;

/** Whether what landed is still there as it landed. Changes nothing; the bus may run meanwhile. */
public final class LandingCheck {

    private final Path content;
    private final LandingKeys keys;

    /** @param root the landing store's own directory */
    public LandingCheck(Path root, LandingKeys keys) {
        content = LandingStore.content(root);
        this.keys = keys;
    }

    /**
     * Looks for a segment.
     *
     * @param isDeep whether it is opened, read through and hashed; otherwise only its length, header and key are looked
     *     at
     */
    public Optional<Finding> check(Segment segment, boolean isDeep) {
        SegmentFile file = new SegmentFile(content, segment, keys);
        try {
            if (isDeep) {
                file.requireDigest();
            } else {
                file.requireForm();
            }
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.findings().get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
