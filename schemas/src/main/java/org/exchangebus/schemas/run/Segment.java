package org.exchangebus.schemas.run;

import java.util.Map;

/**
 * A piece of what a run took, kept in the landing store under its content: a file, an answer's page, a block of rows.
 *
 * @param name file name or page, unique in its run; also what quarantine shows as the place
 * @param sha256 digest of the bytes, 64 hexadecimal digits
 * @param bytes how many they are
 * @param attributes what the adapter wants to know when it reads or acknowledges the segment
 */
public record Segment(String name, String sha256, long bytes, Map<String, String> attributes) {

    public Segment {
        attributes = Map.copyOf(attributes);
    }
}
