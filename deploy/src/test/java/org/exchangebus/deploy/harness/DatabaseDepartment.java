package org.exchangebus.deploy.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** Wells in a table of PostgreSQL, some of them changed in transactions that commit late. */
final class DatabaseDepartment implements Department {

    private static final String PASSWORD = "reader-of-the-harness";
    private static final int LATE_EVERY = 5;

    private static final String UPSERT = """
            INSERT INTO well (code, name, level, step, gone, changed) VALUES (?, ?, ?, ?, ?, clock_timestamp())
            ON CONFLICT (code) DO UPDATE SET name = excluded.name, level = excluded.level, step = excluded.step,
                gone = excluded.gone, changed = excluded.changed""";

    private final EmbeddedPostgres server;
    private final String name;
    private final Truth truth;
    private final Changes changes;
    private final Connection owner;

    /** Makes a database of its own on the server. */
    DatabaseDepartment(EmbeddedPostgres server, String name, Truth truth, long seed, int first) throws SQLException {
        this.server = server;
        this.name = name;
        this.truth = truth;
        changes = new Changes("DB", seed, false);
        try (Connection admin = server.getPostgresDatabase().getConnection();
                Statement statement = admin.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
            statement.execute("DO $$ BEGIN CREATE ROLE bus_reader LOGIN PASSWORD '" + PASSWORD
                    + "'; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
            statement.execute("GRANT pg_read_all_data, pg_read_all_stats TO bus_reader");
        }
        owner = DriverManager.getConnection(server.getJdbcUrl("postgres", name));
        try (Statement statement = owner.createStatement()) {
            statement.execute("CREATE TABLE well (code text PRIMARY KEY, name text NOT NULL, level text NOT NULL,"
                    + " step bigint NOT NULL, gone text NOT NULL, changed timestamptz NOT NULL)");
        }
        issue(changes.first(first), false);
    }

    @Override
    public String system() {
        return "wells-database";
    }

    @Override
    public int port() {
        return server.getPort();
    }

    @Override
    public Map<String, String> places() {
        return Map.of("engine", "postgresql", "database", name);
    }

    @Override
    public String password() {
        return PASSWORD;
    }

    @Override
    public void change(int wells) throws SQLException, InterruptedException {
        issue(changes.next(wells), changes.random().nextInt(LATE_EVERY) == 0);
    }

    private void issue(List<Well> batch, boolean isLate) throws SQLException {
        owner.setAutoCommit(false);
        try (PreparedStatement upsert = owner.prepareStatement(UPSERT);
                Statement pause = owner.createStatement()) {
            for (Well well : batch) {
                upsert.setString(1, well.code());
                upsert.setString(2, well.name());
                upsert.setString(3, well.level());
                upsert.setLong(4, well.step());
                upsert.setString(5, well.isGone() ? "1" : "");
                upsert.addBatch();
            }
            upsert.executeBatch();
            if (isLate) {
                pause.execute("SELECT pg_sleep(0.3)");
            }
        }
        owner.commit();
        batch.forEach(truth::replaced);
    }

    @Override
    public void close() throws SQLException {
        owner.close();
    }
}
