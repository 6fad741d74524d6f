package org.exchangebus.deploy.data;

import com.github.luben.zstd.util.Native;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where libraries unpack what they load: a directory of the bus alone, emptied at each start.
 *
 * <p>A process that is killed leaves its files; in the machine's own directory they would become more with every kill.
 */
final class TemporaryFiles {

    private TemporaryFiles() {}

    /** Called by whoever holds the lock of the data directory. */
    static void keepIn(Path directory) throws IOException {
        OwnerOnly.directory(directory);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(directory)) {
            for (Path file : left) {
                Files.delete(file);
            }
        }
        // Loaded once in a process; what is unpacked may be deleted after that.
        Native.load(directory.toFile());
    }
}
