package org.exchangebus.routes.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.exchangebus.routes.ledger.RunReport;
import org.exchangebus.routes.stage.Source;
import org.exchangebus.routes.stage.Stage;
import org.exchangebus.schemas.run.FullSets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D20: records that become what they were before, in one run and over runs, with deletions between. */
class FlipsIT {

    private static final long SEED = Long.getLong("flips.seed", 1);
    private static final int RUNS = Integer.getInteger("flips.runs", 60);
    private static final List<String> NAMES = List.of("a", "b", "c", "gone");

    @TempDir
    Path directory;

    @Test
    void endsEachRunWithWhatTheSourceSaidLast() {
        Random random = new Random(SEED);
        try (Stage stage = new Stage(directory)) {
            stage.flows = List.of(Stage.flow("gauge", "every 1h", new FullSets(false, null, true, 100, 100)));
            stage.start();
            Map<String, String> expected = new TreeMap<>();
            for (int run = 0; run < RUNS; run++) {
                stage.source.rowsPerBlock = 1 + random.nextInt(6);
                stage.source.isWhole = random.nextInt(3) == 0;
                Map<String, String> before = new TreeMap<>(expected);
                List<String> lines = lines(random, expected, stage.source.isWhole);
                stage.source.files.clear();
                stage.source.files.add(lines);

                RunReport report = stage.run();

                if (report.reason() != null && report.reason().startsWith("ROUTES-027")) {
                    // A set that lacks everything deletes nothing; what it brought stands all the same.
                    lines.forEach(line -> say(before, line.split("\t")[0], line.split("\t")[1]));
                    expected = before;
                } else {
                    assertThat(report.state()).as("seed %d run %d", SEED, run).isEqualTo("BALANCED");
                }
                assertThat(stage.registry())
                        .as("seed %d run %d: %s", SEED, run, lines)
                        .isEqualTo(expected.entrySet().stream()
                                .map(e -> e.getKey() + " " + e.getValue())
                                .toList());
            }
        }
    }

    /** Rows of a run; afterwards {@code expected} is what the source holds. */
    private static List<String> lines(Random random, Map<String, String> expected, boolean isWhole) {
        List<String> lines = new ArrayList<>();
        if (isWhole) {
            expected.keySet().removeIf(key -> random.nextInt(4) == 0);
            expected.forEach((key, name) -> lines.add(Source.line(key, name)));
        }
        for (int row = random.nextInt(12); row >= 0; row--) {
            String key = "K" + random.nextInt(5);
            String name = NAMES.get(random.nextInt(NAMES.size()));
            lines.add(Source.line(key, name));
            say(expected, key, name);
        }
        return lines;
    }

    private static void say(Map<String, String> records, String key, String name) {
        if (name.equals("gone")) {
            records.remove(key);
        } else {
            records.put(key, name);
        }
    }
}
