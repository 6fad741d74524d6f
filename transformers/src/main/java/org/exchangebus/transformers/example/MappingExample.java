package org.exchangebus.transformers.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.exchangebus.schemas.run.SystemFolder;

/**
 * One example of a mapping: {@code samples/<mapping>/<NN-situation>/} with the rows {@code in.json}, or a file of the
 * source's own format {@code in.<ending>}, and what has to become of them, {@code expected.json}.
 *
 * @param in the rows
 */
public record MappingExample(String system, String mapping, Path folder, Path in) {

    private static final String IN = "in.";
    private static final String EXPECTED = "expected.json";

    /** The examples in a system's folder, by name; those of mappings are told from other samples by {@code in.…}. */
    public static List<MappingExample> of(SystemFolder system) throws IOException {
        Path samples = system.path().resolve("samples");
        List<MappingExample> examples = new ArrayList<>();
        if (Files.isDirectory(samples)) {
            for (Path mapping : folders(samples)) {
                for (Path situation : folders(mapping)) {
                    rows(situation)
                            .map(in -> new MappingExample(system.name(), name(mapping), situation, in))
                            .forEach(examples::add);
                }
            }
        }
        return List.copyOf(examples);
    }

    /** Whether the rows are as the source sends them. */
    public boolean isRaw() {
        return !in.getFileName().toString().equals(IN + "json");
    }

    /** What has to become of them. */
    public Path expected() {
        return folder.resolve(EXPECTED);
    }

    @Override
    public String toString() {
        return system + "/" + mapping + "/" + name(folder);
    }

    private static Stream<Path> rows(Path situation) throws IOException {
        try (Stream<Path> files = Files.list(situation)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().startsWith(IN))
                    .sorted()
                    .limit(1)
                    .toList()
                    .stream();
        }
    }

    private static List<Path> folders(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static String name(Path folder) {
        return folder.getFileName().toString().replace("/", "");
    }
}
