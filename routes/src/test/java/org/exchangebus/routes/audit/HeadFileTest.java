package org.exchangebus.routes.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadFileTest {

    private static final Head FIRST = new Head(3, "ab".repeat(32), Instant.parse("2026-11-27T02:00:00.5Z"));
    private static final Head SECOND = new Head(9, "cd".repeat(32), Instant.parse("2026-11-27T02:01:00Z"));

    @TempDir
    Path directory;

    @Test
    void keepsEveryHeadOnALine() throws IOException {
        HeadFile file = new HeadFile(directory.resolve("heads"));
        assertThat(file.read()).isEmpty();

        file.append(FIRST);
        file.append(SECOND);

        assertThat(file.read()).containsExactly(FIRST, SECOND);
        assertThat(Files.readString(directory.resolve("heads")))
                .isEqualTo("3 " + FIRST.hash() + " 2026-11-27T02:00:00.500Z\n9 " + SECOND.hash()
                        + " 2026-11-27T02:01:00Z\n");
    }

    @Test
    void replacesALineThatAKillLeftUnfinished() throws IOException {
        Path path = directory.resolve("heads");
        HeadFile file = new HeadFile(path);
        file.append(FIRST);
        Files.writeString(path, Files.readString(path) + "9 cdcd");

        assertThat(file.read()).containsExactly(FIRST);
        file.append(SECOND);
        assertThat(file.read()).containsExactly(FIRST, SECOND);
    }

    @Test
    void tellsOfALineThatIsNone() throws IOException {
        Path path = Files.writeString(directory.resolve("heads"), "3 abc now\n");

        assertThatThrownBy(() -> new HeadFile(path).read()).hasMessageContaining("heads:1  ROUTES-086");
    }
}
