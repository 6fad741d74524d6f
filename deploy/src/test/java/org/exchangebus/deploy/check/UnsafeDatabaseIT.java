package org.exchangebus.deploy.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.exchangebus.deploy.command.Shell;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.routes.audit.Act;
import org.exchangebus.routes.audit.HeadFile;
import org.exchangebus.routes.ledger.Ledger;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** A PostgreSQL as a load test leaves it, and ledgers that this version must not write. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnsafeDatabaseIT {

    @TempDir
    Path directory;

    private EmbeddedPostgres server;
    private int databases;

    @BeforeAll
    void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .start();
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
    }

    @Test
    void tellsAllThatIsWrongWithADatabase() {
        String name = create("ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        for (String setting : List.of(
                "synchronous_commit = off",
                "default_transaction_isolation = 'serializable'",
                "default_transaction_read_only = on")) {
            jdbc("postgres").execute("ALTER DATABASE " + name + " SET " + setting);
        }

        assertThat(problems(new DurabilityCheck(jdbc(name))))
                .containsExactly(
                        DeployProblem.DATABASE_IS_NOT_DURABLE,
                        DeployProblem.DATABASE_IS_NOT_DURABLE,
                        DeployProblem.DATABASE_IS_NOT_DURABLE);
        assertThat(problems(new DatabaseKindCheck(jdbc(name))))
                .containsExactly(
                        DeployProblem.DATABASE_IS_NOT_UTF8,
                        DeployProblem.DATABASE_ISOLATES_OTHERWISE,
                        DeployProblem.DATABASE_TAKES_NO_WRITES);
        assertThat(new DatabaseKindCheck.Kind(130_014, "UTF8", "read committed", true).findings())
                .extracting(Finding::problem)
                .containsExactly(DeployProblem.DATABASE_IS_TOO_OLD);
        assertThat(problems(new DatabaseKindCheck(jdbc(create("ENCODING 'UTF8' TEMPLATE template0")))))
                .isEmpty();
    }

    @Test
    void tellsThatClocksAreApart() {
        JdbcTemplate jdbc = jdbc("postgres");
        Clock fast = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(5));
        Clock slow = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-5));

        assertThat(problems(new ClockCheck(jdbc, Clock.systemUTC(), Duration.ofSeconds(1))))
                .isEmpty();
        assertThat(problems(new ClockCheck(jdbc, fast, Duration.ofSeconds(1))))
                .containsExactly(DeployProblem.CLOCKS_DIFFER);
        assertThat(problems(new ClockCheck(jdbc, slow, Duration.ofSeconds(1))))
                .containsExactly(DeployProblem.CLOCKS_DIFFER);
    }

    /** O10. */
    @Test
    void refusesALedgerThatALaterVersionMade() {
        DataSource database = database(create("TEMPLATE template0"));
        assertThat(problems(new LedgerVersionCheck(database))).isEmpty();
        new Ledger(database).migrate();
        assertThat(problems(new LedgerVersionCheck(database))).isEmpty();
        new JdbcTemplate(database).execute("""
                INSERT INTO ledger.flyway_schema_history
                SELECT 1000, '999', 'later', 'SQL', 'V999__later.sql', 1, current_user, now(), 1, true""");

        CheckResult result = new LedgerVersionCheck(database).look();

        assertThat(result.findings()).containsExactly(Finding.of("ledger", DeployProblem.LEDGER_IS_NEWER, "999"));
    }

    @Test
    void refusesAnAuditWhoseEndWasChangedOrCutOff() throws IOException {
        DataSource database = database(create("TEMPLATE template0"));
        Path file = directory.resolve("heads");
        assertThat(problems(new AuditCheck(database, file))).isEmpty();
        Ledger ledger = new Ledger(database);
        ledger.migrate();
        for (int i = 0; i < 1200; i++) {
            ledger.audit().enter(Act.RUN, "admin", "river-gauge", null, Map.of());
        }
        new HeadFile(file).append(ledger.audit().head());
        assertThat(problems(new AuditCheck(database, file))).isEmpty();
        JdbcTemplate jdbc = new JdbcTemplate(database);
        jdbc.execute("DROP TRIGGER audit_is_append_only ON ledger.audit");

        jdbc.update("UPDATE ledger.audit SET who = 'wang' WHERE number = 900");
        assertThat(codes(new AuditCheck(database, file))).containsExactly("ROUTES-080");
        jdbc.update("UPDATE ledger.audit SET who = 'admin' WHERE number = 900");
        jdbc.update("DELETE FROM ledger.audit WHERE number > 1100");
        jdbc.update("UPDATE ledger.audit_head SET number = 1100,"
                + " hash = (SELECT hash FROM ledger.audit WHERE number = 1100)");
        assertThat(codes(new AuditCheck(database, file))).containsExactly("ROUTES-084");
    }

    @Test
    void startsNothingOnSuchADatabase() throws IOException {
        String name = create("TEMPLATE template0");
        Files.writeString(directory.resolve("password"), "a-password-of-its-own");
        Path configuration =
                Files.writeString(directory.resolve("bus.yaml"), """
                data: ./data
                web: {port: 0}
                landing: {key: none}
                database: {url: "%s", user: postgres, password: "file:password"}
                """.formatted(server.getJdbcUrl("postgres", name)));
        StringWriter err = new StringWriter();

        int code = Shell.execute(
                new PrintWriter(new StringWriter()), new PrintWriter(err), "run", "--config", configuration.toString());

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("DEPLOY-070", "'fsync'", "'full_page_writes'");
        assertThat(jdbc(name).queryForObject("SELECT to_regnamespace('ledger') IS NULL", Boolean.class))
                .isTrue();
    }

    private String create(String how) {
        String name = "d" + databases++;
        jdbc("postgres").execute("CREATE DATABASE " + name + " " + how);
        return name;
    }

    private DataSource database(String name) {
        return server.getDatabase("postgres", name);
    }

    private JdbcTemplate jdbc(String name) {
        return new JdbcTemplate(database(name));
    }

    private static List<Problem> problems(SelfCheck check) {
        return check.look().findings().stream().map(Finding::problem).toList();
    }

    private static List<String> codes(SelfCheck check) {
        return problems(check).stream().map(Problem::code).toList();
    }
}
