package org.exchangebus.routes.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.exchangebus.routes.stage.Database;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.catalogue.RegistryDdl;
import org.exchangebus.schemas.catalogue.Resource;
import org.exchangebus.schemas.record.Cells;
import org.exchangebus.schemas.record.ChunkId;
import org.exchangebus.schemas.record.Operation;
import org.exchangebus.schemas.record.RecordChunk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the hub asks of the registry before it copies a chunk whose records it mostly holds. */
class ProbeIT {

    private static final List<String> ITEMS =
            List.of("gauge-code", "read-on", "read-at", "number", "height", "by-hand", "remark");

    private static final String RESOURCE = """
            name: reading
            title: 水位读数
            code: 301001001/000003
            classification: {class: department, category: 水利}
            secrecy: unclassified
            provider: {name: 某省水利厅, code: 11100000000000001M}
            summary: Readings of water gauges, with a key of every type.
            format: {kind: database, types: [PostgreSQL]}
            sharing: {type: unconditional, method: database}
            openness: {open: true}
            update-cycle: daily
            published: "2026-01-05"
            versions:
              - {number: "1.0", date: 2026-01-05, what: First edition.}
            key: [gauge-code, read-on, read-at, number, height, by-hand]
            items:
              - {name: gauge-code, title: 站码, type: text, length: 12, obligation: mandatory, summary: Code.}
              - {name: read-on, title: 日期, type: date, obligation: mandatory, summary: Day.}
              - {name: read-at, title: 时刻, type: datetime, obligation: mandatory, summary: Moment.}
              - {name: number, title: 序号, type: integer, obligation: mandatory, summary: Number.}
              - {name: height, title: 水位, type: decimal, precision: 10, scale: 3, obligation: mandatory, summary: Height.}
              - {name: by-hand, title: 人工, type: boolean, obligation: mandatory, summary: Whether by hand.}
              - {name: remark, title: 备注, type: text, length: 60, obligation: optional, summary: Remark.}
            """;

    private static final String[] FIRST = {"G 1", "2026-11-27", "2026-11-27T08:30:00", "-7", "10.25", "true", "one"};
    private static final String[] SECOND = {"G'2\\", "0001-01-01", "9999-12-31T23:59:59", "0", "-0.001", "false", "二"};

    @TempDir
    Path directory;

    private final Database database = new Database();
    private final Merge merge = new Merge();
    private MergePlan plan;

    @BeforeEach
    void makeTheTable() throws IOException {
        Path folder = Files.createDirectories(directory.resolve("department/natural-resources"));
        Files.writeString(folder.resolve("reading.yaml"), RESOURCE);
        Resource resource = Catalogue.empty().with(directory).resource("reading");
        database.jdbc().execute("CREATE SCHEMA registry");
        database.jdbc().execute(RegistryDdl.createTable(resource));
        plan = new MergePlan(resource, ITEMS);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static RecordChunk chunk(long run, String[]... rows) {
        RecordChunk.Builder builder =
                new RecordChunk.Builder(new ChunkId(run, 0), "elsewhere-reading", "reading", ITEMS, 256);
        Cells cells = new Cells(ITEMS.size());
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < ITEMS.size(); i++) {
                cells.setText(i, rows[row][i]);
            }
            builder.add(Operation.UPSERT, run * 1_000_000_000L + row, cells);
        }
        return builder.build();
    }

    private static String[] withRemark(String[] row, String remark) {
        String[] other = row.clone();
        other[6] = remark;
        return other;
    }

    private Merge.Outcome merged(RecordChunk chunk) throws Exception {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            Merge.Outcome outcome = merge.changed(connection, plan, chunk, () -> {});
            connection.commit();
            return outcome;
        }
    }

    private List<String> registry() {
        return database.jdbc()
                .queryForList("SELECT remark || ' ' || record_run FROM registry.reading ORDER BY 1", String.class);
    }

    @Test
    void findsKnownRecordsByKeysOfEveryType() throws Exception {
        assertThat(merged(chunk(1, FIRST, SECOND))).isEqualTo(new Merge.Outcome(0, 0));

        assertThat(merged(chunk(2, SECOND, FIRST))).isEqualTo(new Merge.Outcome(0, 2));

        assertThat(registry()).containsExactly("one 1", "二 1");
    }

    @Test
    void copiesOnlyWhatDiffers() throws Exception {
        merged(chunk(1, FIRST, SECOND));

        assertThat(merged(chunk(2, FIRST, withRemark(SECOND, "三")))).isEqualTo(new Merge.Outcome(0, 1));

        assertThat(registry()).containsExactly("one 1", "三 2");
    }

    @Test
    void letsTheLastOfSeveralRecordsOfOneKeyStand() throws Exception {
        merged(chunk(1, FIRST, SECOND));

        // The registry holds what the last one says, so a question for each by itself would let the first one stand.
        merged(chunk(2, withRemark(FIRST, "between"), FIRST, SECOND));

        assertThat(registry()).containsExactly("one 1", "二 1");
    }

    @Test
    void bringsBackWhatWasDeleted() throws Exception {
        merged(chunk(1, FIRST, SECOND));
        database.jdbc().update("UPDATE registry.reading SET record_deleted = true WHERE number = -7");

        assertThat(merged(chunk(2, FIRST, SECOND))).isEqualTo(new Merge.Outcome(0, 1));

        assertThat(database.jdbc()
                        .queryForObject("SELECT count(*) FROM registry.reading WHERE record_deleted", Long.class))
                .isZero();
    }
}
