package org.exchangebus.routes.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.exchangebus.routes.ledger.LedgerCheck;
import org.exchangebus.routes.ledger.Request;
import org.exchangebus.routes.ledger.RunReport;
import org.exchangebus.routes.stage.Source;
import org.exchangebus.routes.stage.Stage;
import org.exchangebus.routes.wire.Queues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What landed is sent again from the ledger: the hub lost it, the broker lost it, or the mapping was mended. */
class RedriveIT extends NinetyFiveRows {

    private Request redrive(Map<String, String> arguments) {
        return stage.closed(ask(arguments));
    }

    private Request ask(Map<String, String> arguments) {
        return stage.ledger()
                .requests()
                .ask(Request.Kind.REDRIVE, Stage.FLOW, arguments, "wang", "the hub was restored");
    }

    private RunReport report(Request request) {
        return stage.ledger().runs().report(request.run());
    }

    /** Everything in the registry with the version and run that brought it. */
    private List<String> registry() {
        return stage.database
                .jdbc()
                .queryForList(
                        "SELECT concat_ws(' ', gauge_code, gauge_name, record_version, record_deleted)"
                                + " FROM registry.gauge ORDER BY gauge_code",
                        String.class);
    }

    private void take(String... lines) {
        stage.source.files.clear();
        stage.source.files.add(List.of(lines));
        assertThat(stage.run().state()).isEqualTo("BALANCED");
    }

    @Test
    void givesAHubThatWasRestoredFromAnOldBackupWhatItHadSignedFor() {
        stage.start();
        stage.run();
        take(Source.line("A001", "renamed"), Source.line("A002", "gone"), Source.line("B1", "new"));
        List<String> before = registry();
        String cursor = cursor();
        stage.database.jdbc().execute("DELETE FROM registry.gauge WHERE gauge_code > 'A003'");
        stage.database
                .jdbc()
                .execute("UPDATE registry.gauge SET gauge_name = 'name 1', record_version = 1000000001,"
                        + " record_digest = gen_random_uuid() WHERE gauge_code = 'A001'");
        stage.database.jdbc().execute("DELETE FROM hub.inbox WHERE run = 2 OR number > 3");

        Request done = redrive(Map.of());

        assertThat(done.isFulfilled()).isTrue();
        assertThat(registry()).isEqualTo(before);
        assertThat(cursor()).isEqualTo(cursor);
        assertThat(stage.source.captures).hasValue(2);
        assertThat(report(done).read()).isEqualTo(98);
    }

    @Test
    void bringsBackARegistryThatIsEmptyWithTheVersionsThatItHad() {
        stage.start();
        stage.run();
        take(Source.line("A001", "renamed"), Source.line("A002", "gone"));
        take(Source.line("A001", "name 1"));
        List<String> before = registry();
        stage.database.jdbc().execute("TRUNCATE registry.gauge, hub.inbox");

        Request done = redrive(Map.of());

        assertThat(done.isFulfilled()).isTrue();
        assertThat(registry()).isEqualTo(before);
    }

    @Test
    void changesNothingWhereTheHubHasEverything() {
        stage.start();
        stage.run();
        take(Source.line("A001", "between"));
        take(Source.line("A001", "name 1"));
        List<String> before = stage.database
                .jdbc()
                .queryForList("SELECT record_at || ' ' || record_run || gauge_code FROM registry.gauge", String.class);

        Request done = redrive(Map.of());

        assertThat(report(done).read()).isEqualTo(97);
        assertThat(stage.database
                        .jdbc()
                        .queryForList(
                                "SELECT record_at || ' ' || record_run || gauge_code FROM registry.gauge",
                                String.class))
                .containsExactlyInAnyOrderElementsOf(before);
        assertThat(stage.database
                        .jdbc()
                        .queryForObject("SELECT sum(applied) FROM ledger.chunk WHERE run = 4", Long.class))
                .isZero();
    }

    @Test
    void mapsWhatLandedWithTheMappingOfTodayAndKeepsTheVersions() {
        stage.start();
        take(Source.line("A1", "one"), Source.line("A2", "bad two"));
        take(Source.line("A1", "uno"));
        assertThat(stage.registry()).containsExactly("A1 uno");
        stage.mapping.isMended = true;

        Request done = redrive(Map.of());

        assertThat(done.isFulfilled()).isTrue();
        assertThat(registry()).containsExactly("A1 UNO 2000000000 f", "A2 BAD TWO 1000000001 f");
        stage.mapping.isMended = false;
        assertThat(redrive(Map.of()).isFulfilled()).isTrue();
        assertThat(stage.registry()).containsExactly("A1 uno", "A2 BAD TWO");
    }

    @Test
    void beginsWithTheRunThatIsNamed() {
        stage.start();
        stage.run();
        take(Source.line("B1", "one"));
        stage.database.jdbc().execute("TRUNCATE registry.gauge");

        Request done = redrive(Map.of(Request.FROM, "2"));

        assertThat(report(done).read()).isEqualTo(1);
        assertThat(stage.registry()).containsExactly("B1 one");
    }

    @Test
    void takesWhatIsSentAgainFromTheRunThatLandedItAndNotFromAnEarlierRedrive() {
        stage.start();
        stage.run();
        redrive(Map.of());

        Request second = redrive(Map.of(Request.FROM, "1"));

        assertThat(report(second).read()).isEqualTo(95);
    }

    @Test
    void saysSoWhereThereIsNothingToSendAgain() {
        stage.start();

        Request done = redrive(Map.of());

        assertThat(done.outcome()).isEqualTo("FAILED");
        assertThat(report(done).reason()).contains("ROUTES-051");
    }

    @Test
    void sendsNothingWhereLandedBytesAreGone() throws IOException {
        stage.start();
        stage.run();
        take(Source.line("B1", "one"));
        String sha256 =
                stage.database.jdbc().queryForObject("SELECT sha256 FROM ledger.segment WHERE run = 2", String.class);
        try (Stream<Path> files = Files.walk(stage.landing)) {
            Files.delete(files.filter(file -> file.getFileName().toString().startsWith(sha256))
                    .findFirst()
                    .orElseThrow());
        }
        stage.database.jdbc().execute("TRUNCATE registry.gauge");

        Request done = redrive(Map.of());

        assertThat(report(done).reason()).contains("ROUTES-004").contains(sha256);
        assertThat(stage.registry()).isEmpty();
    }

    @Test
    void doesAtOnceWhatAnOpenRunWouldDoWhenItsPatienceEnds() {
        stage.hasHub = false;
        stage.patience = Duration.ofHours(1);
        stage.start();
        stage.flows().run(Stage.FLOW);
        await().atMost(Duration.ofSeconds(30)).until(() -> states().equals("SENT"));
        stage.broker.empty(Queues.CHUNK);
        stage.startHub();

        Request done = redrive(Map.of(Request.OPEN_RUN, "1"));

        assertThat(done.isFulfilled()).isTrue();
        assertThat(done.run()).isEqualTo(1);
        assertThat(stage.registry()).hasSize(95);
        assertThat(redrive(Map.of(Request.OPEN_RUN, "1", "again", "yes")).isFulfilled())
                .isTrue();
    }

    /** B12. */
    @Test
    void losesAndDoublesNothingWhereTheBrokersDirectoryIsDeleted() {
        sendWithoutAHub();
        stage.meddleWithTheBroker(RedriveIT::delete);
        stage.hasHub = true;

        stage.start();

        await().atMost(Duration.ofSeconds(60)).until(() -> states().equals("BALANCED"));
        requireEachRecordOnce();
    }

    /** B13. */
    @Test
    void absorbsTheMessagesOfAnOldBrokerDirectoryThatCameBack() {
        sendWithoutAHub();
        Path old = directory.resolve("old");
        stage.meddleWithTheBroker(broker -> copy(broker, old));
        stage.hasHub = true;
        stage.start();
        await().atMost(Duration.ofSeconds(60)).until(() -> states().equals("BALANCED"));
        take(Source.line("A001", "renamed"), Source.line("A002", "name 2"));
        List<String> before = registry();
        stage.meddleWithTheBroker(broker -> {
            delete(broker);
            copy(old, broker);
        });
        assertThat(stage.broker.count(Queues.CHUNK)).isEqualTo(10);

        stage.start();

        await().atMost(Duration.ofSeconds(30)).until(() -> stage.broker.count(Queues.CHUNK) == 0);
        await().atMost(Duration.ofSeconds(30)).until(() -> stage.broker.count(Queues.RECEIPT) == 0);
        assertThat(registry()).isEqualTo(before);
        take(Source.line("A001", "renamed once more"));
        assertThat(stage.registry()).contains("A001 renamed once more").hasSize(95);
        assertThat(new LedgerCheck(stage.database.dataSource()).run(outcome -> {}))
                .allMatch(LedgerCheck.Outcome::holds);
    }

    /** B11. */
    @ParameterizedTest
    @ValueSource(longs = {20261127, 20261128, 20261129, 20261130})
    void losesAndDoublesNothingWhereAFileOfTheBrokerIsDamaged(long seed) {
        sendWithoutAHub();
        Random random = new Random(seed);
        try {
            stage.meddleWithTheBroker(broker -> damage(broker, random));
        } catch (IllegalStateException refused) {
            // The broker refuses what it cannot read; then its directory is thrown away, for the ledger has everything.
            stage.meddleWithTheBroker(RedriveIT::delete);
        }
        stage.hasHub = true;
        stage.patience = Duration.ofSeconds(2);

        stage.start();

        await().atMost(Duration.ofSeconds(120)).until(() -> !states().equals("SENT") && !states().equals("LANDED"));
        if (!states().equals("BALANCED")) {
            // The hub refused what came before a chunk whose message was damaged: the run is red, and its window is
            // taken again.
            assertThat(states()).isEqualTo("UNBALANCED");
            assertThat(stage.run().isBalanced()).isTrue();
        }
        requireEachRecordOnce();
    }

    /** A file is gone, cut off, or has other bits where the messages stand. */
    private static void damage(Path broker, Random random) throws IOException {
        List<Path> files;
        try (Stream<Path> walked = Files.walk(broker)) {
            files = walked.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(amq|bindings)"))
                    .sorted()
                    .toList();
        }
        Path file = files.get(random.nextInt(files.size()));
        byte[] bytes = Files.readAllBytes(file);
        switch (random.nextInt(3)) {
            case 0 -> Files.delete(file);
            case 1 -> Files.write(file, Arrays.copyOf(bytes, random.nextInt(1, 50_000)));
            default -> {
                for (int i = 0; i < 64; i++) {
                    bytes[random.nextInt(20, 50_000)] ^= (byte) (1 << random.nextInt(8));
                }
                Files.write(file, bytes);
            }
        }
    }

    private void sendWithoutAHub() {
        stage.hasHub = false;
        stage.patience = Duration.ofHours(1);
        stage.start();
        stage.flows().run(Stage.FLOW);
        await().atMost(Duration.ofSeconds(30)).until(() -> states().equals("SENT"));
        assertThat(stage.broker.count(Queues.CHUNK)).isEqualTo(10);
    }

    private void requireEachRecordOnce() {
        assertThat(stage.registry()).hasSize(95);
        assertThat(stage.database.jdbc().queryForObject("SELECT sum(applied) FROM ledger.chunk", Long.class))
                .isEqualTo(95);
        assertThat(new LedgerCheck(stage.database.dataSource()).run(outcome -> {}))
                .allMatch(LedgerCheck.Outcome::holds);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
