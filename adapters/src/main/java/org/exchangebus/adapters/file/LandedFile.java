package org.exchangebus.adapters.file;

import java.util.Optional;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.run.Segment;
import org.jspecify.annotations.Nullable;

/** A file that is in the landing whole, with its MD5 where a companion claims one. */
record LandedFile(Segment segment, String md5) {

    /** The first of the companion's claims that the bytes do not keep. */
    Optional<Finding> contradiction(@Nullable Companion companion) {
        if (companion == null) {
            return Optional.empty();
        }
        String place = segment.name();
        return companion
                .contradiction(place, "size", String.valueOf(segment.bytes()))
                .or(() -> companion.contradiction(place, "sha256", segment.sha256()))
                .or(() -> companion.contradiction(place, "md5", md5));
    }
}
