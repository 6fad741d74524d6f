package org.exchangebus.schemas.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.exchangebus.schemas.export.ExportForm;
import org.exchangebus.schemas.record.Cells;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RegistryDdlIT {

    private static EmbeddedPostgres server;
    private static Connection connection;

    @BeforeAll
    static void startDatabase() throws IOException, SQLException {
        server = EmbeddedPostgres.builder().start();
        connection = server.getPostgresDatabase().getConnection();
        execute("CREATE SCHEMA registry");
    }

    @AfterAll
    static void stopDatabase() throws IOException, SQLException {
        connection.close();
        server.close();
    }

    static Collection<Resource> resources() {
        return Catalogue.bundled().resources();
    }

    @ParameterizedTest
    @MethodSource("resources")
    void everyResourceHasATableThatKeepsAnAcceptedRecordAsItIs(Resource resource) throws SQLException {
        execute(RegistryDdl.createTable(resource));
        execute(ExportForm.DDL.files(resource, Locale.ROOT).get(resource.name() + ".sql"));
        Cells record = Examples.cells(resource);

        insert(resource, record);

        assertThat(select(resource)).isEqualTo(texts(record));
        assertThat(keyColumns(resource))
                .containsExactlyElementsOf(resource.key().stream()
                        .map(name -> name.replace('-', '_'))
                        .toList());
        assertThat(comments(resource))
                .containsExactlyElementsOf(
                        resource.items().stream().map(Item::title).toList());
    }

    @Test
    void aStructureStaysAsItCame() throws SQLException {
        Resource household = StructureTest.resource();
        execute(RegistryDdl.createTable(household));
        Cells record = new Cells(2);
        record.setText(0, "H1");
        record.setText(1, "[{\"name\":\"王样例\",\"share\":0.5},{\"name\":\"李样例\"}]");

        insert(household, record);

        assertThat(select(household)).isEqualTo(texts(record));
    }

    @Test
    void aTableFromBeforeTakesTheNewRecordsOnceTheStatementsOfTheChangesAreRun() throws SQLException {
        Resource older = CatalogueFiles.resource(CatalogueFiles.CLINIC
                .replace("name: clinic", "name: clinic-before")
                .replace("obligation: mandatory", "length: 3\n    obligation: mandatory"));
        Resource newer = CatalogueFiles.resource(CatalogueFiles.CLINIC
                .replace("name: clinic", "name: clinic-before")
                .replace("obligation: mandatory", "length: 8\n    obligation: mandatory")
                .replace("type: date", "type: datetime")
                .replace(
                        "rules:",
                        "  - {name: beds, title: 床位, type: integer, obligation: optional, summary: Beds.}\nrules:"));
        execute(RegistryDdl.createTable(older));
        Cells before = new Cells(2);
        before.setText(0, "1");
        before.setText(1, "2026-01-05");
        insert(older, before);

        for (Change change : Compatibility.between(older, newer)) {
            execute(change.arguments().get(3));
        }

        execute("INSERT INTO registry.clinic_before (number, opened, beds, record_digest, record_version, record_flow,"
                + " record_run, record_deleted) VALUES ('12345678', '2026-01-05 09:30:00', 12, gen_random_uuid(), 1,"
                + " 'flow', 1, false)");
        assertThat(query("SELECT number, opened, beds FROM registry.clinic_before ORDER BY number"))
                .containsExactly(
                        Arrays.asList("1", "2026-01-05 00:00:00", null),
                        List.of("12345678", "2026-01-05 09:30:00", "12"));
    }

    private static void insert(Resource resource, Cells record) throws SQLException {
        String values = resource.items().stream()
                .map(item -> "?::" + RegistryDdl.columnType(item))
                .collect(Collectors.joining(", "));
        String sql = "INSERT INTO registry.\"" + resource.table() + "\" VALUES (" + values
                + ", '00000000-0000-0000-0000-000000000001', 1, 'flow', 1, false)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < record.size(); i++) {
                insert.setString(i + 1, record.text(i));
            }
            insert.executeUpdate();
        }
    }

    private static List<String> select(Resource resource) throws SQLException {
        String columns = resource.items().stream()
                .map(item -> "trim_scale_text(\"" + item.column() + "\"::text, '" + item.type() + "')")
                .collect(Collectors.joining(", "));
        execute("""
                CREATE OR REPLACE FUNCTION trim_scale_text(value text, type text) RETURNS text LANGUAGE sql AS
                $$ SELECT CASE WHEN type IN ('DECIMAL', 'MONEY') THEN trim_scale(value::numeric)::text
                WHEN type = 'DATETIME' THEN replace(value, ' ', 'T') ELSE value END $$
                """);
        return query("SELECT " + columns + " FROM registry.\"" + resource.table() + "\"")
                .get(0);
    }

    private static List<String> keyColumns(Resource resource) throws SQLException {
        return query("SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid"
                        + " AND a.attnum = ANY (i.indkey) WHERE i.indisprimary AND i.indrelid = 'registry.\""
                        + resource.table() + "\"'::regclass ORDER BY array_position(i.indkey::int2[], a.attnum)")
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    private static List<String> comments(Resource resource) throws SQLException {
        return query("SELECT col_description(attrelid, attnum) FROM pg_attribute WHERE attnum > 0"
                        + " AND attrelid = 'registry.\"" + resource.table() + "\"'::regclass ORDER BY attnum LIMIT "
                        + resource.items().size())
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    private static List<String> texts(Cells record) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < record.size(); i++) {
            texts.add(record.text(i));
        }
        return texts;
    }

    private static List<List<String>> query(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<List<String>> all = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getString(i));
                }
                all.add(row);
            }
            return all;
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
