package org.exchangebus.routes.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.BytesMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.exchangebus.routes.ledger.RunReport;
import org.exchangebus.routes.stage.Source;
import org.exchangebus.routes.stage.Stage;
import org.exchangebus.routes.wire.ChunkBody;
import org.exchangebus.routes.wire.Queues;
import org.exchangebus.schemas.record.Cells;
import org.exchangebus.schemas.record.ChunkId;
import org.exchangebus.schemas.record.Operation;
import org.exchangebus.schemas.record.RecordChunk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubIT {

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

    private static RecordChunk chunk(long run, int number, List<String> items, String... cells) {
        return chunk("elsewhere-gauge", run, number, items, cells);
    }

    private static RecordChunk chunk(String flow, long run, int number, List<String> items, String... cells) {
        RecordChunk.Builder builder = new RecordChunk.Builder(new ChunkId(run, number), flow, "gauge", items, 256);
        Cells row = new Cells(items.size());
        for (int i = 0; i < items.size(); i++) {
            row.setText(i, cells[i]);
        }
        builder.add(Operation.UPSERT, run * 1_000_000_000L, row);
        return builder.build();
    }

    private void send(RecordChunk chunk) {
        stage.broker.send(Queues.CHUNK, session -> {
            BytesMessage message = session.createBytesMessage();
            message.writeBytes(ChunkBody.write(chunk));
            return message;
        });
    }

    private String receiptOf(long run, int number) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> stage.database
                                .jdbc()
                                .queryForList(
                                        "SELECT receipt FROM hub.inbox WHERE run = ? AND number = ?",
                                        String.class,
                                        run,
                                        number),
                        receipts -> !receipts.isEmpty())
                .get(0);
    }

    @Test
    void keepsEveryTypeOfItemAsItWasSaid() {
        stage.start();

        send(chunk(
                900,
                0,
                Source.FIELDS,
                "007 ",
                "张三丰𠮷",
                "-10203.040",
                "0001-01-01",
                "9999-12-31T23:59:59",
                "false",
                "-9223372036854775808",
                "a\tb\nc",
                "{\"type\": \"Point\",\"coordinates\":[104.10,30.67]}"));

        receiptOf(900, 0);
        assertThat(stage.database.jdbc().queryForMap("SELECT * FROM registry.gauge"))
                .containsEntry("gauge_code", "007 ")
                .containsEntry("gauge_name", "张三丰𠮷")
                .containsEntry("level", new java.math.BigDecimal("-10203.040"))
                .containsEntry("in_service", false)
                .containsEntry("readings", Long.MIN_VALUE)
                .containsEntry("remark", "a\tb\nc");
        assertThat(stage.database
                        .jdbc()
                        .queryForObject(
                                "SELECT concat_ws(' ', built_on, read_at, place) FROM registry.gauge", String.class))
                .isEqualTo("0001-01-01 9999-12-31 23:59:59 {\"type\": \"Point\",\"coordinates\":[104.10,30.67]}");
    }

    @Test
    void sendsToTheDeadLettersWhatIsNoChunkAndGoesOn() {
        stage.start();

        stage.broker.send(Queues.CHUNK, session -> session.createTextMessage("{}"));
        stage.broker.send(Queues.CHUNK, session -> session.createObjectMessage(new java.util.ArrayList<>()));
        stage.broker.send(Queues.CHUNK, session -> session.createBytesMessage());
        stage.broker.send(Queues.RECEIPT, session -> session.createObjectMessage("x"));
        stage.broker.send(Queues.RECEIPT, session -> session.createTextMessage("{\"chunk\":\"1-0\"}"));
        send(chunk(901, 0, List.of("gauge-code", "gauge-name"), "A1", "name"));

        receiptOf(901, 0);
        await().untilAsserted(() -> assertThat(stage.broker.count(Queues.DEAD)).isEqualTo(5));
        assertThat(stage.registry()).containsExactly("A1 name");
    }

    @Test
    void givesTheSameChunkTheSameReceiptAndAnotherOfItsNameARefusal() {
        stage.start();
        List<String> items = List.of("gauge-code", "gauge-name");
        send(chunk(902, 0, items, "A1", "first"));
        String receipt = receiptOf(902, 0);

        send(chunk(902, 0, items, "A1", "first"));
        send(chunk(902, 0, items, "A1", "second"));
        send(chunk(903, 0, items, "A2", "later"));

        receiptOf(903, 0);
        assertThat(receiptOf(902, 0)).isEqualTo(receipt);
        assertThat(stage.registry()).containsExactly("A1 first", "A2 later");
        await().untilAsserted(() -> assertThat(stage.database
                        .jdbc()
                        .queryForList(
                                "SELECT DISTINCT chunk || ': ' || reason FROM ledger.stray_receipt", String.class))
                .hasSize(3)
                .contains("902-0: no such chunk was sent", "903-0: no such chunk was sent")
                .anyMatch(reason -> reason.startsWith("902-0: no such chunk was sent; it refuses: ROUTES-021")));
    }

    @Test
    void refusesWhatTheCatalogueDoesNotKnow() {
        stage.start();

        send(chunk(904, 0, List.of("gauge-code", "colour"), "A1", "red"));
        send(chunk(905, 0, List.of("gauge-name"), "a gauge without its key"));

        assertThat(receiptOf(904, 0)).contains("ROUTES-022").contains("colour");
        assertThat(receiptOf(905, 0)).contains("ROUTES-022").contains("gauge-code");
    }

    @Test
    void refusesWhatIsNotWrittenAsItsType() {
        stage.start();

        send(chunk(906, 0, List.of("gauge-code", "built-on"), "A1", "2026-02-30"));

        assertThat(receiptOf(906, 0))
                .contains("ROUTES-023")
                .contains("built-on")
                .doesNotContain("2026-02-30");
    }

    @Test
    void neverLetsAnOlderVersionOverwriteANewerOne() {
        stage.start();
        List<String> items = List.of("gauge-code", "gauge-name");

        send(chunk(911, 0, items, "A1", "newer"));
        send(chunk("beyond-gauge", 910, 0, items, "A1", "older"));

        assertThat(receiptOf(910, 0)).contains("\"superseded\":1");
        assertThat(stage.registry()).containsExactly("A1 newer");
    }

    @Test
    void refusesWhatComesLateOfARunThatAnotherOfItsFlowHasOvertaken() {
        stage.start();
        List<String> items = List.of("gauge-code", "gauge-name");
        send(chunk(920, 0, items, "A1", "true again"));
        receiptOf(920, 0);
        send(chunk(922, 0, items, "A1", "true again"));
        assertThat(receiptOf(922, 0)).contains("\"unchanged\":1");

        send(chunk(921, 0, items, "A1", "true for a while"));

        assertThat(receiptOf(921, 0)).contains("ROUTES-026");
        assertThat(stage.registry()).containsExactly("A1 true again");
    }

    @Test
    void sendsToTheDeadLettersWhatNoDatabaseCouldName() {
        stage.start();

        send(chunk("a\0b", 930, 0, List.of("gauge-code"), "A1"));
        send(chunk(931, 0, List.of("gauge-code", "gauge-name"), "A\0", "b"));

        assertThat(receiptOf(931, 0)).contains("ROUTES-023").contains("22021");
        await().untilAsserted(() -> assertThat(stage.broker.count(Queues.DEAD)).isEqualTo(1));
    }

    @Test
    void refusesAChunkWhoseEarlierOneNeverCame() {
        stage.start();

        send(chunk(912, 1, List.of("gauge-code", "gauge-name"), "A1", "name"));

        assertThat(receiptOf(912, 1)).contains("ROUTES-024");
        await().untilAsserted(() -> assertThat(stage.broker.count(Queues.DEAD)).isEqualTo(1));
        assertThat(stage.registry()).isEmpty();
    }

    @Test
    void givesUpAChunkThatNeverGoesThroughAndGoesOn() {
        stage.start();
        stage.database.jdbc().execute("""
                        CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
                            'BEGIN IF NEW.gauge_code = ''POISON'' THEN RAISE ''no''; END IF; RETURN NEW; END';
                        CREATE TRIGGER fail BEFORE INSERT ON registry.gauge FOR EACH ROW EXECUTE FUNCTION fail()""");

        send(chunk(913, 0, List.of("gauge-code", "gauge-name"), "POISON", "name"));
        send(chunk(914, 0, List.of("gauge-code", "gauge-name"), "A1", "name"));

        assertThat(receiptOf(913, 0)).contains("ROUTES-025").doesNotContain("POISON");
        receiptOf(914, 0);
        await().untilAsserted(() -> assertThat(stage.broker.count(Queues.DEAD)).isEqualTo(1));
        assertThat(stage.registry()).containsExactly("A1 name");
    }

    @Test
    void letsTheLaterOfTwoVersionsInOneRunStand() {
        stage.source.rowsPerBlock = 2;
        stage.source.files.add(List.of(Source.line("A1", "old"), Source.line("B1", "b")));
        stage.start();
        stage.run();
        stage.source.files.set(
                0,
                List.of(
                        Source.line("A1", "between"),
                        Source.line("A2", "x"),
                        Source.line("A1", "old"),
                        Source.line("A3", "twice"),
                        Source.line("A3", "twice again"),
                        Source.line("B1", "b")));

        RunReport report = stage.run();

        assertThat(report.state()).isEqualTo("BALANCED");
        assertThat(stage.registry()).containsExactly("A1 old", "A2 x", "A3 twice again", "B1 b");
        assertThat(report.unchanged()).isEqualTo(1);
    }

    @Test
    void keepsTheKeyOfWhatWasDeletedAndBringsItBack() {
        stage.source.files.add(List.of(Source.line("A1", "one"), Source.line("A2", "two")));
        stage.start();
        stage.run();
        stage.source.files.set(0, List.of(Source.line("A1", "gone"), Source.line("A2", "two")));
        stage.run();
        assertThat(stage.registry()).containsExactly("A2 two");
        assertThat(stage.database
                        .jdbc()
                        .queryForObject(
                                "SELECT gauge_name FROM registry.gauge WHERE record_deleted AND gauge_code = 'A1'",
                                String.class))
                .isNull();

        stage.source.files.set(0, List.of(Source.line("A1", "one"), Source.line("A2", "two")));
        stage.run();

        assertThat(stage.registry()).containsExactly("A1 one", "A2 two");
    }
}
