package org.exchangebus.deploy.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/** Passwords made at first start, one file each, readable by the bus alone. */
public final class Secrets {

    /** No characters that look alike, none that a shell or a URL would change. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final SecureRandom RANDOM = new SecureRandom();
    private final Path directory;

    Secrets(Path directory) {
        this.directory = directory;
    }

    /** The password of this name; made now where it is absent. */
    public String orNew(String name) {
        return find(name).orElseGet(() -> {
            String made = random();
            put(name, made);
            return made;
        });
    }

    /** The text kept under this name. */
    public Optional<String> find(String name) {
        try {
            Path file = path(name);
            return Files.isRegularFile(file)
                    ? Optional.of(Files.readString(file).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void put(String name, String text) {
        try {
            OwnerOnly.write(path(name), text + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file that keeps this secret. */
    public Path path(String name) {
        return directory.resolve(name);
    }

    /** A password of 24 characters, about 139 bits. */
    public static String random() {
        StringBuilder made = new StringBuilder(24);
        for (int i = 0; i < 24; i++) {
            made.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return made.toString();
    }
}
