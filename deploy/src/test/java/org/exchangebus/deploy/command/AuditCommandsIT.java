package org.exchangebus.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.exchangebus.deploy.data.DataDirectory;
import org.exchangebus.deploy.postgres.EmbeddedPostgres;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.routes.audit.Act;
import org.exchangebus.routes.audit.HeadFile;
import org.exchangebus.routes.ledger.Audit;
import org.exchangebus.routes.ledger.Ledger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@code bus audit} on an embedded database that a bus has running. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditCommandsIT {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path data;
    private DataDirectory directory;
    private EmbeddedPostgres postgres;
    private JdbcTemplate jdbc;
    private Path heads;

    @BeforeAll
    void startADatabase(@TempDir Path temporary) {
        data = temporary.resolve("data");
        directory = DataDirectory.open(data);
        postgres = EmbeddedPostgres.start(directory);
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(postgres.address().url());
        source.setUser(postgres.address().user());
        source.setPassword(postgres.address().password());
        jdbc = new JdbcTemplate(source);
        heads = directory.directory("audit").resolve("heads");
    }

    @AfterAll
    void stop() {
        postgres.close();
        directory.close();
    }

    @BeforeEach
    void enterFive() throws IOException {
        forget();
        Files.deleteIfExists(heads);
        jdbc.execute("DROP SCHEMA IF EXISTS ledger CASCADE");
        Ledger ledger = new Ledger(jdbc.getDataSource());
        ledger.migrate();
        Audit audit = ledger.audit();
        audit.enter(Act.START, "os:bus", "bus", null, Map.of("version", "0.1"));
        audit.enter(Act.PAUSE, "admin", "river-gauge", "\u001b[2J数据库维护", Map.of());
        audit.enter(Act.RUN, "li", "river-gauge", null, Map.of());
        new HeadFile(heads).append(audit.head());
        audit.enter(Act.RUN, "li", "river-level", null, Map.of());
        audit.enter(Act.STOP, "os:bus", "bus", null, Map.of());
        new HeadFile(heads).append(audit.head());
    }

    @Test
    void listsWhoDidWhat() {
        assertThat(execute("audit", "list", "--who", "li", "--subject", "river-gauge", "--format", "json"))
                .isZero();
        assertThat(json().get("number").asLong()).isEqualTo(3);
        forget();
        assertThat(execute("audit", "list", "--act", "pause")).isZero();
        assertThat(out.toString().lines()).hasSize(2);
        assertThat(out.toString()).contains("admin", "数据库维护").doesNotContain("\u001b");
        forget();
        assertThat(execute("audit", "list", "--limit", "2", "--since", "2000-01-01"))
                .isZero();
        assertThat(out.toString().lines()).hasSize(3);
    }

    @Test
    void verifiesATableThatNobodyTouched() {
        assertThat(execute("audit", "verify")).isZero();
        assertThat(out.toString()).contains("5 entries", "2 exported heads");
        forget();
        assertThat(execute("audit", "verify", "--format", "json")).isZero();
        assertThat(json().get("holds").asBoolean()).isTrue();
        assertThat(json().get("entries").asInt()).isEqualTo(5);
    }

    @Test
    void namesTheEntryThatSomebodyChanged() {
        jdbc.execute("DROP TRIGGER audit_is_append_only ON ledger.audit");
        jdbc.update("UPDATE ledger.audit SET who = 'wang' WHERE number = 3");

        assertThat(execute("audit", "verify")).isEqualTo(1);

        assertThat(out.toString()).contains("audit 3  ROUTES-080");
        forget();
        assertThat(execute("audit", "verify", "--format", "json")).isEqualTo(1);
        assertThat(json().get("code").asText()).isEqualTo("ROUTES-080");
        assertThat(json().get("where").asText()).isEqualTo("audit 3");
    }

    @Test
    void findsByTheHeadsThatTheEndWasCutOffWithItsHead() {
        jdbc.execute("DROP TRIGGER audit_is_append_only ON ledger.audit");
        jdbc.update("DELETE FROM ledger.audit WHERE number > 3");
        jdbc.update("UPDATE ledger.audit_head SET number = 3, hash = (SELECT hash FROM ledger.audit WHERE number = 3)");

        assertThat(execute("audit", "verify")).isEqualTo(1);

        assertThat(out.toString()).contains("audit 4  ROUTES-084");
    }

    @Test
    void exportsWhatCanBeVerifiedWithoutADatabase() throws IOException {
        Path export = data.resolveSibling("audit.jsonl");
        Files.deleteIfExists(export);
        assertThat(execute("audit", "export", "--to", export.toString())).isZero();
        assertThat(verify(export)).isZero();

        List<String> lines = Files.readAllLines(export);
        assertThat(lines).hasSize(6);
        Files.write(
                export,
                Stream.concat(lines.stream().limit(2), lines.stream().skip(3)).toList());
        assertThat(verify(export)).isEqualTo(1);
        assertThat(out.toString()).contains("audit 3  ROUTES-081");

        assertThat(execute("audit", "export", "--to", export.toString())).isEqualTo(2);
        assertThat(err.toString()).contains(DeployProblem.EXPORT_IS_THERE.code());
        Path nowhere = data.resolveSibling("nowhere");
        assertThat(execute(
                        "audit",
                        "export",
                        "--to",
                        nowhere.resolve("audit.jsonl").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains(DeployProblem.EXPORT_NOT_WRITTEN.code());
        assertThat(verify(nowhere)).isEqualTo(2);
        assertThat(err.toString()).contains(DeployProblem.AUDIT_FILE_IS_MISSING.code());
    }

    private int verify(Path export) {
        forget();
        return new BusCommandLine(new PrintWriter(out, true), new PrintWriter(err, true), Locale.ENGLISH)
                .execute("audit", "verify", "--file", export.toString(), "--heads", heads.toString());
    }

    private int execute(String... arguments) {
        String[] all = Stream.concat(Stream.of(arguments), Stream.of("--data", data.toString()))
                .toArray(String[]::new);
        return new BusCommandLine(new PrintWriter(out, true), new PrintWriter(err, true), Locale.ENGLISH).execute(all);
    }

    private void forget() {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
    }

    private JsonNode json() {
        try {
            return new ObjectMapper().readTree(out.toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
