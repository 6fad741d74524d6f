package org.exchangebus.deploy.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.exchangebus.deploy.configuration.BusConfiguration.Role;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusYamlTest {

    @TempDir
    Path folder;

    @Test
    void readsTheExampleThatShips() {
        BusConfiguration configuration = BusYaml.read(Path.of("bus.example.yaml"));
        assertThat(configuration.roles()).containsExactlyInAnyOrder(Role.BUS, Role.HUB);
        assertThat(configuration.data()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(configuration.web().address()).isEqualTo("127.0.0.1");
        assertThat(configuration.database()).isNull();
    }

    @Test
    void readsTheExampleWithEverythingThatIsCommentedOut() throws IOException {
        String everything = Files.readString(Path.of("bus.example.yaml")).replaceAll("(?m)^# (?=( {2})?[a-z]+:)", "");
        Files.createDirectory(folder.resolve("systems"));
        Files.createDirectory(folder.resolve("catalogue"));
        Path password = Files.writeString(folder.resolve("broker-password"), "from-file\n");
        BusConfiguration configuration = read(everything.replace("/run/secrets/broker", password.toString()));
        assertThat(configuration.database().url()).isEqualTo("jdbc:postgresql://database.example:5432/exchange");
        assertThat(configuration.database().password().text()).isEqualTo("from-environment");
        assertThat(configuration.broker().password().text()).isEqualTo("from-file");
        assertThat(configuration.systems()).isEqualTo(folder.resolve("systems"));
        assertThat(configuration.catalogue()).isEqualTo(folder.resolve("catalogue"));
        assertThat(configuration.toString()).doesNotContain("from-file", "from-environment");
    }

    @Test
    void isCompleteWhereNothingIsSaid() throws IOException {
        BusConfiguration configuration = read("");
        assertThat(configuration.web().port()).isEqualTo(8080);
        assertThat(configuration.schedule().enabled()).isTrue();
    }

    @Test
    void reportsEverythingThatIsWrongTogether() {
        assertProblem("""
                        rolles: [bus]
                        colour: red
                        systems: nowhere
                        web:
                          port: 99999
                        database:
                          url: jdbc:oracle:thin
                          password: hunter2
                        broker:
                          url: tcp://broker:61616
                          user: bus
                          password: env:NOT_SET
                        """)
                .satisfies(e -> assertThat(((ProblemException) e)
                                .findings().stream().map(BusYamlTest::brief).toList())
                        .containsExactlyInAnyOrder(
                                "1:1 DEPLOY-015",
                                "2:1 DEPLOY-014",
                                "3:10 DEPLOY-020",
                                "5:9 DEPLOY-016",
                                "7:3 DEPLOY-017",
                                "7:8 DEPLOY-016",
                                "8:13 DEPLOY-018",
                                "12:13 DEPLOY-019"))
                .hasMessageContaining("Did you mean 'roles'?")
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void saysWhereAFileIsNotYaml() {
        assertProblem("web:\n  port: [1\n")
                .hasMessageContaining(DeployProblem.CONFIGURATION_NOT_YAML.code())
                .hasMessageContaining("bus.yaml:3:1");
        assertProblem("web:\n  port: 1\nweb:\n  port: 2\n")
                .hasMessageContaining(DeployProblem.CONFIGURATION_NOT_YAML.code())
                .hasMessageContaining("bus.yaml:3:1");
    }

    @Test
    void saysThatAFileIsNotThere() {
        assertThatThrownBy(() -> BusYaml.read(folder.resolve("absent.yaml")))
                .hasMessageContaining(DeployProblem.CONFIGURATION_MISSING.code())
                .hasMessageContaining("absent.yaml");
        assertThatThrownBy(() -> BusYaml.read(folder))
                .hasMessageContaining(DeployProblem.CONFIGURATION_NOT_READABLE.code());
    }

    @Test
    void refusesARoleThatDoesNotExist() {
        assertProblem("roles: [bus, stop]").hasMessageContaining("'stop'");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertProblem(String yaml) {
        return assertThatThrownBy(() -> read(yaml)).isInstanceOf(ProblemException.class);
    }

    private BusConfiguration read(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("bus.yaml"), yaml);
        return BusYaml.read(file, Map.of("BUS_DATABASE_PASSWORD", "from-environment")::get);
    }

    private static String brief(Finding finding) {
        List<String> parts = List.of(finding.where().split(":"));
        return String.join(":", parts.subList(parts.size() - 2, parts.size())) + " "
                + finding.problem().code();
    }
}
