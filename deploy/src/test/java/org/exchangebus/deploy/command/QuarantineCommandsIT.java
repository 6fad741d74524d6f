package org.exchangebus.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.exchangebus.deploy.demo.RunningDemo;
import org.exchangebus.deploy.demo.RunningDemo.Demo;
import org.exchangebus.deploy.problem.DeployProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people do with the quarantine of a bus that runs, on the command line. */
@ExtendWith(RunningDemo.class)
class QuarantineCommandsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FLOW = "credit-office-licence";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void listsWhatWaitsWithoutAValueOfARow(Demo demo) throws IOException {
        assertThat(execute(demo, Locale.ENGLISH, "list", "--flow", FLOW, "--format", "json"))
                .isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).isNotEmpty();
        for (String line : lines) {
            JsonNode entry = JSON.readTree(line);
            assertThat(entry.path("flow").asText()).isEqualTo(FLOW);
            assertThat(entry.has("row")).isFalse();
        }
        assertThat(execute(demo, Locale.SIMPLIFIED_CHINESE, "list", "--flow", FLOW))
                .isZero();
        assertThat(out.toString()).contains("问题", "共");
    }

    @Test
    void countsBeforeItSendsAndRefusesAnotherCount(Demo demo) {
        assertThat(execute(demo, Locale.ENGLISH, "resubmit", "--flow", FLOW)).isZero();
        assertThat(out.toString()).contains("Nothing was sent");

        assertThat(execute(demo, Locale.ENGLISH, "resubmit", "--flow", FLOW, "--count", "99999"))
                .isEqualTo(1);

        assertThat(err.toString()).contains("ROUTES-052");
        assertThat(execute(demo, Locale.ENGLISH, "resubmit")).isEqualTo(2);
        assertThat(execute(demo, Locale.ENGLISH, "resubmit", "--flow", FLOW, "--rate", "0"))
                .isEqualTo(2);
    }

    @Test
    void takesAnEditOfTwoPeopleAndShowsWhoDidWhatWithoutTheRow(Demo demo, @TempDir Path directory) throws IOException {
        JdbcTemplate jdbc = new JdbcTemplate(demo.infrastructure().database());
        Long id = copyOfAnEntry(jdbc);
        try {
            takesAnEdit(demo, id, directory, jdbc);
        } finally {
            jdbc.update("DELETE FROM ledger.quarantine_edit WHERE entry = ?", id);
            jdbc.update("DELETE FROM ledger.quarantine WHERE id = ?", id);
        }
    }

    /** Other tests count the entries of the demonstration. */
    private static Long copyOfAnEntry(JdbcTemplate jdbc) {
        return jdbc.queryForList("""
                        INSERT INTO ledger.quarantine (kind, flow, fingerprint, first_run, last_run, place, position, key,
                            item, rule, code, text, arguments, payload, version, whole_key, segment)
                        SELECT kind, flow, sha256(fingerprint), first_run, last_run, place, position, key, item, rule, code,
                            text, arguments, payload, version, whole_key, segment
                        FROM ledger.quarantine WHERE flow = ? AND kind = 'RECORD' AND rule <> 'readable'
                        ORDER BY id LIMIT 1 RETURNING id""", Long.class, FLOW).get(0);
    }

    private void takesAnEdit(Demo demo, Long id, Path directory, JdbcTemplate jdbc) throws IOException {
        assertThat(execute(demo, Locale.ENGLISH, "show", id.toString(), "--payload", "--format", "json"))
                .isZero();
        ObjectNode row = (ObjectNode)
                JSON.readTree(JSON.readTree(out.toString()).path("row").asText());
        Path file = directory.resolve("row.json");
        row.put("XK_XDR", "某公司");
        Files.write(file, JSON.writeValueAsBytes(row));

        assertThat(execute(
                        demo,
                        Locale.ENGLISH,
                        "edit",
                        id.toString(),
                        "--file",
                        file.toString(),
                        "--who",
                        "wang",
                        "--reason",
                        "put right"))
                .isZero();
        assertThat(execute(demo, Locale.ENGLISH, "approve", id.toString(), "--who", "wang"))
                .isEqualTo(1);
        assertThat(execute(demo, Locale.ENGLISH, "approve", id.toString(), "--who", "li"))
                .isZero();
        out.getBuffer().setLength(0);
        assertThat(execute(demo, Locale.ENGLISH, "show", id.toString())).isZero();

        assertThat(out.toString())
                .contains("wang", "approved by li", "put right")
                .doesNotContain("某公司");
        assertThat(execute(demo, Locale.ENGLISH, "edit", id.toString(), "--file", "nowhere.json", "--reason", "x"))
                .isEqualTo(2);
        assertThat(execute(demo, Locale.ENGLISH, "discard", id.toString(), "--reason", " "))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("ROUTES-057", DeployProblem.FILE_NOT_READ.code(), DeployProblem.WHY_IS_MISSING.code());
        assertThat(execute(demo, Locale.ENGLISH, "discard", id.toString(), "--reason", "a test row"))
                .isZero();
        assertThat(jdbc.queryForObject("SELECT state FROM ledger.quarantine WHERE id = ?", String.class, id))
                .isEqualTo("DISCARDED");
        assertThat(execute(demo, Locale.ENGLISH, "stop", "99999")).isEqualTo(1);
        assertThat(err.toString()).contains("ROUTES-050");
    }

    private int execute(Demo demo, Locale locale, String... arguments) {
        List<String> all = new ArrayList<>(List.of("quarantine"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data", demo.directory().toString()));
        return new BusCommandLine(new PrintWriter(out, true), new PrintWriter(err, true), locale)
                .execute(all.toArray(String[]::new));
    }
}
