package org.exchangebus.adapters.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketRegistryIT {

    @TempDir
    Path directory;

    @Test
    void keepsItsDataAndPasswordsAndEndsAServerThatWasLeftBehind() throws Exception {
        MarketRegistry killed = MarketRegistry.start(directory, 1);
        killed.tick();
        assertThat(killed.expected()).containsExactly(new Simulator.Expected("enterprise", 402, 15));
        long left = Long.parseLong(Files.readString(directory.resolve("mariadbd.pid")));

        // The first is not closed: so it is after kill -9 of the JVM.
        try (MarketRegistry again = MarketRegistry.start(directory, 1)) {
            assertThat(ProcessHandle.of(left)).isEmpty();
            assertThat(again.secrets()).isEqualTo(killed.secrets());
            assertThat(again.expected()).containsExactly(new Simulator.Expected("enterprise", 402, 15));
            again.tick();
            assertThat(again.expected()).containsExactly(new Simulator.Expected("enterprise", 404, 16));
            assertThat(count(again, again.secrets().get("market-registry.password")))
                    .isGreaterThan(417);
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() throws Exception {
        try (MarketRegistry registry = MarketRegistry.start(directory, 1)) {
            assertThatThrownBy(() -> count(registry, "")).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> connect(registry, "root", "")).isInstanceOf(SQLException.class);
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(directory.resolve("bus_reader.password"))))
                    .isEqualTo("rw-------");
        }
    }

    private static long count(MarketRegistry registry, String password) throws SQLException {
        try (Connection connection = connect(registry, "bus_reader", password);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM market_entity")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Connection connect(MarketRegistry registry, String user, String password) throws SQLException {
        String port = registry.addresses().get("market-registry.port");
        return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/registry", user, password);
    }
}
