package org.exchangebus.deploy.harness;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** What happened to the registry: its rows, and a history that a trigger of PostgreSQL writes, which the bus does not know. */
final class Effects {

    /** An effect on one row, in the transaction that had it. */
    record Effect(Well well, long version, String flow, boolean isRemoval) {}

    private static final String INSTALL = """
            CREATE SCHEMA IF NOT EXISTS harness;
            CREATE TABLE IF NOT EXISTS harness.effect (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                at timestamptz NOT NULL DEFAULT clock_timestamp(),
                well_code text, well_name text, level numeric, step bigint, outline text,
                record_deleted boolean, record_version bigint, record_flow text, removed boolean);
            CREATE OR REPLACE FUNCTION harness.note() RETURNS trigger LANGUAGE plpgsql AS $$
            DECLARE r registry.well := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
            BEGIN
                INSERT INTO harness.effect (well_code, well_name, level, step, outline, record_deleted, record_version,
                    record_flow, removed)
                VALUES (r.well_code, r.well_name, r.level, r.step, r.outline::text, r.record_deleted,
                    r.record_version, r.record_flow, TG_OP = 'DELETE');
                RETURN NULL;
            END $$;
            CREATE OR REPLACE TRIGGER note AFTER INSERT OR UPDATE OR DELETE ON registry.well
                FOR EACH ROW EXECUTE FUNCTION harness.note();""";

    private static final RowMapper<Well> WELL = (row, i) -> new Well(
            row.getString("well_code"),
            String.valueOf(row.getString("well_name")),
            row.getBigDecimal("level") == null ? "" : row.getBigDecimal("level").toPlainString(),
            row.getLong("step"),
            row.getString("outline"),
            row.getBoolean("record_deleted"));

    private final JdbcTemplate jdbc;

    Effects(DataSource hub) {
        jdbc = new JdbcTemplate(hub);
    }

    /** From now on every effect is noted; the registry's table has to be there. */
    void watch() {
        jdbc.execute(INSTALL);
    }

    /** All effects, in the order in which they came over each row. */
    List<Effect> all() {
        return jdbc.query(
                "SELECT * FROM harness.effect ORDER BY id",
                (row, i) -> new Effect(
                        WELL.mapRow(row, i),
                        row.getLong("record_version"),
                        row.getString("record_flow"),
                        row.getBoolean("removed")));
    }

    long count() {
        return jdbc.queryForObject("SELECT count(*) FROM harness.effect", Long.class);
    }

    /** What the registry holds, by code. */
    Map<String, Well> registry() {
        Map<String, Well> rows = new TreeMap<>();
        jdbc.query("SELECT * FROM registry.well", row -> {
            Well well = WELL.mapRow(row, 0);
            rows.put(well.code(), well);
        });
        return rows;
    }
}
