package org.exchangebus.routes.reconciliation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.exchangebus.schemas.catalogue.Resource;
import org.exchangebus.schemas.record.Cells;

/**
 * The key of a record, told by a hash of its canonical values that {@link RegistryQuery} computes in SQL alike.
 *
 * <p>The first byte is the range that the key belongs to, so that two sides can be compared range by range. Not
 * thread-safe.
 */
final class KeyHash {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final int[] positions;
    private final MessageDigest sha256;
    private final byte[] hash = new byte[32];
    private final byte[] length = new byte[5];

    /** @param items the items of the chunk whose records are asked about, in their order */
    KeyHash(Resource resource, List<String> items) {
        positions = resource.key().stream().mapToInt(items::indexOf).toArray();
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    UUID of(Cells cells) {
        for (int position : positions) {
            byte[] array = cells.array(position);
            if (array == null) {
                sha256.update((byte) 0);
            } else {
                int size = cells.end(position) - cells.start(position);
                sha256.update(length, 0, prefix(size + 1));
                sha256.update(array, cells.start(position), size);
            }
        }
        try {
            sha256.digest(hash, 0, hash.length);
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
        java.nio.ByteBuffer bytes = java.nio.ByteBuffer.wrap(hash);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /** The key's values as a JSON list. */
    String text(Cells cells) {
        List<String> values = new ArrayList<>();
        for (int position : positions) {
            values.add(cells.text(position));
        }
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private int prefix(int value) {
        int rest = value;
        int at = 0;
        while (rest > 0x7F) {
            length[at++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        length[at++] = (byte) rest;
        return at;
    }
}
