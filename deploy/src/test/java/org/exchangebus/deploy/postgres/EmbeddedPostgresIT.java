package org.exchangebus.deploy.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.exchangebus.deploy.data.DataDirectory;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.schemas.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {

    @TempDir
    Path directory;

    @Test
    void keepsItsRowsOverARestartAndAsksForAPassword() throws SQLException, IOException {
        try (DataDirectory data = DataDirectory.open(directory)) {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data);
                    Connection connection = connect(postgres.address())) {
                execute(connection, "CREATE TABLE kept (name text)");
                execute(connection, "INSERT INTO kept VALUES ('王小明')");
                assertThat(single(connection, "SHOW fsync")).isEqualTo("on");
                assertThat(single(connection, "SHOW synchronous_commit")).isEqualTo("on");
                assertThat(single(connection, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
                DatabaseAddress wrong = new DatabaseAddress(postgres.address().url(), "exchange", "guessed");
                assertThatThrownBy(() -> connect(wrong)).hasMessageContaining("password authentication failed");
            }
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data);
                    Connection connection = connect(postgres.address())) {
                assertThat(single(connection, "SELECT name FROM kept")).isEqualTo("王小明");
            }
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(data.secrets().path("postgres"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void endsTheServerThatAKilledBusLeftBehind() throws SQLException {
        try (DataDirectory data = DataDirectory.open(directory)) {
            EmbeddedPostgres left = EmbeddedPostgres.start(data);
            try (Connection connection = connect(left.address())) {
                execute(connection, "CREATE TABLE kept AS SELECT 1 AS one");
            }
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data);
                    Connection connection = connect(postgres.address())) {
                assertThat(ProcessHandle.of(left.pid()).filter(ProcessHandle::isAlive))
                        .isEmpty();
                assertThat(single(connection, "SELECT one FROM kept")).isEqualTo("1");
            }
        }
    }

    @Test
    void refusesAServerWhoseDataAreNotItsOwn() throws SQLException {
        try (DataDirectory data = DataDirectory.open(directory);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            String administrator = data.secrets().orNew("postgres-administrator");
            String url = postgres.address().url();
            try (Connection connection = DriverManager.getConnection(url, "postgres", administrator)) {
                assertThatThrownBy(() -> EmbeddedPostgres.requireOwn(connection, directory, 5432))
                        .isInstanceOf(ProblemException.class)
                        .hasMessageContaining(DeployProblem.DATABASE_IS_FOREIGN.code());
            }
        }
    }

    @Test
    void saysWhyItDidNotStart() throws IOException {
        Path broken = Files.createDirectory(directory.resolve("postgres"));
        Files.writeString(broken.resolve("PG_VERSION"), "17\n");
        try (DataDirectory data = DataDirectory.open(directory)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(data))
                    .hasMessageContaining(DeployProblem.DATABASE_DID_NOT_START.code())
                    .hasMessageContaining("postgresql.conf");
        }
    }

    @Test
    void namesAPlatformThatItIsNotMadeFor() {
        assertThatThrownBy(() -> PostgresSoftware.below(directory, "Plan9", "mips", List.of()))
                .hasMessageContaining(DeployProblem.DATABASE_NOT_FOR_PLATFORM.code())
                .hasMessageContaining("'Plan9 mips'");
    }

    @Test
    void saysThatRootNeedsANamespace() {
        org.junit.jupiter.api.Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "not root");
        assertThatThrownBy(() -> PostgresSoftware.below(directory, "Linux", "amd64", List.of("false")))
                .hasMessageContaining(DeployProblem.ROOT_WITHOUT_NAMESPACES.code());
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String single(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
