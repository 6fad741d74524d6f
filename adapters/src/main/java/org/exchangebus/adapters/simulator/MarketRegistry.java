package org.exchangebus.adapters.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The market regulator: a MariaDB server with the registry dialect's columns.
 *
 * <p>Its habits: capital in ten thousand yuan, 9999-09-09 for a licence without end, {@code 暂无}, {@code -} and
 * {@code \N} for nothing, zero dates, names of four-byte characters. Which of its records are good stands in a
 * database of its own, which the bus's login cannot see.
 */
public final class MarketRegistry implements Simulator {

    private static final String DATABASE = "registry";
    private static final String READER = "bus_reader";
    private static final int FIRST_FILL = 415;
    private static final int EVERY_BAD = 27;

    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS market_entity (
                pripid VARCHAR(36) PRIMARY KEY COMMENT '主体身份代码',
                uniscid VARCHAR(18) COMMENT '统一社会信用代码',
                regno VARCHAR(20) COMMENT '注册号',
                entname VARCHAR(200) COMMENT '企业名称',
                regorg VARCHAR(6) COMMENT '登记机关',
                regstate VARCHAR(2) COMMENT '经营状态',
                enttype CHAR(4) COMMENT '企业类型',
                industryco VARCHAR(8) COMMENT '行业代码',
                lerep VARCHAR(100) COMMENT '法定代表人',
                certype VARCHAR(2) COMMENT '证件类型',
                cerno VARCHAR(25) COMMENT '证件号码',
                country CHAR(3) COMMENT '国别',
                regcap DECIMAL(24,6) COMMENT '注册资本（万元）',
                regcapcur VARCHAR(3) COMMENT '币种',
                dom VARCHAR(400) COMMENT '住所',
                domdistrict VARCHAR(6) COMMENT '住所所在行政区划',
                proloc VARCHAR(400) COMMENT '生产经营地',
                opscope TEXT COMMENT '经营范围',
                estdate DATE COMMENT '成立日期',
                apprdate DATE COMMENT '核准日期',
                opfrom DATE COMMENT '经营期限自',
                opto DATE COMMENT '经营期限至',
                postalcode VARCHAR(6) COMMENT '邮政编码',
                tel VARCHAR(20) COMMENT '联系电话',
                updated_at DATETIME(6) NOT NULL DEFAULT NOW(6) ON UPDATE NOW(6) COMMENT '更新时间',
                KEY changed (updated_at, pripid)
            ) COMMENT '市场主体' DEFAULT CHARACTER SET utf8mb4
            """;

    private final MariaDbServer server;
    private final Connection owner;
    private final String rootPassword;
    private final String readerPassword;
    private final long seed;

    private MarketRegistry(
            MariaDbServer server, Connection owner, String rootPassword, String readerPassword, long seed) {
        this.server = server;
        this.owner = owner;
        this.rootPassword = rootPassword;
        this.readerPassword = readerPassword;
        this.seed = seed;
    }

    /** Starts the server on the directory; data and passwords of an earlier start are found again. */
    public static MarketRegistry start(Path dataDirectory, long seed) throws IOException {
        String root = Passwords.kept(dataDirectory, "root");
        String reader = Passwords.kept(dataDirectory, READER);
        MariaDbServer server = MariaDbServer.start(
                dataDirectory,
                List.of(
                        "ALTER USER root@localhost IDENTIFIED BY '" + root + "'",
                        "DROP USER IF EXISTS ''@localhost",
                        "CREATE USER IF NOT EXISTS root@127.0.0.1",
                        "ALTER USER root@127.0.0.1 IDENTIFIED BY '" + root + "'",
                        "GRANT ALL ON *.* TO root@127.0.0.1 WITH GRANT OPTION",
                        "CREATE DATABASE IF NOT EXISTS " + DATABASE + " CHARACTER SET utf8mb4",
                        "CREATE DATABASE IF NOT EXISTS simulator CHARACTER SET utf8mb4",
                        "CREATE USER IF NOT EXISTS " + READER + "@127.0.0.1",
                        "ALTER USER " + READER + "@127.0.0.1 IDENTIFIED BY '" + reader + "'",
                        "GRANT SELECT ON " + DATABASE + ".* TO " + READER + "@127.0.0.1",
                        "GRANT PROCESS ON *.* TO " + READER + "@127.0.0.1"));
        server.awaitLogin(DATABASE, "root", root);
        try {
            Connection owner = server.connect(DATABASE, "root", root);
            MarketRegistry registry = new MarketRegistry(server, owner, root, reader, seed);
            registry.fill();
            return registry;
        } catch (SQLException e) {
            server.close();
            throw new IOException(e);
        }
    }

    @Override
    public String system() {
        return "market-registry";
    }

    @Override
    public Map<String, String> addresses() {
        return Map.of("market-registry.host", "127.0.0.1", "market-registry.port", Integer.toString(server.port()));
    }

    @Override
    public Map<String, String> secrets() {
        return Map.of("market-registry.password", readerPassword);
    }

    @Override
    public String invitation() {
        return "Market registry (MariaDB): %s -h 127.0.0.1 -P %d -u root -p'%s' --default-character-set=utf8mb4 %s"
                .formatted(server.client(), server.port(), rootPassword, DATABASE);
    }

    @Override
    public List<Expected> expected() {
        try (Statement statement = owner.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT SUM(is_good), SUM(1 - is_good) FROM simulator.made_up")) {
            row.next();
            return List.of(new Expected("enterprise", row.getLong(1), row.getLong(2)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Two new enterprises, two that moved, and every third time one that is bad. */
    @Override
    public synchronized void tick() throws SQLException {
        long number = count();
        MadeUp madeUp = new MadeUp(seed + number);
        insert(number + 1, true, madeUp, 0);
        insert(number + 2, true, madeUp, 0);
        if (number % 3 == 0) {
            insert(number + 3, false, madeUp, 0);
        }
        try (PreparedStatement moved = owner.prepareStatement(
                "UPDATE market_entity SET dom = ?, updated_at = NOW(6)"
                        + " WHERE pripid = (SELECT pripid FROM simulator.made_up WHERE is_good = 1 ORDER BY pripid LIMIT 1 OFFSET ?)")) {
            for (int i = 0; i < 2; i++) {
                moved.setString(1, madeUp.address());
                moved.setInt(2, madeUp.number(0, FIRST_FILL / 2));
                moved.executeUpdate();
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            owner.close();
        } catch (SQLException e) {
            throw new IOException(e);
        } finally {
            server.close();
        }
    }

    private void fill() throws SQLException {
        try (Statement statement = owner.createStatement()) {
            // Old registries hold dates that are none; a strict session could not write them.
            statement.execute("SET SESSION sql_mode = ''");
            statement.execute(TABLE);
            statement.execute("CREATE TABLE IF NOT EXISTS simulator.made_up"
                    + " (pripid VARCHAR(36) PRIMARY KEY, is_good TINYINT NOT NULL)");
        }
        if (count() == 0) {
            MadeUp madeUp = new MadeUp(seed);
            owner.setAutoCommit(false);
            for (int number = 1; number <= FIRST_FILL; number++) {
                insert(number, number % EVERY_BAD != 0, madeUp, 3_600);
            }
            owner.commit();
            owner.setAutoCommit(true);
        }
    }

    private void insert(long number, boolean isGood, MadeUp madeUp, int secondsAgo) throws SQLException {
        Enterprise enterprise = Enterprise.of(number, isGood, madeUp);
        String columns = String.join(", ", Enterprise.columns());
        String marks =
                String.join(", ", Collections.nCopies(Enterprise.columns().size(), "?"));
        try (PreparedStatement row = owner.prepareStatement("INSERT INTO market_entity (" + columns
                        + ", updated_at) VALUES (" + marks + ", NOW(6) - INTERVAL ? SECOND)");
                PreparedStatement known = owner.prepareStatement("INSERT INTO simulator.made_up VALUES (?, ?)")) {
            for (int i = 0; i < enterprise.cells().size(); i++) {
                row.setString(i + 1, enterprise.cells().get(i));
            }
            row.setInt(enterprise.cells().size() + 1, secondsAgo);
            row.executeUpdate();
            known.setString(1, enterprise.pripid());
            known.setBoolean(2, isGood);
            known.executeUpdate();
        }
    }

    private long count() throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM simulator.made_up")) {
            row.next();
            return row.getLong(1);
        }
    }
}
