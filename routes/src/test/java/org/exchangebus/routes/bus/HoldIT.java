package org.exchangebus.routes.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.exchangebus.routes.ledger.QuarantineFilter;
import org.exchangebus.routes.ledger.Request;
import org.exchangebus.routes.ledger.RunReport;
import org.exchangebus.routes.stage.Source;
import org.exchangebus.routes.stage.Stage;
import org.exchangebus.schemas.run.HoldAt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of which too much is rejected is held as a whole, before anything of it reached the hub. */
class HoldIT {

    @TempDir
    Path directory;

    private Stage stage;

    @BeforeEach
    void open() {
        stage = new Stage(directory);
        stage.source.rowsPerBlock = 10;
    }

    @AfterEach
    void close() {
        stage.close();
    }

    /** Of a hundred rows, so many are bad, the last ones. */
    private void start(int bad, @Nullable HoldAt limit) {
        stage.source.files.add(IntStream.range(0, 100)
                .mapToObj(i -> Source.line("A%02d".formatted(i), (i >= 100 - bad ? "bad " : "name ") + i))
                .toList());
        stage.flows = List.of(Stage.flow("gauge", "every 1h", limit));
        stage.start();
    }

    private long waiting() {
        return stage.ledger().desk().count(new QuarantineFilter(Stage.FLOW, null, null, null, null, "WAITING", null));
    }

    private long cursors() {
        return stage.database.jdbc().queryForObject("SELECT count(*) FROM ledger.cursor", Long.class);
    }

    @Test
    void sendsNothingWhereMoreRowsAreRejectedThanTheSourceAllows() {
        start(6, new HoldAt(5, null));

        RunReport report = stage.run();

        assertThat(report.state()).isEqualTo("FAILED");
        assertThat(report.reason()).startsWith("ROUTES-059 6 of 100 rows").contains("5 records");
        assertThat(stage.registry()).isEmpty();
        assertThat(stage.database.jdbc().queryForObject("SELECT count(*) FROM hub.inbox", Long.class))
                .isZero();
        assertThat(waiting()).isEqualTo(6);
        assertThat(cursors()).isZero();
        assertThat(stage.source.acknowledged).isEmpty();
    }

    @Test
    void deliversWhatIsGoodWhereNoMoreAreRejectedThanTheSourceAllows() {
        start(5, new HoldAt(5, 5));

        RunReport report = stage.run();

        assertThat(report.state()).isEqualTo("BALANCED");
        assertThat(report.quarantined()).isEqualTo(5);
        assertThat(stage.registry()).hasSize(95);
        assertThat(waiting()).isEqualTo(5);
        assertThat(stage.database.jdbc().queryForObject("SELECT max(seen) FROM ledger.quarantine", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void triesMoreChunksThanMayBeOutWithoutAReceipt() {
        stage.source.rowsPerBlock = 1;
        start(1, new HoldAt(5, 5));

        assertThat(stage.run().state()).isEqualTo("BALANCED");
        assertThat(stage.registry()).hasSize(99);
    }

    @Test
    void countsAShareOfTheRowsThatWereRead() {
        start(6, new HoldAt(null, 5));

        assertThat(stage.run().reason()).contains("ROUTES-059", "5 per cent");
        assertThat(stage.registry()).isEmpty();
    }

    @Test
    void deliversItAllTheSameWhereSomebodyAnswersForItAndOnlyThatOnce() {
        start(6, new HoldAt(5, null));
        stage.run();

        Request done = stage.closed(stage.ledger()
                .requests()
                .ask(
                        Request.Kind.RUN,
                        Stage.FLOW,
                        Map.of(Request.BEYOND_THRESHOLD, "yes"),
                        "wang",
                        "the office knows of the six"));

        assertThat(done.isFulfilled()).isTrue();
        assertThat(stage.registry()).hasSize(94);
        assertThat(waiting()).isEqualTo(6);
        assertThat(stage.run().reason()).startsWith("ROUTES-059");
    }

    @Test
    void mapsOnceOnlyWhereThereIsNoLimit() {
        java.util.concurrent.atomic.AtomicInteger mapped = new java.util.concurrent.atomic.AtomicInteger();
        stage.mapping.before = exchange -> mapped.incrementAndGet();
        start(6, null);

        assertThat(stage.run().state()).isEqualTo("BALANCED");
        assertThat(mapped).hasValue(10);
    }
}
