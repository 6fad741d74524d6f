package org.exchangebus.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.exchangebus.schemas.document.Document;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private static final Pattern PATH = Pattern.compile("`([a-z-]+/[a-zA-Z0-9/.-]*)`");
    private static final Pattern PACKAGE = Pattern.compile("`(org\\.exchangebus\\.[a-z.]+)`");
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    private final String readme = Files.readString(Path.of("README.md"));

    ReadmeTest() throws IOException {}

    @Test
    void namesOnlyPathsAndPackagesThatAreThere() {
        assertThat(found(PATH)).isNotEmpty().allSatisfy(path -> assertThat(Path.of(path))
                .exists());
        assertThat(found(PACKAGE)).isNotEmpty().allSatisfy(name -> assertThat(
                        Path.of("src/main/java", name.split("\\.")))
                .isDirectory());
    }

    @Test
    void showsYamlThatCanBeRead() {
        assertThat(found(YAML)).isNotEmpty().allSatisfy(text -> {
            JsonNode root = Document.read("README.md", text.indent(-3)).root();
            assertThat(root).isNotEmpty();
        });
    }

    @Test
    void isShort() {
        assertThat(readme.lines().count()).isLessThanOrEqualTo(60);
    }

    private List<String> found(Pattern pattern) {
        return pattern.matcher(readme)
                .results()
                .map((MatchResult m) -> m.group(1))
                .toList();
    }
}
