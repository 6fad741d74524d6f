package org.exchangebus.routes.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLinesTest {

    private static final List<AuditEntry> CHAIN = Chain.of(5);

    @TempDir
    Path directory;

    @Test
    void readsWhatItWrote() throws IOException {
        Path file = Files.write(directory.resolve("audit.jsonl"), lines());
        List<AuditEntry> read = new ArrayList<>();

        Head head = AuditLines.read(file, read::add);

        assertThat(read).isEqualTo(CHAIN);
        assertThat(head).isEqualTo(Chain.head(CHAIN));
    }

    @Test
    void hasNoHeadWhereTheFileWasCutOff() throws IOException {
        Path file = Files.write(directory.resolve("audit.jsonl"), lines().subList(0, 5));

        assertThat(AuditLines.read(file, entry -> {})).isNull();
    }

    @Test
    void tellsOfALineThatIsNoEntry() throws IOException {
        List<String> lines = new ArrayList<>(lines());
        for (String broken : List.of("{", "{}", "", lines.get(1).replace("2026-", "-"), "{\"head\":{}}")) {
            lines.set(1, broken);
            Path file = Files.write(directory.resolve("audit.jsonl"), lines);

            assertThatThrownBy(() -> AuditLines.read(file, entry -> {}))
                    .as(broken)
                    .hasMessageContaining("audit.jsonl:2  ROUTES-086");
        }
    }

    private static List<String> lines() {
        List<String> lines = new ArrayList<>(CHAIN.stream().map(AuditLines::of).toList());
        lines.add(AuditLines.of(Chain.head(CHAIN)));
        return lines;
    }
}
