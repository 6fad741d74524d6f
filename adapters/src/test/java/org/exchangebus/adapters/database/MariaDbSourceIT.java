package org.exchangebus.adapters.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.exchangebus.adapters.OneSystem;
import org.exchangebus.adapters.simulator.MarketRegistry;
import org.exchangebus.schemas.run.Capture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MariaDbSourceIT extends DatabaseContract {

    @TempDir
    static Path data;

    private static MarketRegistry server;
    private static String rootPassword;

    @BeforeAll
    static void start() throws Exception {
        server = MarketRegistry.start(data, 1);
        rootPassword = Files.readString(data.resolve("root.password"));
        try (Connection root = connect("mysql")) {
            execute(
                    root,
                    "CREATE DATABASE tested CHARACTER SET utf8mb4",
                    "CREATE USER reader@127.0.0.1 IDENTIFIED BY '" + PASSWORD + "'",
                    "GRANT SELECT ON tested.* TO reader@127.0.0.1",
                    "GRANT EXECUTE ON tested.* TO reader@127.0.0.1",
                    "GRANT PROCESS ON *.* TO reader@127.0.0.1");
        }
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void keepsDatesThatAreNoneAndWritesNumbersAndMomentsInOneWay() throws Exception {
        execute(
                owner,
                "SET SESSION sql_mode = ''",
                "SET SESSION time_zone = '+00:00'",
                "DROP TABLE IF EXISTS kinds",
                "CREATE TABLE kinds (a DATE, b DATETIME(6), c DATETIME, d TIMESTAMP(3) NULL, e DECIMAL(20,4), f DOUBLE,"
                        + " g TINYINT(1), h YEAR, i BIGINT UNSIGNED, j CHAR(5), k ENUM('男','女'), l TIME)",
                "INSERT INTO kinds VALUES ('0000-00-00', '2020-01-01 10:00:00.500000', '0000-00-00 00:00:00',"
                        + " '2020-01-01 02:00:00.250', 1234567890.5, 1e10, 2, 2020, 18446744073709551615, 'ab', '女',"
                        + " '24:00:00')");
        OneSystem system = system("table: kinds\nfields: [a, b, c, d, e, f, g, h, i, j, k, l]\n");
        assertThat(system.rows(system.capture(null)))
                .containsExactly(Arrays.asList(
                        "0000-00-00",
                        "2020-01-01 10:00:00.500000",
                        "0000-00-00 00:00:00",
                        "2020-01-01 10:00:00.250000",
                        "1234567890.5000",
                        "10000000000",
                        "2",
                        "2020",
                        "18446744073709551615",
                        "ab",
                        "女",
                        "24:00:00"));
    }

    @Test
    void readsTheBytesWhereTheCharsetLies() throws Exception {
        execute(
                owner,
                "DROP TABLE IF EXISTS lying",
                "CREATE TABLE lying (id INT, name CHAR(20) CHARACTER SET latin1, born DATE)");
        for (int i = 0; i < LyingCharset.NAMES.size(); i++) {
            String name = "CONVERT(X'" + LyingCharset.NAMES.get(i) + "' USING latin1)";
            execute(owner, "INSERT INTO lying VALUES (" + (i + 1) + ", " + name + ", '2020-01-02')");
        }
        LyingCharset.isReadFrom(system(LyingCharset.SOURCE));
    }

    @Test
    void refusesBytesThatAreNoText() throws Exception {
        execute(owner, "DROP TABLE IF EXISTS pictures", "CREATE TABLE pictures (id INT, photo BLOB, flags BIT(3))");
        OneSystem system = system("table: pictures\nfields: [id, photo, flags]\n");
        assertThatThrownBy(() -> system.capture(null))
                .hasMessageContaining("ADAPTER-206")
                .hasMessageContaining("'photo'")
                .hasMessageContaining("'flags'");
    }

    @Test
    void refusesWhatDoesNotAddUp() throws Exception {
        execute(
                owner,
                "DROP VIEW IF EXISTS moody",
                "DROP FUNCTION IF EXISTS mood",
                "CREATE FUNCTION mood() RETURNS INT NOT DETERMINISTIC NO SQL"
                        + " BEGIN SET @mood = COALESCE(@mood, 0) + 1; RETURN @mood; END",
                "CREATE SQL SECURITY INVOKER VIEW moody AS SELECT id FROM entity WHERE mood() <= 3",
                "INSERT INTO entity VALUES ('1', 'a', '2020-01-01'), ('2', 'a', '2020-01-01'), ('3', 'a', '2020-01-01')");
        OneSystem system = system("table: moody\nfields: [id]\n");
        assertThatThrownBy(() -> system.capture(null))
                .hasMessageContaining("ADAPTER-210")
                .hasMessageContaining("counts 3 rows in the window and delivered 0");
        assertThat(system.landing().size()).isZero();
    }

    @Test
    void findsALateRowWithinTheOverlapWhereTheEngineMayNotTellOfTransactions() throws Exception {
        execute(owner, "REVOKE PROCESS ON *.* FROM reader@127.0.0.1");
        try {
            Connection late = openSession();
            late.setAutoCommit(false);
            execute(late, "INSERT INTO entity VALUES ('late', 'row', NOW(6) - INTERVAL 5 SECOND)");
            OneSystem system =
                    system("table: entity\nfields: [id, name]\nkey: [id]\nchanged: changed\nsettle: 1s\noverlap: 1m\n");
            Capture first = system.capture(null);
            assertThat(system.rows(first)).isEmpty();
            late.commit();
            assertThat(system.rows(system.capture(first.cursor()))).containsExactly(List.of("late", "row"));
        } finally {
            execute(owner, "GRANT PROCESS ON *.* TO reader@127.0.0.1");
        }
    }

    @Test
    void takesNothingWhereTheEngineTellsOfOldTransactionsOnlyAndGoesOnOnceItDoesNot() throws Exception {
        execute(owner, "INSERT INTO entity VALUES ('1', 'a', '2020-01-01')");
        OneSystem system = system(BY_CHANGE);
        AtomicBoolean isOver = new AtomicBoolean();
        CompletableFuture<Void> others = CompletableFuture.runAsync(() -> {
            // The engine makes its copy anew only when nobody has asked for a tenth of a second.
            try (Connection session = session()) {
                while (!isOver.get()) {
                    execute(session, "SELECT COUNT(*) FROM information_schema.innodb_trx");
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });

        try {
            assertThatThrownBy(() -> system.capture(null)).hasMessageContaining("ADAPTER-215");
            assertThat(system.landing().size()).isZero();
        } finally {
            isOver.set(true);
            others.join();
        }
        assertThat(system.rows(system.capture(null))).hasSize(1);
    }

    @Override
    Connection session() throws SQLException {
        Connection session = connect("tested");
        execute(session, "SET SESSION time_zone = '+08:00'");
        return session;
    }

    @Override
    String connection() {
        return """
                engine: mariadb
                host: 127.0.0.1
                port: %s
                database: tested
                user: reader
                password: ${secret:password}
                tls: false
                """.formatted(server.addresses().get("market-registry.port"));
    }

    @Override
    String momentType() {
        return "TIMESTAMP(6) NULL";
    }

    @Override
    String wallType() {
        return "DATETIME(6)";
    }

    @Override
    String numbered() {
        return "CREATE TABLE numbered (id BIGINT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(200), changed TIMESTAMP(6) NULL)";
    }

    @Override
    String moment() {
        return "NOW(6)";
    }

    @Override
    String standStill(long millis) {
        return "SELECT SLEEP(" + millis / 1000.0 + ")";
    }

    @Override
    String backslashN() {
        return "N";
    }

    @Override
    void cutReaders(Statement statement) throws SQLException {
        List<String> readers = new ArrayList<>();
        try (ResultSet found =
                statement.executeQuery("SELECT id FROM information_schema.processlist WHERE user = 'reader'")) {
            while (found.next()) {
                readers.add(found.getString(1));
            }
        }
        for (String reader : readers) {
            statement.execute("KILL " + reader);
        }
    }

    private static Connection connect(String database) throws SQLException {
        String port = server.addresses().get("market-registry.port");
        return DriverManager.getConnection(
                "jdbc:mariadb://127.0.0.1:" + port + "/" + database + "?sslMode=disable", "root", rootPassword);
    }
}
