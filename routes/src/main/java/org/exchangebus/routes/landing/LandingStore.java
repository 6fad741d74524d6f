package org.exchangebus.routes.landing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.run.Landing;
import org.exchangebus.schemas.run.Segment;

/**
 * The landing store on disk: every segment under the digest of its plain bytes, compressed, sealed, readable by its
 * owner alone.
 *
 * <p>A segment is written beside the store, made durable, and only then moved to its name; so that what has
 * a name is whole, whenever the power went.
 */
public final class LandingStore implements Landing {

    static final int BUFFER = 1 << 20;

    private static final Set<PosixFilePermission> OWNER_DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");

    private final LandingSettings settings;
    private final Path content;
    private final Path unfinished;

    /** Opens the store and sweeps what was left unfinished. */
    public LandingStore(LandingSettings settings) throws IOException {
        this.settings = settings;
        Path root = settings.directory();
        content = content(root);
        unfinished = root.resolve("unfinished");
        Files.createDirectories(content, attributes(root, OWNER_DIRECTORY));
        Files.createDirectories(unfinished, attributes(root, OWNER_DIRECTORY));
        try (DirectoryStream<Path> left = Files.newDirectoryStream(unfinished)) {
            for (Path file : left) {
                Files.delete(file);
            }
        }
        sync(root);
    }

    @Override
    public Writer begin(String name) throws IOException {
        requireSpace();
        Path file = unfinished.resolve(UUID.randomUUID().toString());
        FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                attributes(unfinished, OWNER_FILE));
        return new SegmentWriter(this, name, file, channel, settings.keys().writing());
    }

    @Override
    public InputStream open(Segment segment) throws IOException {
        return new SegmentFile(content, segment, settings.keys()).open();
    }

    /** What was landed in a store that another process may write; for reading alone. */
    public static Landing reading(Path root, LandingKeys keys) {
        Path content = content(root);
        return new Landing() {
            @Override
            public Writer begin(String name) {
                throw new UnsupportedOperationException("This landing store is open for reading");
            }

            @Override
            public InputStream open(Segment segment) throws IOException {
                return new SegmentFile(content, segment, keys).open();
            }
        };
    }

    /** Gives a complete file its name. The same bytes landed before are one: the new file heals what became of them. */
    void keep(Path file, String sha256) throws IOException {
        Path target = path(content, sha256);
        Path upper = target.getParent().getParent();
        Files.createDirectories(target.getParent(), attributes(content, OWNER_DIRECTORY));
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        sync(target.getParent());
        sync(upper);
        sync(content);
    }

    void requireSpace() throws IOException {
        long free = Files.getFileStore(unfinished).getUsableSpace();
        if (free < settings.reserve()) {
            throw new ProblemException(Finding.of(
                    content.getParent().toString(),
                    RoutesProblem.DISK_RESERVE_IS_REACHED,
                    Long.toString(free >> 20),
                    Long.toString(settings.reserve() >> 20)));
        }
    }

    static Path content(Path root) {
        return root.resolve("sha256");
    }

    static Path path(Path content, String sha256) {
        return content.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
