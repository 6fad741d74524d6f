package org.exchangebus.adapters.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords that are invented once and kept in a directory, for its owner only. */
final class Passwords {

    private Passwords() {}

    /** The password of a name; invented at the first call. */
    static String kept(Path directory, String name) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve(name + ".password");
        if (!Files.exists(file)) {
            byte[] random = new byte[12];
            new SecureRandom().nextBytes(random);
            privateFile(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file);
    }

    /** Writes a file that nobody else may read. */
    static Path privateFile(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, text);
    }
}
