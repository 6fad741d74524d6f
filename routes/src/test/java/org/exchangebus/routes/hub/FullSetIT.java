package org.exchangebus.routes.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.exchangebus.routes.ledger.LedgerCheck;
import org.exchangebus.routes.ledger.RunReport;
import org.exchangebus.routes.stage.Source;
import org.exchangebus.routes.stage.Stage;
import org.exchangebus.schemas.run.FullSets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D07: what becomes of records that a source no longer has. */
class FullSetIT {

    private static final FullSets HALF = new FullSets(false, null, true, 2, 50);

    @TempDir
    Path directory;

    private Stage stage;

    @BeforeEach
    void open() {
        stage = new Stage(directory);
        stage.source.isWhole = true;
        stage.source.rowsPerBlock = 3;
        stage.flows = List.of(Stage.flow("gauge", "every 1h", HALF), Stage.flow("level", "every 1h", HALF));
    }

    @AfterEach
    void close() {
        assertThat(new LedgerCheck(stage.database.dataSource()).run(outcome -> {}))
                .allMatch(LedgerCheck.Outcome::holds);
        stage.close();
    }

    private static List<String> lines(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Source.line("G%03d".formatted(i), "name " + i))
                .toList();
    }

    private static List<String> records(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "G%03d name %d".formatted(i, i))
                .toList();
    }

    private RunReport run(List<String> lines) {
        stage.source.files.clear();
        if (!lines.isEmpty()) {
            stage.source.files.add(lines);
        }
        return stage.run();
    }

    private RunReport letThrough() {
        return stage.flows()
                .sweep(Stage.FLOW, "li.wei", true)
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    private long keysLeft() {
        return stage.database
                .jdbc()
                .queryForObject(
                        "SELECT (SELECT count(*) FROM hub.keys_gauge) + (SELECT count(*) FROM hub.full_set)",
                        Long.class);
    }

    @Test
    void marksAsDeletedWhatAFullSetNoLongerHoldsAndBringsBackWhatComesAgain() {
        stage.start();
        run(lines(0, 10));

        RunReport fewer = run(lines(1, 10));

        assertThat(fewer)
                .extracting(RunReport::state, RunReport::read, RunReport::unchanged, RunReport::removed)
                .containsExactly("BALANCED", 9L, 9L, 1L);
        assertThat(stage.registry()).isEqualTo(records(1, 10));
        assertThat(stage.database
                        .jdbc()
                        .queryForObject(
                                "SELECT gauge_name FROM registry.gauge WHERE record_deleted AND gauge_code = 'G000'",
                                String.class))
                .isNull();

        // D20: A, gone, A.
        RunReport again = run(lines(0, 10));
        assertThat(again)
                .extracting(RunReport::delivered, RunReport::unchanged, RunReport::removed)
                .containsExactly(1L, 9L, 0L);
        assertThat(stage.registry()).isEqualTo(records(0, 10));
        assertThat(keysLeft()).isZero();
    }

    @Test
    void findsTheSameWhetherMostIsNewOrMostIsKnown() {
        stage.start();
        run(lines(0, 40));
        List<String> changed = new ArrayList<>(lines(3, 20));
        lines(20, 37).forEach(line -> changed.add(line.replace("name", "other")));

        RunReport report = run(changed);

        assertThat(report)
                .extracting(RunReport::delivered, RunReport::unchanged, RunReport::removed)
                .containsExactly(17L, 17L, 6L);
        assertThat(stage.registry()).hasSize(34).contains("G003 name 3", "G036 other 36");
    }

    @Test
    void looksTheSameAsADeletionThatTheSourceSays() {
        stage.start();
        run(lines(0, 10));
        run(lines(1, 10));
        String found = tombstone("G000");
        List<String> said = new ArrayList<>(lines(2, 10));
        said.add(Source.line("G001", "gone"));
        said.add(Source.line("G000", "gone"));

        RunReport report = run(said);

        assertThat(report)
                .extracting(RunReport::delivered, RunReport::unchanged, RunReport::removed)
                .containsExactly(1L, 9L, 0L);
        assertThat(found.replace("G000", "G001")).isEqualTo(tombstone("G001"));
    }

    private String tombstone(String code) {
        return stage.database
                .jdbc()
                .queryForObject(
                        "SELECT concat_ws(',', gauge_code, gauge_name, level, built_on, in_service, record_flow)"
                                + " FROM registry.gauge WHERE record_deleted AND gauge_code = ?",
                        String.class,
                        code);
    }

    @Test
    void deletesNothingBeyondTheThresholdUntilAPersonLetsItThroughOnce() {
        stage.start();
        run(lines(0, 10));

        RunReport stopped = run(lines(6, 10));

        assertThat(stopped.state()).isEqualTo("UNBALANCED");
        assertThat(stopped.reason()).startsWith("ROUTES-027").contains("6 of the 10 records", "50 per cent");
        assertThat(stage.registry()).isEqualTo(records(0, 10));
        assertThat(keysLeft()).isZero();

        assertThat(letThrough())
                .extracting(RunReport::state, RunReport::removed)
                .containsExactly("BALANCED", 6L);
        assertThat(stage.registry()).isEqualTo(records(6, 10));
        assertThat(stage.database
                        .jdbc()
                        .queryForList("SELECT who || ' ' || detail FROM ledger.audit WHERE act = 'RUN'", String.class))
                .singleElement()
                .asString()
                .contains("li.wei", "let-through");
        assertThat(run(List.of(Source.line("G009", "name 9"))).reason()).startsWith("ROUTES-027");
    }

    @Test
    void neverDeletesEverythingBecauseASourceGivesNothing() {
        stage.start();
        run(lines(0, 2));

        RunReport nothing = run(List.of());

        assertThat(nothing.reason()).startsWith("ROUTES-027").contains("2 of the 2 records");
        assertThat(stage.registry()).isEqualTo(records(0, 2));
        assertThat(letThrough().removed()).isEqualTo(2);
        assertThat(stage.registry()).isEmpty();
    }

    @Test
    void protectsTheRecordOfARowThatIsRejectedAndLetsGoWhatIsFiltered() {
        stage.start();
        run(lines(0, 10));
        List<String> lines = new ArrayList<>(lines(2, 10));
        lines.add(Source.line("G000", "bad name"));
        lines.add(Source.line("G001", "skip this"));

        RunReport report = run(lines);

        assertThat(report)
                .extracting(RunReport::quarantined, RunReport::filtered, RunReport::removed)
                .containsExactly(1L, 1L, 1L);
        assertThat(stage.registry()).containsExactlyElementsOf(without(records(0, 10), 1));
    }

    private static List<String> without(List<String> records, int i) {
        List<String> others = new ArrayList<>(records);
        others.remove(i);
        return others;
    }

    @Test
    void deletesNothingWhereARowHasNoReadableKeyAndSaysSo() {
        stage.start();
        run(lines(0, 10));
        List<String> lines = new ArrayList<>(lines(2, 10));
        lines.add(Source.line("", "lost key"));

        RunReport report = run(lines);

        assertThat(report).extracting(RunReport::state, RunReport::removed).containsExactly("BALANCED", 0L);
        assertThat(report.reason()).startsWith("ROUTES-029").contains("1 rows");
        assertThat(stage.registry()).isEqualTo(records(0, 10));
        assertThat(run(lines(2, 10)).removed()).isEqualTo(2);
        assertThat(keysLeft()).isZero();
    }

    @Test
    void deletesNothingWhereAChunkOfTheSetWasRefused() {
        stage.start();
        run(lines(0, 10));
        stage.database.jdbc().execute("ALTER TABLE registry.gauge ADD CHECK (gauge_name <> 'refused')");
        List<String> lines = new ArrayList<>(lines(2, 10));
        lines.add(Source.line("G999", "refused"));

        RunReport report = run(lines);

        assertThat(report.state()).isEqualTo("UNBALANCED");
        assertThat(report.reason()).startsWith("ROUTES-015");
        assertThat(stage.database
                        .jdbc()
                        .queryForList(
                                "SELECT refusal FROM ledger.chunk WHERE refusal IS NOT NULL ORDER BY number",
                                String.class))
                .satisfiesExactly(first -> assertThat(first).startsWith("ROUTES-023"), last -> assertThat(last)
                        .startsWith("ROUTES-028"));
        assertThat(stage.registry()).isEqualTo(records(0, 10));
    }

    @Test
    void touchesNothingThatAnotherFlowBroughtAndNothingThatARunOfAWindowLacks() {
        stage.start();
        run(lines(0, 10));
        stage.source.files.set(0, lines(20, 22));
        stage.flows().run("river-level").orTimeout(60, TimeUnit.SECONDS).join();
        assertThat(stage.registry()).hasSize(12);
        stage.source.isWhole = false;

        RunReport window = run(lines(5, 6));

        assertThat(window.removed()).isZero();
        assertThat(stage.registry()).hasSize(12);
    }

    @Test
    void keepsWhatIsGoneWhereTheOwnerSaysSo() {
        stage.flows = List.of(Stage.flow("gauge", "every 1h", new FullSets(true, null, false, 2, 50)));
        stage.start();
        run(lines(0, 10));

        assertThat(run(lines(1, 10)).removed()).isZero();
        assertThat(stage.registry()).isEqualTo(records(0, 10));
    }
}
