package org.exchangebus.deploy.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;

/**
 * The one directory in which everything embedded lives; locked for as long as it is open.
 *
 * <p>The lock is what makes it safe to end a database that is found there: whoever holds the lock knows
 * that the process that started it is gone.
 */
public final class DataDirectory implements AutoCloseable {

    /** An empty demonstration takes 700 MB; one that is there takes little more than it has. */
    private static final long NEEDED_MEGABYTES_AT_FIRST = 1024;

    private static final long NEEDED_MEGABYTES = 300;

    private static final String SECRETS = "secrets";

    private final Path path;
    private final FileChannel channel;

    private DataDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Creates the directory where it is absent, and locks it; a directory that cannot serve is a problem. */
    public static DataDirectory open(Path directory) {
        return open(directory, isInUse(directory) ? NEEDED_MEGABYTES : NEEDED_MEGABYTES_AT_FIRST);
    }

    static DataDirectory open(Path directory, long neededMegabytes) {
        Path path = directory.toAbsolutePath().normalize();
        try {
            OwnerOnly.directory(path);
            long free = Files.getFileStore(path).getUsableSpace() >> 20;
            if (free < neededMegabytes) {
                throw problem(path, DeployProblem.DISK_FULL, path.toString(), "" + free, "" + neededMegabytes);
            }
            FileChannel channel = FileChannel.open(
                    path.resolve("bus.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (!locked(channel)) {
                String owner = read(channel);
                channel.close();
                throw problem(path, DeployProblem.DIRECTORY_IN_USE, path.toString(), owner);
            }
            TemporaryFiles.keepIn(path.resolve("temporary"));
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DataDirectory(path, channel);
        } catch (IOException e) {
            throw problem(
                    path, DeployProblem.DIRECTORY_NOT_WRITABLE, path.toString(), System.getProperty("user.name", "?"));
        }
    }

    private static boolean isInUse(Path directory) {
        return Files.isDirectory(directory.resolve("landing"));
    }

    public Path path() {
        return path;
    }

    /** A directory below, readable by its owner alone. */
    public Path directory(String name) {
        Path directory = path.resolve(name);
        try {
            return OwnerOnly.directory(directory);
        } catch (IOException e) {
            throw problem(
                    directory,
                    DeployProblem.DIRECTORY_NOT_WRITABLE,
                    directory.toString(),
                    System.getProperty("user.name", "?"));
        }
    }

    /** The passwords that were made here. */
    public Secrets secrets() {
        return new Secrets(directory(SECRETS));
    }

    /** The passwords of a directory that another process may have open; for reading. */
    public static Secrets secretsOf(Path directory) {
        return new Secrets(directory.resolve(SECRETS));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ignored) {
            // The lock ends with the process at the latest.
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(1024, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer owner = ByteBuffer.allocate(32);
        channel.read(owner, 0);
        return new String(owner.array(), 0, owner.position(), StandardCharsets.US_ASCII);
    }

    private static ProblemException problem(Path where, DeployProblem problem, String... arguments) {
        return new ProblemException(Finding.of(where.toString(), problem, arguments));
    }
}
