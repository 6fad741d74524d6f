package org.exchangebus.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;
import javax.sql.DataSource;
import org.exchangebus.deploy.data.DataDirectory;
import org.exchangebus.deploy.postgres.EmbeddedPostgres;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.routes.ledger.Ledger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@code bus ledger} on an embedded database that a bus has running. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerCommandsIT {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path data;
    private DataDirectory directory;
    private EmbeddedPostgres postgres;
    private JdbcTemplate jdbc;

    @BeforeAll
    void startADatabase(@TempDir Path temporary) {
        data = temporary.resolve("data");
        directory = DataDirectory.open(data);
        postgres = EmbeddedPostgres.start(directory);
        jdbc = new JdbcTemplate(source());
    }

    @AfterAll
    void stop() {
        postgres.close();
        directory.close();
    }

    @BeforeEach
    void emptyTheLedger() {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        jdbc.execute("DROP SCHEMA IF EXISTS ledger CASCADE");
        new Ledger(source()).migrate();
        jdbc.update("""
                INSERT INTO ledger.run (flow, system, source, state, closed_at, chunks, read, delivered, sent_digest,
                    hub_digest, reason)
                VALUES ('river-gauge', 'river', 'gauge', 'UNBALANCED', now(), 1, 2, 1, repeat('0', 32),
                        repeat('1', 32), 'ROUTES-014 the hub received other bytes than were sent, first in chunk 0.'),
                    ('river-gauge', 'river', 'gauge', 'BALANCED', now(), 1, 2, 2, repeat('0', 32), repeat('0', 32), NULL)""");
    }

    private DataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(postgres.address().url());
        source.setUser(postgres.address().user());
        source.setPassword(postgres.address().password());
        return source;
    }

    @Test
    void listsRunsAndSaysWhichAreRed() throws IOException {
        assertThat(execute(Locale.ENGLISH, "ledger", "runs", "--format", "json"))
                .isEqualTo(1);

        JsonNode[] lines = out.toString().lines().map(LedgerCommandsIT::json).toArray(JsonNode[]::new);
        assertThat(lines).hasSize(2);
        assertThat(lines[0].get("run").asLong()).isEqualTo(2);
        assertThat(lines[0].get("red").asBoolean()).isFalse();
        assertThat(lines[1].get("red").asBoolean()).isTrue();
        assertThat(lines[1].get("difference").asLong()).isEqualTo(1);
    }

    @Test
    void listsRedRunsInChineseWithTheirReason() {
        assertThat(execute(Locale.SIMPLIFIED_CHINESE, "ledger", "runs", "--red"))
                .isEqualTo(1);

        assertThat(out.toString().lines()).hasSize(4);
        assertThat(out.toString()).contains("红色", "river-gauge", "ROUTES-014");
    }

    @Test
    void closesARedRunOnceAndTellsWhoDidWhy() {
        assertThat(execute(Locale.ENGLISH, "ledger", "close", "1", "--who", "li", "--reason", "the disk was changed"))
                .isZero();
        assertThat(jdbc.queryForMap("SELECT run, who, reason FROM ledger.closing"))
                .containsEntry("run", 1L)
                .containsEntry("who", "li")
                .containsEntry("reason", "the disk was changed");
        assertThat(out.toString()).contains("closed", "li  the disk was changed");
        assertThat(execute(Locale.ENGLISH, "ledger", "runs", "--red")).isZero();

        assertThat(execute(Locale.ENGLISH, "ledger", "close", "1", "--reason", "again"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("ROUTES-061");
    }

    @Test
    void closesNothingWithoutAReason() {
        assertThat(execute(Locale.ENGLISH, "ledger", "close", "1")).isEqualTo(2);
        assertThat(execute(Locale.ENGLISH, "ledger", "close", "1", "--reason", " "))
                .isEqualTo(2);
        assertThat(err.toString()).contains(DeployProblem.REASON_IS_MISSING.code());
        assertThat(jdbc.queryForObject("SELECT count(*) FROM ledger.closing", Integer.class))
                .isZero();
    }

    @Test
    void refusesALedgerOfAnOlderVersion() {
        jdbc.update("DELETE FROM ledger.flyway_schema_history WHERE version = '7'");

        assertThat(execute(Locale.ENGLISH, "ledger", "runs")).isEqualTo(2);

        assertThat(err.toString()).contains(DeployProblem.LEDGER_IS_OLDER.code());
    }

    private int execute(Locale locale, String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = data.toString();
        return new BusCommandLine(new PrintWriter(out, true), new PrintWriter(err, true), locale).execute(all);
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
