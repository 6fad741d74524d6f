package org.exchangebus.transformers.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.exchangebus.schemas.run.SystemFolder;

/**
 * One example of a mapping: {@code samples/<mapping>/<NN-situation>/} with the rows {@code in.json} and what has to
 * become of them, {@code expected.json}.
 */
public record MappingExample(String system, String mapping, Path folder) {

    private static final String IN = "in.json";
    private static final String EXPECTED = "expected.json";

    /** The examples in a system's folder, by name; those of mappings are told from other samples by {@code in.json}. */
    public static List<MappingExample> of(SystemFolder system) throws IOException {
        Path samples = system.path().resolve("samples");
        List<MappingExample> examples = new ArrayList<>();
        if (Files.isDirectory(samples)) {
            for (Path mapping : folders(samples)) {
                for (Path situation : folders(mapping)) {
                    if (Files.isRegularFile(situation.resolve(IN))) {
                        examples.add(new MappingExample(system.name(), name(mapping), situation));
                    }
                }
            }
        }
        return List.copyOf(examples);
    }

    /** The rows. */
    public Path in() {
        return folder.resolve(IN);
    }

    /** What has to become of them. */
    public Path expected() {
        return folder.resolve(EXPECTED);
    }

    @Override
    public String toString() {
        return system + "/" + mapping + "/" + name(folder);
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
