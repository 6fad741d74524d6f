package org.exchangebus.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.management.JMException;
import javax.management.ObjectName;
import org.exchangebus.deploy.data.DataDirectory;
import org.exchangebus.deploy.demo.RunningDemo;
import org.exchangebus.deploy.demo.RunningDemo.Demo;
import org.exchangebus.deploy.postgres.EmbeddedPostgres;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.routes.ledger.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is asked for on the command line, and the bus that does it. */
@ExtendWith(RunningDemo.class)
class RequestCommandsIT {

    private static final String FLOW = "credit-office-licence";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void runsAFlowAndSaysWhatBecameOfIt(Demo demo) throws IOException {
        assertThat(execute(demo.directory(), "run", FLOW, "--who", "wang", "--reason", "try it", "--format", "json"))
                .isZero();

        JsonNode told = new ObjectMapper().readTree(out.toString());
        assertThat(told.path("outcome").asText()).isEqualTo("BALANCED");
        assertThat(told.path("who").asText()).isEqualTo("wang");
        JdbcTemplate jdbc = new JdbcTemplate(demo.infrastructure().database());
        assertThat(jdbc.queryForObject(
                        "SELECT state FROM ledger.run WHERE number = ?",
                        String.class,
                        told.at("/run/number").asLong()))
                .isEqualTo("BALANCED");
        assertThat(jdbc.queryForList("SELECT who || ' ' || subject FROM ledger.audit WHERE act = 'RUN'", String.class))
                .contains("wang " + FLOW);
    }

    @Test
    void bringsBackWhatTheHubLost(Demo demo) throws JMException {
        JdbcTemplate jdbc = new JdbcTemplate(demo.infrastructure().database());
        List<String> before = licences(jdbc);
        assertThat(before).isNotEmpty();
        jdbc.execute("TRUNCATE registry.administrative_licence");

        assertThat(execute(demo.directory(), "redrive", FLOW, "--reason", "the hub was restored"))
                .isZero();

        assertThat(licences(jdbc)).isEqualTo(before);
        assertThat(out.toString()).contains("REDRIVE", "BALANCED");
        assertThat(invoke("requests")).contains("<table", "REDRIVE", "the hub was restored");
        assertThat(invoke("doubts")).isNotBlank();
        out.getBuffer().setLength(0);
        assertThat(execute(demo.directory(), "requests", "--limit", "3")).isZero();
        assertThat(out.toString()).contains("REDRIVE", FLOW);
    }

    @Test
    void saysWhichFlowsThereAreWhereOneIsMisspelt(Demo demo) {
        assertThat(execute(demo.directory(), "run", "credit-office-license")).isEqualTo(1);

        assertThat(out.toString()).contains("ROUTES-005", FLOW);
    }

    @Test
    void saysThatNoBusRunsAndKeepsTheRequestForTheNextStart(@TempDir Path temporary) {
        Path data = temporary.resolve("data");
        try (DataDirectory directory = DataDirectory.open(data);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(postgres.address().url());
            source.setUser(postgres.address().user());
            source.setPassword(postgres.address().password());
            new Ledger(source).migrate();

            assertThat(execute(data, "run", FLOW)).isEqualTo(3);

            assertThat(err.toString()).contains("next start");
            assertThat(new JdbcTemplate(source)
                            .queryForList("SELECT flow FROM ledger.request WHERE taken_at IS NULL", String.class))
                    .containsExactly(FLOW);
            assertThat(execute(data, "redrive")).isZero();
            assertThat(execute(data, "run", FLOW, "--who", " ")).isEqualTo(2);
            assertThat(err.toString()).contains(DeployProblem.NAME_IS_MISSING.code());
        }
    }

    private static String invoke(String operation) throws JMException {
        return (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("org.exchangebus:type=System,name=credit-office"),
                        operation,
                        new Object[0],
                        new String[0]);
    }

    private static List<String> licences(JdbcTemplate jdbc) {
        return jdbc.queryForList(
                "SELECT (to_jsonb(l) - 'record_at' - 'record_run')::text FROM registry.administrative_licence l ORDER BY 1",
                String.class);
    }

    private int execute(Path data, String... arguments) {
        List<String> all = new ArrayList<>(List.of("ledger"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        return new BusCommandLine(new PrintWriter(out, true), new PrintWriter(err, true), Locale.ENGLISH)
                .execute(all.toArray(String[]::new));
    }
}
