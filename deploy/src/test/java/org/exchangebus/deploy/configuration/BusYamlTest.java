package org.exchangebus.deploy.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.exchangebus.deploy.configuration.BusConfiguration.Landing;
import org.exchangebus.deploy.configuration.BusConfiguration.Role;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.routes.landing.LandingKey;
import org.exchangebus.routes.landing.LandingKeys;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.exchangebus.schemas.problem.YamlProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusYamlTest {

    private static final String UNSEALED = "landing: {key: none}\n";

    @TempDir
    Path folder;

    @Test
    void readsTheExampleThatShips() throws IOException {
        String made = LandingKey.random();
        Files.writeString(folder.resolve("landing.key"), made);
        BusConfiguration configuration = read(Files.readString(Path.of("bus.example.yaml")));
        assertThat(configuration.roles()).containsExactlyInAnyOrder(Role.BUS, Role.HUB);
        assertThat(configuration.data()).isEqualTo(folder.resolve("data"));
        assertThat(configuration.web().address()).isEqualTo("127.0.0.1");
        assertThat(configuration.database()).isNull();
        LandingKeys keys = configuration.landing().keys();
        assertThat(keys.all())
                .extracting(LandingKey::id)
                .containsExactly(LandingKey.parse(made).orElseThrow().id());
        assertThat(configuration.landing()).isEqualTo(new Landing(keys, Landing.KEEP, Landing.BUDGET, Landing.RESERVE));
    }

    @Test
    void readsTheExampleWithEverythingThatIsCommentedOut() throws IOException {
        String everything = Files.readString(Path.of("bus.example.yaml")).replaceAll("(?m)^# (?=( {2})?[a-z]+:)", "");
        Files.createDirectory(folder.resolve("systems"));
        Files.createDirectory(folder.resolve("catalogue"));
        Files.writeString(folder.resolve("landing.key"), LandingKey.random());
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
        BusConfiguration configuration = read(UNSEALED);
        assertThat(configuration.web().port()).isEqualTo(8080);
        assertThat(configuration.schedule().enabled()).isTrue();
    }

    @Test
    void reportsEverythingThatIsWrongTogether() {
        assertProblem("""
                        rolles: [bus]
                        landing: {key: none}
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
                                "3:1 DEPLOY-014",
                                "4:10 DEPLOY-020",
                                "6:9 DEPLOY-016",
                                "8:3 DEPLOY-017",
                                "8:8 DEPLOY-016",
                                "9:13 DEPLOY-018",
                                "13:13 DEPLOY-019"))
                .hasMessageContaining("Did you mean 'roles'?")
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void readsKeysOfTheLandingStoreAndShowsNone() throws IOException {
        String made = LandingKey.random();
        Files.writeString(folder.resolve("new.key"), made + "\n");
        Files.writeString(folder.resolve("old.key"), "0f".repeat(32));

        Landing landing = read("""
                        landing: {key: [file:new.key, file:old.key], keep: 36h, budget: 2TB, reserve: 500MB}
                        """).landing();

        assertThat(landing.keys().all())
                .extracting(LandingKey::id)
                .containsExactly(
                        LandingKey.parse(made).orElseThrow().id(),
                        LandingKey.parse("0f".repeat(32)).orElseThrow().id());
        assertThat(landing.keep()).isEqualTo(Duration.ofHours(36));
        assertThat(landing.budget()).isEqualTo(2_000_000_000_000L);
        assertThat(landing.reserve()).isEqualTo(500_000_000L);
        assertThat(landing.toString()).doesNotContain(made, "0f0f");
    }

    @Test
    void wantsAKeyWhereABusLandsAndNoneOfAHub() throws IOException {
        assertProblem("").hasMessageContaining(DeployProblem.LANDING_KEY_MISSING.code());
        assertProblem("landing: {keep: 90d}").hasMessageContaining(DeployProblem.LANDING_KEY_MISSING.code());
        assertThat(read("roles: [hub]").roles()).containsExactly(Role.HUB);
    }

    @Test
    void saysWhatIsWrongWithTheLandingStore() throws IOException {
        Files.writeString(folder.resolve("short.key"), "AAAA");

        assertProblem("""
                        landing:
                          key: [file:short.key, none, file:absent.key]
                          keep: a while
                          budget: 100
                          reserve: GB
                        delivery: {chunks: 1}
                        """)
                .satisfies(e -> assertThat(((ProblemException) e)
                                .findings().stream().map(BusYamlTest::brief).toList())
                        .containsExactlyInAnyOrder(
                                "2:8 DEPLOY-061",
                                "2:8 DEPLOY-018",
                                "2:8 DEPLOY-019",
                                "3:9 DEPLOY-016",
                                "4:11 DEPLOY-016",
                                "5:12 DEPLOY-016",
                                "6:20 DEPLOY-016"))
                .message()
                .doesNotContain("AAAA");
    }

    @Test
    void saysWhereAFileIsNotYaml() {
        assertProblem("web:\n  port: !x!y 1\n")
                .hasMessageContaining(DeployProblem.CONFIGURATION_NOT_YAML.code())
                .hasMessageContaining("bus.yaml:2:9");
        assertProblem("web:\n  port: [1\n")
                .hasMessageContaining(YamlProblem.NOT_CLOSED.code())
                .hasMessageContaining("bus.yaml:2:9");
        assertProblem("web:\n  port: 1\nweb:\n  port: 2\n")
                .hasMessageContaining(SchemaProblem.KEY_TWICE.code())
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
