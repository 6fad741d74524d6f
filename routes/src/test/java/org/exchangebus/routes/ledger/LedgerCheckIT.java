package org.exchangebus.routes.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.routes.landing.LandingCheck;
import org.exchangebus.routes.stage.Source;
import org.exchangebus.routes.stage.Stage;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.record.Digest;
import org.exchangebus.schemas.run.Segment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerCheckIT {

    private Stage stage;
    private LedgerCheck check;

    @BeforeAll
    void carryTwoRuns(@TempDir Path directory) {
        stage = new Stage(directory);
        stage.source.rowsPerBlock = 10;
        List<String> lines = new ArrayList<>(IntStream.range(0, 45)
                .mapToObj(i -> Source.line("A%03d".formatted(i), "name " + i))
                .toList());
        lines.add(Source.line("B1", "bad name"));
        lines.add(Source.line("B2", "skip this"));
        stage.source.files.add(lines);
        stage.start();
        assertThat(stage.run().isBalanced()).isTrue();
        assertThat(stage.run().isBalanced()).isTrue();
        check = new LedgerCheck(stage.database.dataSource());
    }

    @AfterAll
    void close() {
        stage.close();
    }

    private static List<Finding> findings(LedgerCheck check) {
        return check.run(outcome -> {}).stream()
                .flatMap(outcome -> outcome.findings().stream())
                .toList();
    }

    @Test
    void findsNothingWhereNothingWasTouched() {
        assertThat(findings(check)).isEmpty();
        assertThat(check.run(outcome -> {})).hasSize(8).allMatch(LedgerCheck.Outcome::holds);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ROUTES-040 | UPDATE ledger.run SET read = read + 1, filtered = filtered + 1 WHERE number = 2
            ROUTES-040 | UPDATE ledger.chunk SET digest = concat('f', substr(digest, 2)), hub_digest = concat('f', substr(digest, 2)) WHERE number = 1
            ROUTES-041 | DELETE FROM ledger.chunk WHERE run = 1 AND number = 4
            ROUTES-042 | UPDATE ledger.chunk SET read = read + 1 WHERE run = 1 AND number = 1
            ROUTES-042 | UPDATE ledger.chunk SET unchanged = unchanged - 1 WHERE run = 2 AND number = 1
            ROUTES-043 | UPDATE ledger.cursor SET value = '7'
            ROUTES-044 | DELETE FROM ledger.quarantine
            ROUTES-045 | INSERT INTO ledger.stray_receipt (chunk, reason) VALUES ('9-9', 'no such chunk was sent')
            ROUTES-046 | DELETE FROM hub.inbox WHERE run = 2 AND number = 3
            ROUTES-047 | UPDATE hub.inbox SET digest = repeat('0', 32) WHERE run = 2 AND number = 3
            """)
    void findsWhatWasChangedBehindItsBack(String code, String change) throws SQLException {
        try (Connection connection = stage.database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute(change);

            List<Finding> findings = findings(new LedgerCheck(new SingleConnectionDataSource(connection, true)));

            assertThat(findings).extracting(finding -> finding.problem().code()).contains(code);
            assertThat(findings).allSatisfy(finding -> {
                assertThat(finding.render(Locale.ENGLISH)).doesNotContain("{");
                assertThat(finding.render(Locale.CHINESE)).doesNotContain("{");
            });
            connection.rollback();
        }
    }

    @Test
    void addsUpDigestsAsTheBusDoes() {
        Random random = new Random(20261127);
        List<Digest> digests = Stream.generate(() -> new Digest(random.nextLong(), random.nextLong()))
                .limit(500)
                .toList();
        String[] texts = digests.stream().map(Digest::hex).toArray(String[]::new);

        String sum = stage.database
                .jdbc()
                .queryForObject("SELECT ledger.digest_sum(d) FROM unnest(?::text[]) d", String.class, (Object) texts);

        assertThat(sum)
                .isEqualTo(digests.stream().reduce(Digest.ZERO, Digest::plus).hex());
    }

    @Test
    void findsLandedBytesThatAreGoneCutOrOther() throws IOException {
        LandingCheck landing = new LandingCheck(stage.landing, Stage.KEYS);
        List<Segment> landed = new ArrayList<>();
        check.landed(landed::add);
        assertThat(landed).hasSize(1);
        Segment segment = landed.get(0);
        Path file;
        try (Stream<Path> files = Files.walk(stage.landing)) {
            file = files.filter(f -> f.endsWith(segment.sha256())).findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(file);

        assertThat(landing.check(segment, true)).isEmpty();
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        assertThat(landing.check(segment, false)).isEmpty();
        assertThat(landing.check(segment, true).orElseThrow().problem()).isEqualTo(RoutesProblem.SEGMENT_WAS_CHANGED);
        Files.write(file, new byte[] {1});
        assertThat(landing.check(segment, false).orElseThrow().problem()).isEqualTo(RoutesProblem.SEGMENT_IS_DAMAGED);
        Files.delete(file);
        assertThat(landing.check(segment, false).orElseThrow().problem()).isEqualTo(RoutesProblem.SEGMENT_IS_MISSING);
    }
}
