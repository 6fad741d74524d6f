package org.exchangebus.adapters.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.exchangebus.adapters.OneSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A real engine with a table {@code entity} whose owner writes, and a source that reads it. */
abstract class DatabaseStage {

    static final String READER = "reader";
    static final String PASSWORD = "made-up-for-a-test";
    static final String BY_CHANGE = """
            table: entity
            fields: [id, name]
            key: [id]
            changed: changed
            settle: 1s
            overlap: 0s
            """;

    @TempDir
    Path directory;

    private final List<Connection> sessions = new ArrayList<>();
    Connection owner;

    /** A session of the table's owner, in the zone that the source declares. */
    abstract Connection session() throws SQLException;

    abstract String connection();

    /** Expression of the moment at which a statement is carried out. */
    abstract String moment();

    /** Lets a session stand still for so long; its transaction stays open. */
    abstract String standStill(long millis);

    /** Ends every session of the reader. */
    abstract void cutReaders(Statement statement) throws SQLException;

    @BeforeEach
    void createTable() throws SQLException {
        owner = openSession();
        execute(
                owner,
                "DROP TABLE IF EXISTS entity",
                "CREATE TABLE entity (id VARCHAR(20), name VARCHAR(200), changed TIMESTAMP(6) NULL)");
    }

    @AfterEach
    void closeSessions() throws SQLException {
        for (Connection session : sessions) {
            session.close();
        }
    }

    OneSystem system(String source) throws IOException {
        return system(connection(), Map.of("password", PASSWORD), source);
    }

    OneSystem system(String connection, Map<String, String> secrets, String source) throws IOException {
        return OneSystem.of(directory, new DatabaseProtocol(Clock.systemUTC()), secrets, connection, source);
    }

    synchronized Connection openSession() throws SQLException {
        Connection session = session();
        sessions.add(session);
        return session;
    }

    static void execute(Connection session, String... statements) throws SQLException {
        try (Statement statement = session.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
