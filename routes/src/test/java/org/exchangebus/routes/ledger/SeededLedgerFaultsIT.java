package org.exchangebus.routes.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.exchangebus.routes.landing.LandingCheck;
import org.exchangebus.routes.stage.Source;
import org.exchangebus.routes.stage.Stage;
import org.exchangebus.schemas.problem.Finding;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Faults behind the ledger's back, many at once and each at another chunk, run or file: all are named, nothing else is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeededLedgerFaultsIT {

    private static final int FILES = 90;

    /** What is done to a chunk, which makes its row, or its run, or its place at the hub disagree. */
    private static final List<String> OF_A_CHUNK = List.of(
            "UPDATE ledger.chunk SET read = read + 1",
            "UPDATE ledger.chunk SET records = records - 1",
            "UPDATE ledger.chunk SET rejected = rejected + 1",
            "UPDATE ledger.chunk SET filtered = filtered + 2",
            "UPDATE ledger.chunk SET applied = applied + 1",
            "UPDATE ledger.chunk SET superseded = superseded + 1",
            "UPDATE ledger.chunk SET unchanged = unchanged + 1",
            "UPDATE ledger.chunk SET digest = overlay(digest placing CASE left(digest, 1) WHEN 'f' THEN 'e' ELSE 'f' END"
                    + " from 1 for 1)",
            "UPDATE ledger.chunk SET hub_digest = repeat('0', 32)",
            "UPDATE ledger.chunk SET receipted_at = NULL, applied = NULL, superseded = NULL, unchanged = NULL",
            "UPDATE ledger.chunk SET refusal = 'made up'");

    private Stage stage;

    @BeforeAll
    void carryARunOfManyFiles(@TempDir Path directory) {
        stage = new Stage(directory);
        stage.source.rowsPerBlock = 2;
        for (int file = 0; file < FILES; file++) {
            int first = file * 2;
            stage.source.files.add(IntStream.range(first, first + 2)
                    .mapToObj(i -> Source.line("A%04d".formatted(i), "name " + i))
                    .toList());
        }
        stage.start();
        assertThat(stage.run().isBalanced()).isTrue();
    }

    @AfterAll
    void close() {
        stage.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void namesEveryChunkThatWasChanged(long seed) throws SQLException {
        Random random = new Random(seed);
        List<Integer> chunks = IntStream.range(0, FILES).boxed().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(chunks, random);
        List<Integer> faulty = chunks.subList(0, FILES - 5);
        try (Connection connection = stage.database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            for (int chunk : faulty) {
                String change = OF_A_CHUNK.get(random.nextInt(OF_A_CHUNK.size()));
                try (PreparedStatement statement =
                        connection.prepareStatement(change + " WHERE run = 1 AND number = ?")) {
                    statement.setInt(1, chunk);
                    assertThat(statement.executeUpdate()).isOne();
                }
            }

            Set<String> named = new LedgerCheck(new SingleConnectionDataSource(connection, true))
                    .run(outcome -> {}).stream()
                            .flatMap(outcome -> outcome.findings().stream())
                            .map(Finding::where)
                            .collect(Collectors.toCollection(TreeSet::new));

            Set<String> expected = faulty.stream()
                    .map(chunk -> "river-gauge chunk 1-" + chunk)
                    .collect(Collectors.toCollection(TreeSet::new));
            expected.add("river-gauge run 1");
            assertThat(named).isEqualTo(expected);
            connection.rollback();
        }
    }

    @Test
    void namesEveryFileOfWhichABitWasTurned() throws IOException {
        LandingCheck check = new LandingCheck(stage.landing, Stage.KEYS);
        Random random = new Random(20261127);
        List<Path> files;
        try (Stream<Path> all = Files.walk(stage.landing.resolve("sha256"))) {
            files = all.filter(Files::isRegularFile).sorted().collect(Collectors.toCollection(ArrayList::new));
        }
        assertThat(files).hasSize(FILES);
        int faults = 0;
        for (int round = 0; round < 10; round++) {
            Collections.shuffle(files, random);
            Set<String> expected = new TreeSet<>();
            List<byte[]> whole = new ArrayList<>();
            for (Path file : files.subList(0, 60)) {
                byte[] bytes = Files.readAllBytes(file);
                whole.add(bytes.clone());
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, bytes);
                expected.add(file.getFileName().toString());
            }
            Set<String> named = new TreeSet<>();
            new LedgerCheck(stage.database.dataSource())
                    .landed(segment -> check.check(segment, true).ifPresent(finding -> named.add(segment.sha256())));

            assertThat(named).isEqualTo(expected);
            faults += named.size();
            for (int i = 0; i < 60; i++) {
                Files.write(files.get(i), whole.get(i));
            }
        }
        assertThat(faults).isEqualTo(600);
    }
}
