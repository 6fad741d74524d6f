package org.exchangebus.adapters.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import org.exchangebus.adapters.OneSystem;
import org.exchangebus.schemas.run.Capture;
import org.exchangebus.schemas.run.Segment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresqlSourceIT extends DatabaseContract {

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = EmbeddedPostgres.builder().start();
        try (Connection owner = connect()) {
            execute(
                    owner,
                    "CREATE ROLE reader LOGIN PASSWORD '" + PASSWORD + "'",
                    "GRANT pg_read_all_data, pg_read_all_stats TO reader");
            // The embedded server believes everybody; the reader has to prove itself.
            try (Statement statement = owner.createStatement();
                    ResultSet file = statement.executeQuery("SHOW hba_file")) {
                file.next();
                Files.writeString(
                        Path.of(file.getString(1)),
                        "host all reader 127.0.0.1/32 scram-sha-256\nhost all postgres 127.0.0.1/32 trust\n");
            }
            execute(owner, "SELECT pg_reload_conf()");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void keepsPaddingAndWritesNumbersTruthsAndMomentsInOneWay() throws Exception {
        execute(
                owner,
                "DROP TABLE IF EXISTS kinds",
                "CREATE TABLE kinds (a DATE, b TIMESTAMP, c TIMESTAMPTZ, d NUMERIC, e DOUBLE PRECISION, f BOOLEAN, g CHAR(5),"
                        + " h UUID, i TEXT)",
                "INSERT INTO kinds VALUES ('0001-01-01', '2020-01-01 10:00:00.5', '2020-01-01 02:00:00Z',"
                        + " 12345678901234567890123456789012345678.10, 1e20, true, 'ab',"
                        + " '00000000-0000-0000-0000-000000000001', 'NaN'), ('9999-12-31', NULL, NULL, 'NaN', -0.5,"
                        + " false, NULL, NULL, '')");
        OneSystem system = system("table: public.kinds\nfields: [a, b, c, d, e, f, g, h, i]\n");
        assertThat(system.rows(system.capture(null)))
                .containsExactly(
                        Arrays.asList(
                                "0001-01-01",
                                "2020-01-01 10:00:00.500000",
                                "2020-01-01 10:00:00",
                                "12345678901234567890123456789012345678.10",
                                "100000000000000000000",
                                "true",
                                "ab   ",
                                "00000000-0000-0000-0000-000000000001",
                                "NaN"),
                        Arrays.asList("9999-12-31", null, null, "NaN", "-0.5", "false", null, null, ""));
    }

    @Test
    void readsTheBytesWhereTheCharsetLies() throws Exception {
        execute(
                owner,
                "DROP DATABASE IF EXISTS lying",
                "CREATE DATABASE lying ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        try (Connection lying = connect("lying")) {
            execute(lying, "CREATE TABLE lying (id INT, name CHAR(20), born DATE)");
            for (int i = 0; i < LyingCharset.NAMES.size(); i++) {
                String name = "convert_from('\\x" + LyingCharset.NAMES.get(i) + "', 'SQL_ASCII')";
                execute(lying, "INSERT INTO lying VALUES (" + (i + 1) + ", " + name + ", '2020-01-02')");
            }
        }
        String connection = connection().replace("database: postgres", "database: lying");
        LyingCharset.isReadFrom(system(connection, Map.of("password", PASSWORD), LyingCharset.SOURCE));
    }

    /** D24: a standby that lags answers in the place of the database. */
    @Test
    void takesNothingFromAStandbyThatLagsAndGoesOnWithTheOneThatDoesNot() throws Exception {
        execute(owner, "DROP DATABASE IF EXISTS standby", "CREATE DATABASE standby");
        String table = "CREATE TABLE entity (id VARCHAR(20), name VARCHAR(200), changed TIMESTAMP(6))";
        String rows = "INSERT INTO entity SELECT n, 'a', '2020-01-01'::timestamp + n * interval '1 day'"
                + " FROM generate_series(%d, %d) AS n";
        execute(owner, rows.formatted(1, 90));
        try (Connection standby = connect("standby")) {
            execute(standby, table, rows.formatted(1, 80));
        }
        OneSystem system = system(BY_CHANGE);
        String cursor = system.capture(null).cursor();
        execute(owner, rows.formatted(91, 95));

        OneSystem failedOver = system(
                connection().replace("database: postgres", "database: standby"),
                Map.of("password", PASSWORD),
                BY_CHANGE);

        assertThatThrownBy(() -> failedOver.capture(cursor)).hasMessageContaining("ADAPTER-216");
        assertThat(failedOver.landing().size()).isZero();
        assertThat(system.rows(system.sweep(cursor, false))).hasSize(95);
    }

    @Test
    void cutsALargeTableIntoSegmentsWhoseRowsAreCountedOn() throws Exception {
        execute(
                owner,
                "INSERT INTO entity SELECT lpad(n::text, 8, '0'), 'name of ' || n, '2020-01-01'"
                        + " FROM generate_series(1, 200005) AS n");
        OneSystem system =
                system("table: entity\nfields: [id, name]\nkey: [id]\nchanged: changed\nsettle: 0s\noverlap: 0s\n");
        Capture capture = system.capture(null);
        assertThat(capture.segments()).extracting(Segment::name).containsExactly("entity-0001", "entity-0002");
        assertThat(system.blocks(capture)).last().satisfies(rows -> {
            assertThat(rows.count()).isEqualTo(5);
            assertThat(rows.position(4)).isEqualTo(200_005);
            assertThat(rows.text(4, 0)).isEqualTo("00200005");
        });
    }

    @Override
    Connection session() throws SQLException {
        Connection session = connect();
        execute(session, "SET TIME ZONE 'Asia/Shanghai'");
        return session;
    }

    @Override
    String connection() {
        return """
                engine: postgresql
                host: 127.0.0.1
                port: %d
                database: postgres
                user: reader
                password: ${secret:password}
                tls: false
                """.formatted(server.getPort());
    }

    @Override
    String momentType() {
        return "TIMESTAMPTZ(6)";
    }

    @Override
    String wallType() {
        return "TIMESTAMP(6)";
    }

    @Override
    String numbered() {
        return "CREATE TABLE numbered (id BIGSERIAL, name VARCHAR(200), changed TIMESTAMP(6))";
    }

    @Override
    String moment() {
        return "clock_timestamp()";
    }

    @Override
    String standStill(long millis) {
        return "SELECT pg_sleep(" + millis / 1000.0 + ")";
    }

    @Override
    String backslashN() {
        return "\\N";
    }

    @Override
    void cutReaders(Statement statement) throws SQLException {
        statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'reader'");
    }

    private static Connection connect() throws SQLException {
        return connect("postgres");
    }

    private static Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database, "postgres", "postgres");
    }
}
