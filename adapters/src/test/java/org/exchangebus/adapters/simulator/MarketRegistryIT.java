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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.exchangebus.adapters.Adapters;
import org.exchangebus.adapters.BlockReader;
import org.exchangebus.adapters.Lookup;
import org.exchangebus.adapters.MemoryLanding;
import org.exchangebus.adapters.Secret;
import org.exchangebus.adapters.Source;
import org.exchangebus.adapters.database.DatabaseProtocol;
import org.exchangebus.schemas.run.Capture;
import org.exchangebus.schemas.run.Segment;
import org.exchangebus.schemas.run.SystemFolder;
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

    @Test
    void givesWhatChangedThroughItsSystemFolder() throws Exception {
        try (MarketRegistry registry = MarketRegistry.start(directory, 1);
                Adapters adapters = adapters(registry)) {
            Source source = adapters.source("market-registry", "enterprise");
            MemoryLanding landing = new MemoryLanding();
            Capture first = source.capture(new Capture.Request(1, null, landing));
            assertThat(keys(source, first, landing)).hasSize(415);

            registry.tick();

            Set<String> changed = new TreeSet<>();
            String[] cursor = {first.cursor()};
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                Capture next = source.capture(new Capture.Request(2, cursor[0], landing));
                cursor[0] = next.cursor();
                changed.addAll(keys(source, next, landing));
                return changed.size() >= 4;
            });
            assertThat(changed).hasSize(4).contains("E0000000416", "E0000000417");
        }
    }

    private static List<String> keys(Source source, Capture capture, MemoryLanding landing) throws Exception {
        List<String> keys = new ArrayList<>();
        for (Segment segment : capture.segments()) {
            try (BlockReader reader = source.open(new Capture.Reading(segment, landing))) {
                reader.forEachRemaining(rows -> {
                    for (int row = 0; row < rows.count(); row++) {
                        keys.add(String.valueOf(rows.text(row, 0)));
                    }
                });
            }
        }
        return keys;
    }

    private static Adapters adapters(MarketRegistry registry) {
        Lookup lookup = new Lookup() {
            @Override
            public Optional<String> address(String name) {
                return Optional.ofNullable(registry.addresses().get(name));
            }

            @Override
            public Optional<Secret> secret(String name) {
                return Optional.ofNullable(registry.secrets().get(name)).map(Secret::new);
            }
        };
        SystemFolder folder = new SystemFolder(Path.of("systems", "market-registry"));
        return new Adapters(List.of(folder), List.of(new DatabaseProtocol()), lookup);
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
