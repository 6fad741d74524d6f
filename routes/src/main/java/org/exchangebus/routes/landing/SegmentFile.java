package org.exchangebus.routes.landing;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.run.Segment;
import org.jspecify.annotations.Nullable;

/**
 * A segment's file as it is found: nothing of it is handed out that is not what landed.
 *
 * <p>What is sealed proves itself block by block. What is not (landed without a key, or before segments had a header)
 * is hashed as a whole first.
 */
final class SegmentFile {

    private static final int BUFFER = 256 << 10;

    private final Path file;
    private final Segment segment;
    private final LandingKeys keys;

    SegmentFile(Path content, Segment segment, LandingKeys keys) {
        file = LandingStore.path(content, segment.sha256());
        this.segment = segment;
        this.keys = keys;
    }

    /** Looks at length, header and key; reads nothing of what landed. */
    void requireForm() throws IOException {
        try (InputStream in = fromDisk()) {
            form(in);
        }
    }

    /** Opens what landed. Whatever is wrong with it is a {@link ProblemException}, here or while it is read. */
    InputStream open() throws IOException {
        InputStream in = fromDisk();
        try {
            SegmentHeader header = form(in);
            if (header == null || !header.isSealed()) {
                in.close();
                requireDigest();
                in = fromDisk();
                form(in);
            }
            return plain(in, header);
        } catch (UncheckedIOException e) {
            in.close();
            throw e.getCause();
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** Hashes all of it, whatever it is. */
    void requireDigest() throws IOException {
        InputStream in = fromDisk();
        try (InputStream plain = plain(in, form(in));
                DigestInputStream hashing = new DigestInputStream(plain, MessageDigest.getInstance("SHA-256"))) {
            hashing.transferTo(OutputStream.nullOutputStream());
            String found = HexFormat.of().formatHex(hashing.getMessageDigest().digest());
            if (!found.equals(segment.sha256())) {
                throw problem(RoutesProblem.SEGMENT_HAS_OTHER_BYTES, found);
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } finally {
            in.close();
        }
    }

    private InputStream fromDisk() throws IOException {
        try {
            return new BufferedInputStream(new DiskStream(Files.newInputStream(file)), BUFFER);
        } catch (NoSuchFileException e) {
            throw problem(RoutesProblem.SEGMENT_IS_MISSING);
        }
    }

    /** Reads the header, where there is one; the stream stands before the body then. */
    private @Nullable SegmentHeader form(InputStream in) throws IOException {
        long size = Files.size(file);
        in.mark(SegmentHeader.LENGTH);
        byte[] first = in.readNBytes(SegmentHeader.LENGTH);
        if (!SegmentHeader.isThere(first)) {
            in.reset();
            requireLength(size, segment.bytes());
            return null;
        }
        if (first.length == SegmentHeader.LENGTH && SegmentHeader.version(first) != SegmentHeader.VERSION) {
            throw problem(RoutesProblem.SEGMENT_IS_OF_ANOTHER_VERSION, "" + SegmentHeader.version(first));
        }
        SegmentHeader header =
                SegmentHeader.decode(first).orElseThrow(() -> problem(RoutesProblem.SEGMENT_WAS_CHANGED, "header"));
        requireLength(size, header.storedBytes());
        requireLength(header.plainBytes(), segment.bytes());
        if (header.isSealed() && keys.of(header.keyId()).isEmpty()) {
            String id = HexFormat.of().formatHex(header.keyId());
            throw problem(RoutesProblem.SEGMENT_IS_SEALED_WITH_ANOTHER_KEY, id, keys.ids());
        }
        return header;
    }

    private void requireLength(long found, long landed) {
        if (found != landed) {
            throw problem(RoutesProblem.SEGMENT_IS_DAMAGED, Long.toString(found), Long.toString(landed));
        }
    }

    private InputStream plain(InputStream in, @Nullable SegmentHeader header) throws IOException {
        if (header == null) {
            return new ProvenStream(in, segment.bytes(), this::changed);
        }
        InputStream body = in;
        if (header.isSealed()) {
            try {
                LandingKey key = keys.of(header.keyId()).orElseThrow();
                body = Sealing.open(in, key.unwrap(header.wrapped(), header.bound(segment.sha256())));
            } catch (GeneralSecurityException e) {
                throw changed();
            }
        }
        return new ProvenStream(new ZstdInputStreamNoFinalizer(body), segment.bytes(), this::changed);
    }

    private ProblemException changed() {
        return problem(RoutesProblem.SEGMENT_WAS_CHANGED, "content");
    }

    private ProblemException problem(RoutesProblem problem, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = segment.sha256();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new ProblemException(Finding.of(segment.name(), problem, all));
    }
}
