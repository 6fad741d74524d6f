package org.exchangebus.deploy.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.exchangebus.adapters.simulator.CreditOffice;
import org.exchangebus.adapters.simulator.Simulator.Expected;
import org.exchangebus.deploy.Main;
import org.exchangebus.deploy.data.DataDirectory;
import org.exchangebus.deploy.postgres.DatabaseAddress;
import org.exchangebus.deploy.postgres.EmbeddedPostgres;
import org.exchangebus.routes.landing.LandingKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bus run} as in production: database, broker, systems and resources of one's own, by configuration. */
class ExternalServersIT {

    @TempDir
    Path directory;

    @Test
    void carriesRecordsThroughServersThatOthersRun() throws Exception {
        try (DataDirectory data = DataDirectory.open(directory.resolve("database"));
                EmbeddedPostgres postgres = EmbeddedPostgres.start(data);
                ExternalBroker broker = new ExternalBroker(directory.resolve("broker"), "of-the-broker");
                CreditOffice office = CreditOffice.start(directory.resolve("office"), 7)) {
            ownSystem(office);
            ownResource();
            DatabaseAddress database = postgres.address();
            ProcessBuilder bus = bus(configuration(database, broker));
            bus.environment().put("BUS_DATABASE_PASSWORD", database.password());
            bus.environment().put("BUS_BROKER_PASSWORD", "of-the-broker");
            bus.environment()
                    .put("BUS_SECRET_CREDIT_OFFICE_PASSWORD", office.secrets().get("credit-office.password"));

            Process process = bus.start();

            try {
                for (Expected expected : office.expected()) {
                    // Until the bus has made its tables, the database refuses the question.
                    Awaitility.await()
                            .atMost(Duration.ofMinutes(4))
                            .failFast("the bus ended", () -> !process.isAlive())
                            .ignoreExceptionsInstanceOf(SQLException.class)
                            .untilAsserted(
                                    () -> assertThat(count(database, "registry.administrative_" + expected.source()))
                                            .isEqualTo(expected.good()));
                }
                assertThat(count(database, "registry.reference_person")).isZero();
                assertThat(directory.resolve("data/postgres")).doesNotExist();
                assertThat(directory.resolve("data/broker")).doesNotExist();
            } finally {
                process.destroy();
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    /** The credit office's folder, with the address written into it as an owner would. */
    private void ownSystem(CreditOffice office) throws IOException {
        Path bundled = Systems.bundled().stream()
                .filter(folder -> folder.name().equals("credit-office"))
                .findFirst()
                .orElseThrow()
                .path();
        Path own = Files.createDirectories(directory.resolve("systems/credit-office"));
        try (Stream<Path> files = Files.list(bundled)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                for (var address : office.addresses().entrySet()) {
                    text = text.replace("${" + address.getKey() + "}", address.getValue());
                }
                Files.writeString(own.resolve(file.getFileName().toString()), text);
            }
        }
    }

    private void ownResource() throws IOException {
        Path own = Files.createDirectories(directory.resolve("catalogue/base/population"));
        try (var resource = getClass().getResourceAsStream("/bench/catalogue/base/population/reference-person.yaml")) {
            Files.copy(resource, own.resolve("reference-person.yaml"));
        }
    }

    private Path configuration(DatabaseAddress database, ExternalBroker broker) throws IOException {
        Files.writeString(directory.resolve("new.key"), LandingKey.random());
        Files.writeString(directory.resolve("old.key"), LandingKey.random());
        return Files.writeString(directory.resolve("bus.yaml"), """
                roles: [bus, hub]
                data: ./data
                systems: ./systems
                catalogue: ./catalogue
                database:
                  url: %s
                  user: %s
                  password: env:BUS_DATABASE_PASSWORD
                broker:
                  url: %s
                  user: %s
                  password: env:BUS_BROKER_PASSWORD
                web:
                  port: 0
                landing:
                  key: [file:new.key, file:old.key]
                """.formatted(
                        database.url(), database.user(), broker.url(), ExternalBroker.USER));
    }

    private ProcessBuilder bus(Path configuration) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run",
                "--config",
                configuration.toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("bus.out").toFile());
    }

    private static long count(DatabaseAddress database, String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }
}
