package org.exchangebus.routes.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.exchangebus.routes.stage.Source;
import org.exchangebus.routes.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Many keys in little memory; {@code -Dcompare.rows=1000000} makes them as many as the product is held to. */
class LargeComparisonIT {

    private static final int ROWS = Integer.getInteger("compare.rows", 30_000);
    private static final String HEAP = "-Xmx256m";

    @TempDir
    Path directory;

    @Test
    void needsNoMoreMemoryForMoreKeys() throws Exception {
        try (Stage stage = new Stage(directory)) {
            stage.source.files.add(IntStream.range(0, ROWS)
                    .mapToObj(i -> Source.line("G%07d".formatted(i), "name " + i))
                    .collect(Collectors.toList()));
            stage.start();
            assertThat(stage.flows()
                            .run(Stage.FLOW)
                            .orTimeout(20, TimeUnit.MINUTES)
                            .join()
                            .isBalanced())
                    .isTrue();

            JsonNode clean = compare(stage);
            int altered =
                    stage.database.jdbc().update("UPDATE registry.gauge SET level = 1 WHERE gauge_code LIKE '%7'");
            JsonNode found = compare(stage);

            assertThat(clean.get("keys").asInt()).isEqualTo(ROWS);
            assertThat(clean.get("rows").asInt()).isEqualTo(ROWS);
            assertThat(clean.get("differences").asInt()).isZero();
            assertThat(found.get("differences").asInt()).isEqualTo(altered).isEqualTo(ROWS / 10);
            assertThat(stage.database
                            .jdbc()
                            .queryForObject(
                                    "SELECT count(*) FROM ledger.difference WHERE settled_at IS NULL", Integer.class))
                    .isEqualTo(altered);
        }
    }

    private static JsonNode compare(Stage stage) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ComparisonProcess.class.getName(),
                        stage.database.url(),
                        stage.landing.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(out).isZero();
            String line = out.lines()
                    .filter(l -> l.startsWith("{\"keys\""))
                    .findFirst()
                    .orElseThrow();
            LoggerFactory.getLogger(LargeComparisonIT.class).info("Compared: {}", line);
            return new ObjectMapper().readTree(line);
        } finally {
            process.destroyForcibly();
        }
    }
}
