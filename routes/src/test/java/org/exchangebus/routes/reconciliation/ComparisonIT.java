package org.exchangebus.routes.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.routes.ledger.Request;
import org.exchangebus.routes.stage.Stage;
import org.exchangebus.schemas.run.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonIT {

    @TempDir
    Path directory;

    private ComparedStage compared;
    private Path landedFile;

    @BeforeEach
    void open() {
        compared = new ComparedStage(directory);
        compared.stage.source.rowsPerBlock = 10;
        compared.stage.start();
    }

    @AfterEach
    void close() {
        compared.close();
    }

    @Test
    void agreesWithARegistryThatNobodyTouchedWhateverTheRunsBrought() {
        List<String> lines = ComparedStage.lines(1200);
        compared.bring(lines);
        lines.set(3, ComparedStage.line(3, "another name"));
        lines.set(4, ComparedStage.line(4, "gone with the water"));
        lines.add(ComparedStage.line(5, "twice in one run"));
        lines.add(ComparedStage.line(5, "thrice in one run"));
        lines.add(ComparedStage.line("B1", "bad name"));
        lines.add(ComparedStage.line("B2", "skip this"));
        compared.bring(lines);
        compared.bring(lines);

        Compared result = compared.compare();

        assertThat(result.isClean()).isTrue();
        assertThat(result.ranges()).isZero();
        assertThat(result.runs()).isEqualTo(3);
        assertThat(result.expected()).isEqualTo(1200).isEqualTo(result.held());
        assertThat(result.expectedDigest()).isEqualTo(result.heldDigest());
        assertThat(result.lastNotKnown()).isNull();
    }

    @Test
    void namesWhatAHubLacksThatWasSetBackToABackupAndSettlesWhenItIsThereAgain() {
        compared.bring(ComparedStage.lines(50));
        compared.sql("CREATE TABLE backup AS SELECT * FROM registry.gauge");
        List<String> lines = ComparedStage.lines(60);
        lines.set(7, ComparedStage.line(7, "newer"));
        compared.bring(lines);
        compared.sql("CREATE TABLE newest AS SELECT * FROM registry.gauge");
        compared.sql("TRUNCATE registry.gauge");
        compared.sql("INSERT INTO registry.gauge SELECT * FROM backup");

        Compared result = compared.compare();

        assertThat(result.differences())
                .containsOnly(entry(Difference.Kind.MISSING, 10L), entry(Difference.Kind.OTHER_CONTENT, 1L));
        assertThat(compared.found).containsEntry("G000007", Difference.Kind.OTHER_CONTENT);
        assertThat(waiting()).hasSize(11);

        compared.sql("TRUNCATE registry.gauge");
        compared.sql("INSERT INTO registry.gauge SELECT * FROM newest");
        assertThat(compared.compare().settled()).isEqualTo(11);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void keepsADifferenceThatIsStillThereAsTheSameWork() {
        compared.bring(ComparedStage.lines(20));
        compared.sql("DELETE FROM registry.gauge WHERE gauge_code = 'G000001'");
        compared.compare();
        compared.compare();
        compared.sql("INSERT INTO registry.gauge (gauge_code, record_digest, record_version, record_flow, record_run,"
                + " record_deleted) VALUES ('G000001', gen_random_uuid(), 1000000001, 'river-gauge', 1, false)");

        compared.compare();

        assertThat(waiting()).containsExactly("G000001 OTHER_CONTENT");
        assertThat(compared.stage
                        .database
                        .jdbc()
                        .queryForObject(
                                "SELECT count(*) FROM ledger.difference WHERE last_found_at > found_at", Integer.class))
                .isOne();
    }

    @Test
    void leavesNothingBehindWhenItIsCutShort() {
        compared.bring(ComparedStage.lines(20));
        compared.sql("DELETE FROM registry.gauge WHERE gauge_code < 'G000005'");

        assertThatThrownBy(() -> compared.compare(List.of(compared.stage.flows.get(0)), null, difference -> {
                    throw new IllegalStateException("killed here");
                }))
                .hasMessage("killed here");

        assertThat(waiting()).isEmpty();
        assertThat(compared.compare().total()).isEqualTo(5);
        assertThat(waiting()).hasSize(5);
    }

    @Test
    void saysHowFarItReachesWhereTheLandingStoreHasARunNoLonger() throws IOException {
        compared.bring(ComparedStage.lines(30));
        purge();
        List<String> later = new ArrayList<>(ComparedStage.lines(30).subList(10, 20));
        later.set(0, ComparedStage.line(10, "newer"));
        compared.bring(later);
        compared.sql("DELETE FROM registry.gauge WHERE gauge_code = 'G000011'");
        compared.sql("UPDATE registry.gauge SET level = 1 WHERE gauge_code IN ('G000001', 'G000012')");

        Compared result = compared.compare();

        assertThat(compared.found)
                .containsOnly(
                        entry("G000011", Difference.Kind.MISSING), entry("G000012", Difference.Kind.OTHER_CONTENT));
        assertThat(result.lastNotKnown()).isOne();
        assertThat(result.notReplayed()).containsOnly(entry("ROUTES-004", 1L));
        assertThat(result.notJudged()).containsOnly(entry("OUT_OF_REACH", 20L));
    }

    @Test
    void guessesNothingOfARunThatIsReadOtherwiseNow() {
        compared.bring(ComparedStage.lines(30));
        compared.stage.source.rowsPerBlock = 7;
        compared.bring(ComparedStage.lines(10));
        compared.sql("UPDATE registry.gauge SET level = 2 WHERE gauge_code = 'G000029'");

        Compared result = compared.compare();

        assertThat(result.isClean()).isTrue();
        assertThat(result.notReplayed()).containsOnly(entry(RoutesProblem.RUN_CANNOT_BE_REPLAYED.code(), 1L));
        assertThat(RoutesProblem.RUN_CANNOT_BE_REPLAYED.code()).isEqualTo("ROUTES-062");
        assertThat(result.lastNotKnown()).isOne();
        assertThat(result.notJudged()).containsOnly(entry("OUT_OF_REACH", 20L));
    }

    @Test
    void letsARecordBeThatWasTheSameBeforeAndAfterARunThatIsNotKnown() throws IOException {
        compared.bring(ComparedStage.lines(30));
        byte[] whole = landed();
        compared.bring(ComparedStage.lines(29));
        purge();
        Files.createDirectories(landedFile.getParent());
        Files.write(landedFile, whole);
        compared.bring(ComparedStage.lines(28));

        Compared result = compared.compare();

        assertThat(result.notReplayed()).containsOnly(entry("ROUTES-004", 1L));
        assertThat(result.lastNotKnown()).isEqualTo(2);
        assertThat(result.isClean()).isTrue();
        assertThat(result.notJudged()).isEmpty();
    }

    @Test
    void knowsWhatWasSentAgainAlsoWhereTheMappingWasMendedBefore() {
        List<String> lines = ComparedStage.lines(20);
        compared.bring(lines);
        lines.set(5, ComparedStage.line(5, "changed"));
        lines.set(6, ComparedStage.line(6, "gone"));
        compared.bring(lines);
        compared.sql("TRUNCATE registry.gauge, hub.inbox");
        assertThat(compared.compare().total()).isEqualTo(20);
        redrive();

        assertThat(compared.compare().settled()).isEqualTo(20);
        assertThat(compared.found).isEmpty();

        compared.stage.mapping.isMended = true;
        redrive();
        Compared result = compared.compare();

        assertThat(compared.found).isEmpty();
        assertThat(result.notJudged()).isEmpty();
        assertThat(result.notReplayed()).containsOnly(entry("ROUTES-062", 3L));
        compared.sql("UPDATE registry.gauge SET gauge_name = 'name 7' WHERE gauge_code = 'G000007'");
        compared.compare();
        assertThat(compared.found).containsOnly(entry("G000007", Difference.Kind.OTHER_CONTENT));
    }

    private void redrive() {
        Request request = compared.stage
                .ledger()
                .requests()
                .ask(Request.Kind.REDRIVE, Stage.FLOW, Map.of(), "wang", "the hub was restored");
        assertThat(compared.stage.closed(request).isFulfilled()).isTrue();
    }

    @Test
    void looksNoFurtherBackThanItIsAskedTo() {
        compared.bring(ComparedStage.lines(30));
        Instant between = Instant.now();
        compared.bring(ComparedStage.lines(10));
        compared.sql("DELETE FROM registry.gauge WHERE gauge_code IN ('G000005', 'G000025')");

        Compared result = compared.compare(List.of(compared.stage.flows.get(0)), between, difference -> {});

        assertThat(compared.found).containsOnly(entry("G000005", Difference.Kind.MISSING));
        assertThat(result.runs()).isOne();
        assertThat(result.notJudged()).containsOnly(entry("OUT_OF_REACH", 19L));
    }

    @Test
    void letsRowsOfOtherFlowsBeAndComparesAllFlowsOfAResourceTogether() {
        compared.stage.mapping.narrow = ComparedStage.LEVEL;
        compared.bring(ComparedStage.lines(30));
        compared.stage.source.files.set(0, ComparedStage.lines(40).subList(20, 40));
        assertThat(compared.stage.flows().run(ComparedStage.LEVEL).join().isBalanced())
                .isTrue();
        Flow gauge = compared.stage.flows.get(0);
        Flow level = compared.stage.flows.get(1);

        assertThat(compared.compare(List.of(gauge), null, d -> {}).isClean()).isTrue();
        Compared alone = compared.compare(List.of(level), null, d -> {});
        Compared both = compared.compare(List.of(gauge, level), null, d -> {});

        assertThat(alone.isClean()).isTrue();
        assertThat(alone.otherFlows()).containsOnly(entry("river-gauge", 20L));
        assertThat(both.isClean()).isTrue();
        assertThat(both.otherFlows()).isEmpty();
        assertThat(both.held()).isEqualTo(40);

        compared.sql("UPDATE registry.gauge SET gauge_name = 'x' WHERE gauge_code IN ('G000003', 'G000035')");
        compared.compare(List.of(gauge, level), null, d -> {});
        assertThat(compared.found.keySet()).containsExactly("G000003", "G000035");
    }

    @Test
    void seesAValueInAColumnThatNoRecordFills() {
        compared.stage.mapping.narrow = "river-gauge";
        compared.bring(ComparedStage.lines(30));
        assertThat(compared.compare().isClean()).isTrue();
        compared.sql("UPDATE registry.gauge SET remark = '' WHERE gauge_code = 'G000009'");

        compared.compare();

        assertThat(compared.found).containsOnly(entry("G000009", Difference.Kind.OTHER_CONTENT));
    }

    @Test
    void saysNothingOfRunsThatAreNotProvenAndAsksForTheTable() {
        compared.bring(ComparedStage.lines(10));
        compared.stage.source.files.set(0, List.of(ComparedStage.line(3, "newer"), ComparedStage.line(77, "new")));
        compared.stage.run();
        compared.sql("UPDATE ledger.run SET state = 'UNBALANCED', reason = 'made up' WHERE number = 2");

        Compared result = compared.compare();

        assertThat(result.isClean()).isTrue();
        assertThat(result.notJudged()).containsOnly(Map.entry("NOT_PROVEN_YET", 2L));
        compared.sql("DROP FUNCTION hub.cell");
        assertThatThrownBy(() -> compared.compare())
                .hasMessageContaining(RoutesProblem.REGISTRY_IS_OLDER.code())
                .hasMessageContaining("ROUTES-063");
    }

    @Test
    void tellsWhatToDoAboutEachKind() {
        assertThat(Stream.of(Difference.Kind.values())
                        .map(kind -> kind.problem().code()))
                .containsExactly("ROUTES-064", "ROUTES-065", "ROUTES-066");
    }

    private List<String> waiting() {
        return compared.stage
                .database
                .jdbc()
                .queryForList(
                        "SELECT key || ' ' || kind FROM ledger.difference WHERE settled_at IS NULL", String.class);
    }

    /** The one file that has landed, and its bytes. */
    private byte[] landed() throws IOException {
        try (Stream<Path> files = Files.walk(compared.stage.landing.resolve("sha256"))) {
            landedFile = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        return Files.readAllBytes(landedFile);
    }

    private void purge() throws IOException {
        try (Stream<Path> files = Files.walk(compared.stage.landing.resolve("sha256"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }
}
