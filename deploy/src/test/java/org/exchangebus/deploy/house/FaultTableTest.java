package org.exchangebus.deploy.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code routes/faults.md} has every row that it is there for, and names no test that does not exist. */
class FaultTableTest {

    private static final Path TABLE = Path.of("../routes/faults.md");
    private static final Pattern ROW =
            Pattern.compile("\\| ([A-Z]\\d\\d) \\| ([^|]+) \\| ((?:`\\w+\\.\\w+`(?:, | ))*)\\| ([^|]*)\\|");
    private static final Pattern TEST = Pattern.compile("`(\\w+)\\.(\\w+)`");

    @Test
    void hasEveryRowOnceAndSaysOfEachWhatTestsItOrWhatIsNotShown() throws IOException {
        List<String> ids = new ArrayList<>();
        for (String line : rows()) {
            Matcher row = ROW.matcher(line);
            assertThat(row.matches()).as(line).isTrue();
            ids.add(row.group(1));
            assertThat(row.group(3).isBlank() && row.group(4).isBlank())
                    .as(line)
                    .isFalse();
        }

        assertThat(ids)
                .containsExactlyElementsOf(Stream.of(
                                named("B", 1, 28),
                                named("D", 1, 10),
                                named("D", 20, 24),
                                named("D", 28, 30),
                                named("H", 1, 12),
                                named("O", 1, 10))
                        .flatMap(List::stream)
                        .toList());
    }

    @Test
    void namesNoTestThatDoesNotExist() throws IOException {
        Map<String, String> sources = sources();
        List<String> missing = new ArrayList<>();
        Matcher tests = TEST.matcher(String.join("\n", rows()));
        int named = 0;
        while (tests.find()) {
            named++;
            String source = sources.getOrDefault(tests.group(1), "");
            if (!source.contains("void " + tests.group(2) + "(")) {
                missing.add(tests.group());
            }
        }

        assertThat(named).isPositive();
        assertThat(missing).isEmpty();
    }

    private static List<String> named(String letter, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> "%s%02d".formatted(letter, number))
                .toList();
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> line.matches("\\| [A-Z]\\d.*"))
                .toList();
    }

    private static Map<String, String> sources() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String module : List.of("schemas", "transformers", "adapters", "routes", "deploy")) {
            try (Stream<Path> found = Files.walk(Path.of("..", module, "src", "test", "java"))) {
                found.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
            }
        }
        return files.stream()
                .collect(Collectors.toMap(
                        file -> file.getFileName().toString().replace(".java", ""),
                        FaultTableTest::text,
                        (one, other) -> one + other));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
