package org.exchangebus.routes.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.exchangebus.routes.ledger.RunReport;
import org.exchangebus.routes.stage.Source;
import org.exchangebus.routes.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunIT {

    @TempDir
    Path directory;

    private Stage stage;

    @BeforeEach
    void open() {
        stage = new Stage(directory);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void bringsEveryGoodRecordToTheRegistryAndEveryBadOneToTheQuarantine() {
        stage.source.files.add(List.of(
                Source.line("A1", "都江堰"),
                Source.line("A2", "bad name"),
                Source.line("A3", "skip this"),
                Source.line("A4", "𠮷野")));
        stage.start();

        RunReport report = stage.run();

        assertThat(report.reason()).isNull();
        assertThat(report.state()).isEqualTo("BALANCED");
        assertThat(stage.registry()).containsExactly("A1 都江堰", "A4 𠮷野");
        assertThat(report)
                .extracting(
                        RunReport::read,
                        RunReport::delivered,
                        RunReport::unchanged,
                        RunReport::quarantined,
                        RunReport::filtered,
                        RunReport::difference,
                        RunReport::digestEqual)
                .containsExactly(4L, 2L, 0L, 1L, 1L, 0L, true);
        assertThat(stage.flows().quarantine(report.run())).singleElement().satisfies(entry -> {
            assertThat(entry.key()).isEqualTo("A2");
            assertThat(entry.item()).isEqualTo("gauge-name");
            assertThat(new String(entry.payload(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("\"gauge-code\":\"A2\"", "\"gauge-name\":\"bad name\"");
        });
        assertThat(stage.source.acknowledged).hasSize(1);
    }

    @Test
    void deliversADoubtfulRecordAndSaysHowManyThereAre() {
        stage.source.rowsPerBlock = 2;
        stage.source.files.add(List.of(
                Source.line("A1", "odd one"),
                Source.line("A2", "odd two"),
                Source.line("A3", "even"),
                Source.line("A4", "odd three")));
        stage.start();

        RunReport report = stage.run();

        assertThat(report.reason()).isNull();
        assertThat(report.isBalanced()).isTrue();
        assertThat(report.delivered()).isEqualTo(4);
        assertThat(report.doubts()).isEqualTo(3);
        assertThat(stage.registry()).containsExactly("A1 odd one", "A2 odd two", "A3 even", "A4 odd three");
        assertThat(stage.flows().doubts(report.run())).singleElement().satisfies(doubt -> {
            assertThat(doubt.flow()).isEqualTo(Stage.FLOW);
            assertThat(doubt.item()).isEqualTo("gauge-name");
            assertThat(doubt.records()).isEqualTo(3);
            assertThat(doubt.arguments()).containsExactly("gauge-name");
            assertThat(doubt.text()).contains("gauge-name");
        });
        assertThat(stage.flows().status(Stage.FLOW).doubts()).isEqualTo(3);
    }

    @Test
    void deliversNothingTwiceOnASecondRun() {
        stage.source.rowsPerBlock = 10;
        stage.source.files.add(IntStream.range(0, 95)
                .mapToObj(i -> Source.line("A%03d".formatted(i), "name " + i))
                .toList());
        stage.start();
        stage.run();

        RunReport second = stage.run();

        assertThat(second.delivered()).isZero();
        assertThat(second.unchanged()).isEqualTo(95);
        assertThat(stage.source.cursors).containsExactly(null, "95");
        assertThat(stage.database
                        .jdbc()
                        .queryForObject("SELECT count(DISTINCT record_run) FROM registry.gauge", Integer.class))
                .isEqualTo(1);
    }
}
