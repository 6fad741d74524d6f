package org.exchangebus.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
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
    private final ResourceBundle words = ResourceBundle.getBundle("org.exchangebus.deploy.ledger.words", Locale.ROOT);
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
        assertThat(jdbc.queryForList("SELECT act || ' ' || who || ' ' || subject FROM ledger.audit", String.class))
                .containsExactly("CLOSE_RUN li river-gauge run 1");
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
    void certifiesARunInEveryFormWithTheSameFactsAndClosesNothingInByMarkup() throws IOException {
        jdbc.update("""
                INSERT INTO ledger.segment (run, number, name, sha256, bytes, attributes, held)
                VALUES (2, 0, '<script>alert(1)</script>.csv', repeat('a', 64), 41, '{}', false)""");
        jdbc.update("""
                INSERT INTO ledger.chunk (run, number, read, records, rejected, filtered, digest, receipted_at, applied,
                    superseded, unchanged, hub_digest)
                VALUES (2, 0, 2, 2, 0, 0, repeat('0', 32), now(), 2, 0, 0, repeat('0', 32))""");
        jdbc.update("UPDATE ledger.run SET cursor_before = '110105199003070021|4' WHERE number = 2");

        assertThat(execute(Locale.ENGLISH, "ledger", "certificate", "2", "--format", "json"))
                .isZero();
        JsonNode json = json(out.toString());
        out.getBuffer().setLength(0);
        assertThat(execute(Locale.ENGLISH, "ledger", "certificate", "2", "--format", "csv"))
                .isZero();
        String csv = out.toString();
        Path page = data.resolveSibling("run-2.html");
        assertThat(execute(Locale.ENGLISH, "ledger", "certificate", "2", "--format", "html", "--to", page.toString()))
                .isZero();
        String html = Files.readString(page);

        assertThat(json.at("/verdict/balances").asBoolean()).isTrue();
        assertThat(json.at("/files/0/bytes").asLong()).isEqualTo(41);
        List<String> facts = new ArrayList<>();
        json.fields().forEachRemaining(part -> (part.getValue().isArray() ? part.getValue() : List.of(part.getValue()))
                .forEach(row -> row.fields().forEachRemaining(fact -> {
                    String value =
                            fact.getValue().isNull() ? "" : fact.getValue().asText();
                    facts.add(part.getKey() + " " + fact.getKey());
                    assertThat(csv).contains("," + fact.getKey() + "," + value + "\r\n");
                    assertThat(html).contains("<small>" + words.getString(fact.getKey()) + "</small>");
                    if (!fact.getValue().isBoolean() && !value.isEmpty()) {
                        assertThat(html)
                                .contains(">" + value.replace("<", "&lt;").replace(">", "&gt;") + "<");
                    }
                })));
        assertThat(facts).hasSizeGreaterThan(50);
        assertThat(html).doesNotContain("<script", "http:", "https:", "src=");
        assertThat(json + csv + html).doesNotContain("110105199003070021").contains("sha256:");
    }

    @Test
    void certifiesNoRunWhoseChunksNoLongerAddUpToWhatItSays() {
        assertThat(execute(Locale.SIMPLIFIED_CHINESE, "ledger", "certificate", "2"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("不平衡", "由批次与回执合计");
        assertThat(execute(Locale.ENGLISH, "ledger", "certificate", "9")).isEqualTo(1);
        assertThat(err.toString()).contains("ROUTES-060");
        assertThat(execute(Locale.ENGLISH, "ledger", "certificate", "2", "--to", data + "/no/such/place.txt"))
                .isEqualTo(2);
        assertThat(err.toString()).contains(DeployProblem.FILE_NOT_WRITTEN.code());
    }

    @Test
    void saysOfARunThatIsUnderWayThatItIsNotYetDone() {
        jdbc.update("INSERT INTO ledger.run (number, flow, system, source, resource, state)"
                + " VALUES (77, 'river-spring', 'river', 'spring', 'gauge', 'LANDED')");

        assertThat(execute(Locale.ENGLISH, "ledger", "certificate", "77")).isEqualTo(1);

        assertThat(out.toString()).contains("is still under way").doesNotContain("does not balance");
    }

    @Test
    void addsUpDaysWithTheRedOnesFirst() {
        jdbc.update("""
                INSERT INTO ledger.run (flow, system, source, resource, state, opened_at, closed_at, chunks, read, delivered,
                    sent_digest, hub_digest)
                SELECT 'river-gauge', 'river', 'gauge', 'gauge', 'BALANCED', timestamptz '2030-01-02 12:00+08', now(), 1, 5,
                    5, repeat('f', 32), repeat('f', 32) FROM generate_series(1, 2)""");

        assertThat(execute(Locale.ENGLISH, "ledger", "days", "--format", "json"))
                .isEqualTo(1);

        JsonNode days = json(out.toString()).get("days");
        assertThat(days).hasSize(2);
        assertThat(days.get(0).get("red").asLong()).isOne();
        assertThat(days.get(0).get("unaccounted").asLong()).isOne();
        assertThat(days.get(1).get("day").asText()).isEqualTo("2030-01-02");
        assertThat(days.get(1).get("read").asLong()).isEqualTo(10);
        assertThat(days.get(1).get("sentDigest").asText()).isEqualTo("f".repeat(31) + "e");
        out.getBuffer().setLength(0);
        assertThat(execute(Locale.SIMPLIFIED_CHINESE, "ledger", "days", "--resource", "gauge", "--since", "2029-12-31"))
                .isZero();
        assertThat(out.toString()).contains("2030-01-02", "信息资源");
        assertThat(execute(Locale.ENGLISH, "ledger", "days", "--resource", "gauge", "--since", "2030-01-03"))
                .isZero();
    }

    @Test
    void comparesNothingThatNoFlowBrings() {
        assertThat(execute(Locale.ENGLISH, "ledger", "reconcile", "--resource", "no-such-thing"))
                .isEqualTo(2);
        assertThat(err.toString()).contains(DeployProblem.NOTHING_TO_COMPARE.code(), "legal-entity");
        assertThat(execute(Locale.ENGLISH, "ledger", "reconcile", "river-gauge"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("ROUTES-005");
        assertThat(execute(Locale.ENGLISH, "ledger", "reconcile", "--resource", "person"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("ROUTES-063");
    }

    @Test
    void refusesALedgerOfAnOlderVersion() {
        jdbc.update("DELETE FROM ledger.flyway_schema_history WHERE version <> '1'");

        assertThat(execute(Locale.ENGLISH, "ledger", "runs")).isEqualTo(2);

        assertThat(err.toString()).contains(DeployProblem.LEDGER_IS_OLDER.code());
    }

    @Test
    void purgesWhatMayGoAndTellsBeforeWhatThatWouldBe() throws IOException {
        String sha256 = "ab".repeat(32);
        jdbc.update("UPDATE ledger.run SET acknowledged_at = now(), closed_at = now() - interval '91 days'");
        jdbc.update("INSERT INTO ledger.flow (name) VALUES ('river-gauge')");
        jdbc.update(
                "INSERT INTO ledger.segment (run, number, name, sha256, bytes, attributes, held)"
                        + " VALUES (2, 0, 'a.csv', ?, 7, '{}', false)",
                sha256);
        Path file = data.resolve("landing/sha256/ab/ab").resolve(sha256);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "landed!");

        assertThat(execute(Locale.ENGLISH, "ledger", "purge", "--dry-run")).isZero();
        assertThat(out.toString()).contains("river-gauge", "1 runs may go; nothing was changed.");
        assertThat(execute(Locale.ENGLISH, "ledger", "purge", "--dry-run", "--before", "2020-01-01"))
                .isZero();
        assertThat(out.toString()).contains("0 runs may go");
        assertThat(file).exists();

        out.getBuffer().setLength(0);
        assertThat(execute(Locale.ENGLISH, "ledger", "purge", "--format", "json"))
                .isZero();

        JsonNode[] lines = out.toString().lines().map(LedgerCommandsIT::json).toArray(JsonNode[]::new);
        assertThat(lines).hasSize(2);
        assertThat(lines[0].get("run").asLong()).isEqualTo(2);
        assertThat(lines[1].get("stored").asLong()).isEqualTo(7);
        assertThat(file).doesNotExist();
        assertThat(jdbc.queryForList("SELECT number FROM ledger.run WHERE purged_at IS NOT NULL", Long.class))
                .containsExactly(2L);
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
