package org.exchangebus.deploy.application;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.sql.DataSource;
import org.quartz.Scheduler;

/** The schedule's tables in the ledger's database; made once from Quartz' own script, and never dropped. */
final class QuartzTables {

    /** What precedes each table's name. */
    static final String PREFIX = "quartz.qrtz_";

    private static final String SCRIPT = "/org/quartz/impl/jdbcjobstore/tables_postgres.sql";
    private static final long LOCK = 0x5155_4152_545aL;

    private QuartzTables() {}

    static void createWhereAbsent(DataSource database) throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // Two nodes that start together would both find nothing.
            statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
            if (!exists(statement)) {
                statement.execute("CREATE SCHEMA IF NOT EXISTS quartz");
                statement.execute("SET LOCAL search_path TO quartz");
                for (String command : commands()) {
                    statement.execute(command);
                }
            }
            connection.commit();
        }
    }

    private static boolean exists(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("SELECT to_regclass('" + PREFIX + "job_details') IS NOT NULL")) {
            result.next();
            return result.getBoolean(1);
        }
    }

    private static List<String> commands() throws IOException {
        try (InputStream script = Objects.requireNonNull(Scheduler.class.getResourceAsStream(SCRIPT))) {
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^\\s*--.*$", "");
            return Arrays.stream(text.split(";"))
                    .map(String::strip)
                    .filter(command -> command.toUpperCase(Locale.ROOT).startsWith("CREATE"))
                    .toList();
        }
    }
}
