package org.exchangebus.routes.landing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.exchangebus.schemas.run.Landing;
import org.exchangebus.schemas.run.Segment;

/** Writes one segment of the landing store. */
final class SegmentWriter extends Landing.Writer {

    /** How much is written between two looks at the free space of the disk. */
    private static final long SPACE_INTERVAL = 64L << 20;

    private final LandingStore store;
    private final String name;
    private final Path file;
    private final FileChannel channel;
    private final MessageDigest sha256;
    private final byte[] buffer = new byte[LandingStore.BUFFER];
    private int filled;
    private long written;
    private boolean complete;

    SegmentWriter(LandingStore store, String name, Path file, FileChannel channel) {
        this.store = store;
        this.name = name;
        this.file = file;
        this.channel = channel;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        if (filled == buffer.length) {
            drain();
        }
        buffer[filled++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (filled == buffer.length) {
                drain();
            }
            int part = Math.min(left, buffer.length - filled);
            System.arraycopy(bytes, from, buffer, filled, part);
            filled += part;
            from += part;
            left -= part;
        }
    }

    @Override
    public Segment complete(Map<String, String> attributes) throws IOException {
        drain();
        channel.force(true);
        channel.close();
        String digest = HexFormat.of().formatHex(sha256.digest());
        store.keep(file, digest);
        complete = true;
        return new Segment(name, digest, written, attributes);
    }

    @Override
    public void close() throws IOException {
        if (!complete) {
            channel.close();
            Files.deleteIfExists(file);
        }
    }

    private void drain() throws IOException {
        sha256.update(buffer, 0, filled);
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, filled);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        if (written / SPACE_INTERVAL != (written + filled) / SPACE_INTERVAL) {
            store.requireSpace();
        }
        written += filled;
        filled = 0;
    }
}
