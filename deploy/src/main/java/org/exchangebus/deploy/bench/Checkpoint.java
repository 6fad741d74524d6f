package org.exchangebus.deploy.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Writes the database's dirty pages out before a measurement, so that none pays for the one before it. */
record Checkpoint(String url, String administratorPassword) {

    void take() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", administratorPassword);
                Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        }
    }
}
