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
import java.util.function.Consumer;
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
    private final LandingFiles files;
    private final Room room;
    private final Path content;
    private final Path unfinished;

    /** Opens the store and sweeps what was left unfinished. */
    public LandingStore(LandingSettings settings) throws IOException {
        this.settings = settings;
        Path root = settings.directory();
        files = new LandingFiles(root, this::gone);
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
        room = new Room(settings, files);
    }

    private void gone(long bytes) {
        room.gone(bytes);
    }

    /** Refuses, for the budget or for the disk, where no more than so many bytes may be landed now. */
    public void requireRoom(long moreThan) throws IOException {
        room.require(moreThan);
    }

    /** Bytes that may be landed now. */
    public long room() throws IOException {
        return room.left();
    }

    @Override
    public Writer begin(String name) throws IOException {
        return begin(name, landed -> {});
    }

    public LandingFiles files() {
        return files;
    }

    /** The store as one capture sees it. */
    public Landing telling(Consumer<String> landed) {
        return new Landing() {
            @Override
            public Writer begin(String name) throws IOException {
                return LandingStore.this.begin(name, landed);
            }

            @Override
            public InputStream open(Segment segment) throws IOException {
                return LandingStore.this.open(segment);
            }
        };
    }

    private Writer begin(String name, Consumer<String> landed) throws IOException {
        Room.Share share = room.new Share();
        share.begin();
        try {
            Path file = unfinished.resolve(UUID.randomUUID().toString());
            FileChannel channel = FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    attributes(unfinished, OWNER_FILE));
            return new SegmentWriter(this, name, file, channel, settings.keys().writing(), share, landed);
        } catch (IOException | RuntimeException e) {
            share.release();
            throw e;
        }
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

    /**
     * Gives a complete file its name. The same bytes landed before are one: the new file heals what became of them.
     *
     * @return bytes of the file that it replaced
     */
    long keep(Path file, String sha256) throws IOException {
        Path target = path(content, sha256);
        long replaced = files.size(sha256);
        Path upper = target.getParent().getParent();
        Files.createDirectories(target.getParent(), attributes(content, OWNER_DIRECTORY));
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        sync(target.getParent());
        sync(upper);
        sync(content);
        return replaced;
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
