package org.exchangebus.deploy.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.exchangebus.deploy.command.BusCommandLine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every README is true: what it links to is there, its YAML can be read, its commands exist. */
class EveryReadmeTest {

    private static final Path HOUSE = Path.of("..");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)");
    private static final Pattern YAML = Pattern.compile("(?s)```yaml\\n(.*?)```");
    private static final Pattern COMMAND = Pattern.compile("(?m)^ *\\./bus ([a-z]+)");

    static List<Path> readmes() throws IOException {
        try (Stream<Path> below = Files.find(HOUSE, 2, (path, attributes) -> isReadme(path))) {
            List<Path> found = below.sorted().toList();
            assertThat(found).hasSizeGreaterThanOrEqualTo(8);
            return found;
        }
    }

    @ParameterizedTest
    @MethodSource("readmes")
    void namesOnlyFilesThatExist(Path readme) throws IOException {
        for (String link : found(LINK, readme)) {
            assertThat(readme.resolveSibling(link)).exists();
        }
    }

    @ParameterizedTest
    @MethodSource("readmes")
    void showsYamlThatCanBeRead(Path readme) throws IOException {
        for (String block : found(YAML, readme)) {
            assertThat(new YAMLMapper().readTree(block)).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("readmes")
    void namesOnlyCommandsThatExist(Path readme) throws IOException {
        for (String command : found(COMMAND, readme)) {
            assertThat(BusCommandLine.onTerminal().execute(command, "--help"))
                    .as("./bus " + command)
                    .isZero();
        }
    }

    private static boolean isReadme(Path path) {
        return path.getFileName().toString().matches("(README|CONTRIBUTING)(\\.[a-zA-Z-]+)?\\.md")
                && !path.toString().contains("target");
    }

    private static List<String> found(Pattern pattern, Path readme) throws IOException {
        return pattern.matcher(Files.readString(readme))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
