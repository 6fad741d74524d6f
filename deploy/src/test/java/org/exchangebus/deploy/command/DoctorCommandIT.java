package org.exchangebus.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.exchangebus.deploy.data.DataDirectory;
import org.exchangebus.deploy.postgres.EmbeddedPostgres;
import org.exchangebus.routes.ledger.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class DoctorCommandIT {

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void looksAtEverythingWhereNoBusRuns() throws IOException {
        Path data = directory.resolve("data");

        assertThat(execute(Locale.ENGLISH, "doctor", "--data", data.toString()))
                .as(out.toString() + err)
                .isZero();

        assertThat(out.toString().lines()).hasSize(10).allMatch(line -> line.startsWith("fine"));
        out.getBuffer().setLength(0);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(execute(Locale.SIMPLIFIED_CHINESE, "doctor", "--data", data.toString()))
                .isEqualTo(1);
        assertThat(out.toString()).contains("拒绝  数据目录不对他人开放", "DEPLOY-086");
    }

    @Test
    void looksBesideABusThatRuns() throws IOException {
        Path data = directory.resolve("data");
        try (DataDirectory opened = DataDirectory.open(data);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(opened)) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(postgres.address().url());
            source.setUser(postgres.address().user());
            source.setPassword(postgres.address().password());
            new Ledger(source).migrate();

            assertThat(execute(Locale.ENGLISH, "doctor", "--data", data.toString(), "--format", "json"))
                    .as(out.toString() + err)
                    .isZero();

            Map<String, String> outcomes = new HashMap<>();
            for (String line : out.toString().lines().toList()) {
                JsonNode check = new ObjectMapper().readTree(line);
                outcomes.put(check.get("check").asText(), check.get("outcome").asText());
            }
            assertThat(outcomes)
                    .hasSize(10)
                    .containsEntry("broker", "not-checked")
                    .containsEntry("database-durable", "holds")
                    .containsEntry("audit-end", "holds");
        }
    }

    private int execute(Locale locale, String... arguments) {
        return new BusCommandLine(new PrintWriter(out, true), new PrintWriter(err, true), locale).execute(arguments);
    }
}
