package org.exchangebus.adapters;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.exchangebus.schemas.run.Landing;
import org.exchangebus.schemas.run.Segment;

/** A landing in memory, for tests. */
public final class MemoryLanding implements Landing {

    private final Map<String, byte[]> contents = new HashMap<>();

    /** Lands bytes as they are. */
    public Segment land(String name, byte[] bytes, Map<String, String> attributes) {
        String sha256 = sha256(bytes);
        contents.put(sha256, bytes);
        return new Segment(name, sha256, bytes.length, attributes);
    }

    public byte[] bytes(Segment segment) {
        return contents.get(segment.sha256());
    }

    /** How many different segments are kept. */
    public int size() {
        return contents.size();
    }

    @Override
    public Writer begin(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        return new Writer() {
            @Override
            public void write(int b) {
                bytes.write(b);
            }

            @Override
            public void write(byte[] b, int off, int len) {
                bytes.write(b, off, len);
            }

            @Override
            public Segment complete(Map<String, String> attributes) {
                return land(name, bytes.toByteArray(), attributes);
            }
        };
    }

    @Override
    public InputStream open(Segment segment) {
        return new ByteArrayInputStream(contents.get(segment.sha256()));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
