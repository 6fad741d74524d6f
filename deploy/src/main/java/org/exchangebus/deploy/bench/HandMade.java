package org.exchangebus.deploy.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * The same rows brought into PostgreSQL by hand, with nothing around: what the bus is compared with.
 *
 * <p>The server itself decodes, parses and types the file; no way in can be shorter for the same effect.
 */
final class HandMade {

    private static final String COLUMNS = """
            id bigint %s, id_card varchar(18) NOT NULL, name varchar(60) NOT NULL, sex varchar(1), birth date,
            nation varchar(2), phone varchar(11), region varchar(6), address varchar(200), org_name varchar(100),
            uscc varchar(18), income numeric(12,2), status integer, reg_date date, update_time timestamp,
            household_no varchar(20), marital varchar(2), education varchar(2), remark varchar(500), email varchar(60)
            """;
    private static final String UPDATES = """
            id_card = excluded.id_card, name = excluded.name, sex = excluded.sex, birth = excluded.birth,
            nation = excluded.nation, phone = excluded.phone, region = excluded.region, address = excluded.address,
            org_name = excluded.org_name, uscc = excluded.uscc, income = excluded.income, status = excluded.status,
            reg_date = excluded.reg_date, update_time = excluded.update_time, household_no = excluded.household_no,
            marital = excluded.marital, education = excluded.education, remark = excluded.remark, email = excluded.email
            """;

    private final DataSource database;
    private final Checkpoint checkpoint;

    HandMade(DataSource database, Checkpoint checkpoint) {
        this.database = database;
        this.checkpoint = checkpoint;
    }

    /** Seconds of {@code COPY} into an unlogged staging table and a keyed upsert from there, in one transaction. */
    double keyedUpsert(Path file, String charset) throws SQLException, IOException {
        return timed(
                file,
                charset,
                "CREATE UNLOGGED TABLE bench.staging (" + COLUMNS.formatted("") + ")",
                "staging",
                "INSERT INTO bench.person SELECT * FROM bench.staging ON CONFLICT (id) DO UPDATE SET " + UPDATES);
    }

    /** Seconds of a plain {@code COPY} into the empty keyed table. */
    double plainCopy(Path file, String charset) throws SQLException, IOException {
        return timed(file, charset, "SELECT 1", "person", "SELECT 1");
    }

    private double timed(Path file, String charset, String prepare, String target, String finish)
            throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS bench CASCADE");
            statement.execute("CREATE SCHEMA bench");
            statement.execute("CREATE TABLE bench.person (" + COLUMNS.formatted("PRIMARY KEY") + ")");
            statement.execute(prepare);
            checkpoint.take();
            connection.setAutoCommit(false);
            long start = System.nanoTime();
            try (InputStream in = Files.newInputStream(file)) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "COPY bench." + target + " FROM STDIN (FORMAT csv, ENCODING '" + charset + "')",
                                in,
                                1 << 18);
            }
            statement.execute(finish);
            connection.commit();
            double seconds = (System.nanoTime() - start) / 1e9;
            connection.setAutoCommit(true);
            statement.execute("DROP SCHEMA bench CASCADE");
            return seconds;
        }
    }
}
