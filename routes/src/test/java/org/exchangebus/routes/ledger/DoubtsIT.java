package org.exchangebus.routes.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.routes.stage.Stage;
import org.exchangebus.schemas.record.ChunkId;
import org.exchangebus.schemas.record.Doubt;
import org.exchangebus.schemas.record.MappedChunk;
import org.exchangebus.schemas.record.Receipt;
import org.exchangebus.schemas.record.RecordChunk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoubtsIT {

    @TempDir
    Path directory;

    private Stage stage;
    private Ledger ledger;
    private long run;

    @BeforeEach
    void open() {
        stage = new Stage(directory);
        ledger = new Ledger(stage.database.dataSource());
        ledger.migrate();
        run = ledger.runs().open(Stage.flow("gauge", "every 1h")).orElseThrow().number();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void addsUpTheDoubtsOfAllChunksAndNamesTheFirst() {
        record(1, doubt("name", 7, 2), doubt("age", 1, 1));
        record(0, doubt("name", 3, 1));

        assertThat(ledger.doubts().of(run))
                .extracting(DoubtEntry::item, DoubtEntry::records, DoubtEntry::position)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("name", 3L, 3L),
                        org.assertj.core.groups.Tuple.tuple("age", 1L, 1L));
        assertThat(ledger.runs().report(run).doubts()).isEqualTo(4);
    }

    @Test
    void countsAChunkOnceThatIsRecordedAgain() {
        record(0, doubt("name", 3, 5));
        record(0, doubt("name", 3, 5));
        assertThat(ledger.runs().report(run).doubts()).isEqualTo(5);

        record(0);
        assertThat(ledger.doubts().of(run)).isEmpty();
    }

    @Test
    void leavesTheDoubtsOfASignedChunkAsTheyAre() {
        RecordChunk signed = record(0, doubt("name", 3, 5));
        ledger.chunks().sign(new Receipt(signed.id(), 0, 0, 0, signed.digest(), null));

        record(0, doubt("age", 1, 1));
        record(0);

        assertThat(ledger.doubts().of(run)).extracting(DoubtEntry::item).containsExactly("name");
    }

    private RecordChunk record(int number, Doubt... doubts) {
        RecordChunk records = new RecordChunk.Builder(
                        new ChunkId(run, number), Stage.FLOW, "gauge", List.of("gauge-code"), 64)
                .build();
        ledger.chunks().record(new MappedChunk(records, List.of(), 0, Arrays.asList(doubts)), 0, List.of(), null);
        return records;
    }

    private static Doubt doubt(String item, long position, int records) {
        return new Doubt(item, "identifier", RoutesProblem.FLOW_IS_UNKNOWN, List.of("a\0b"), "page", position, records);
    }
}
