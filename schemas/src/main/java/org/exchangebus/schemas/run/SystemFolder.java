package org.exchangebus.schemas.run;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder in which an owner describes one system: {@code adapter.yaml}, {@code <mapping>.mapping.yaml},
 * samples. Adapters and mappings each read their own files of it.
 *
 * @param path the folder; in the file system or inside a jar
 */
public record SystemFolder(Path path) {

    /** The system's name. */
    public String name() {
        return path.getFileName().toString().replace("/", "");
    }

    public Path adapter() {
        return path.resolve("adapter.yaml");
    }

    public Path mapping(String name) {
        return path.resolve(name + ".mapping.yaml");
    }

    /** The folders below {@code root} that hold an {@code adapter.yaml}, by name. */
    public static List<SystemFolder> below(Path root) throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("adapter.yaml")))
                    .sorted()
                    .map(SystemFolder::new)
                    .toList();
        }
    }

    /** The folder {@code systems} that a module ships on the class path, as a path that can be listed. */
    public static Path onClassPath(URL folder) throws IOException {
        try {
            URI uri = folder.toURI();
            if (!"jar".equals(uri.getScheme())) {
                return Path.of(uri);
            }
            String text = uri.toString();
            URI jar = URI.create(text.substring(0, text.indexOf("!/")));
            FileSystem files;
            try {
                files = FileSystems.newFileSystem(jar, Map.of());
            } catch (java.nio.file.FileSystemAlreadyExistsException e) {
                files = FileSystems.getFileSystem(jar);
            }
            return files.getPath(text.substring(text.indexOf("!/") + 1));
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
