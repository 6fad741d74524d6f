package org.exchangebus.routes.landing;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import com.google.crypto.tink.subtle.Random;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.exchangebus.schemas.run.Landing;
import org.exchangebus.schemas.run.Segment;

/** Writes one segment of the landing store: hashes, compresses, then seals. The header comes last, before the name. */
final class SegmentWriter extends Landing.Writer {

    /** Level 1 compresses texts to about a third at the speed of a disk; higher ones take twice as long for little. */
    private static final int LEVEL = 1;

    private static final int FILE_BUFFER = 256 << 10;

    private final LandingStore store;
    private final String name;
    private final Path file;
    private final FileChannel channel;
    private final Optional<LandingKey> key;
    private final Room.Share share;
    private final Consumer<String> landed;
    private final byte[] segmentKey;
    private final OutputStream body;
    private final MessageDigest sha256;
    private final byte[] buffer = new byte[LandingStore.BUFFER];
    private int filled;
    private long written;
    private boolean isEnded;
    private boolean complete;

    SegmentWriter(
            LandingStore store,
            String name,
            Path file,
            FileChannel channel,
            Optional<LandingKey> key,
            Room.Share share,
            Consumer<String> landed)
            throws IOException {
        this.store = store;
        this.name = name;
        this.file = file;
        this.channel = channel;
        this.key = key;
        this.share = share;
        this.landed = landed;
        segmentKey = Random.randBytes(LandingKey.LENGTH);
        channel.position(SegmentHeader.LENGTH);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), FILE_BUFFER) {
            @Override
            public void close() throws IOException {
                // The channel is still needed for the header.
                flush();
            }
        };
        OutputStream sealed = key.isPresent() ? Sealing.seal(out, segmentKey) : out;
        body = new ZstdOutputStreamNoFinalizer(sealed, LEVEL).setChecksum(true);
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
        isEnded = true;
        body.close();
        String digest = HexFormat.of().formatHex(sha256.digest());
        writeHeader(digest);
        channel.force(true);
        channel.close();
        long size = Files.size(file);
        share.kept(size, store.keep(file, digest));
        landed.accept(digest);
        complete = true;
        return new Segment(name, digest, written, attributes);
    }

    private void writeHeader(String digest) throws IOException {
        long stored = channel.size();
        byte[] keyId = key.map(LandingKey::idBytes).orElse(new byte[LandingKey.ID_LENGTH]);
        byte[] bound = SegmentHeader.bound(key.isPresent(), written, stored, keyId, digest);
        byte[] wrapped = key.map(k -> k.wrap(segmentKey, bound)).orElse(new byte[LandingKey.WRAPPED_LENGTH]);
        ByteBuffer header =
                ByteBuffer.wrap(new SegmentHeader(key.isPresent(), written, stored, keyId, wrapped).encoded());
        while (header.hasRemaining()) {
            channel.write(header, header.position());
        }
    }

    @Override
    public void close() throws IOException {
        if (complete) {
            return;
        }
        try {
            if (!isEnded) {
                // Frees the memory of the compressor, which is not the JVM's.
                body.close();
            }
        } finally {
            share.release();
            channel.close();
            Files.deleteIfExists(file);
        }
    }

    private void drain() throws IOException {
        sha256.update(buffer, 0, filled);
        body.write(buffer, 0, filled);
        share.wrote(channel.position());
        written += filled;
        filled = 0;
    }
}
