package org.exchangebus.deploy.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.ObjectInputFilter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.exchangebus.deploy.check.CheckResult.Outcome;
import org.exchangebus.deploy.configuration.BusConfiguration;
import org.exchangebus.deploy.configuration.BusConfiguration.Server;
import org.exchangebus.deploy.configuration.Secret;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.schemas.problem.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelfCheckTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"exchange-bus", "Exchange-Bus", "artemis", "short", "Password", "88888888"})
    void tellsOfAPasswordThatEverybodyTriesFirstWithoutShowingIt(String password) {
        CheckResult result = new PasswordCheck(with(password)).look();

        assertThat(result.findings())
                .containsExactly(Finding.of("broker", DeployProblem.PASSWORD_IS_GUESSABLE, "broker.password"));
        assertThat(result.found()).doesNotContain(password);
    }

    @Test
    void acceptsAPasswordOfItsOwn() {
        assertThat(new PasswordCheck(with("k7Rw-2mVq-x9Tz")).look().outcome()).isEqualTo(Outcome.HOLDS);
    }

    private BusConfiguration with(String password) {
        BusConfiguration own = BusConfiguration.embedded(directory, null, 0, false);
        Server broker = new Server("tcp://broker.example:61616", "exchange-bus", new Secret(password));
        return new BusConfiguration(
                own.roles(),
                own.data(),
                null,
                null,
                null,
                broker,
                own.web(),
                own.schedule(),
                own.landing(),
                own.delivery());
    }

    @Test
    void tellsThatOthersMayLookIntoTheDataDirectory() throws IOException {
        assertThat(new DirectoryCheck(directory).look().outcome()).isEqualTo(Outcome.HOLDS);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-x---"));

        assertThat(problem(new DirectoryCheck(directory))).isEqualTo(DeployProblem.DIRECTORY_IS_NOT_PRIVATE);
    }

    @Test
    void tellsThatTheDiskIsBelowItsReserve() {
        assertThat(new DiskCheck(directory, 1).look().outcome()).isEqualTo(Outcome.HOLDS);
        assertThat(problem(new DiskCheck(directory, Long.MAX_VALUE))).isEqualTo(DeployProblem.DISK_FULL);
    }

    @Test
    void tellsThatSerialisationLetsClassesIn() {
        assertThat(problem(new SerialFilter(null))).isEqualTo(DeployProblem.SERIALISATION_IS_OPEN);
        assertThat(problem(filter("java.util.*;!*"))).isEqualTo(DeployProblem.SERIALISATION_IS_OPEN);
        assertThat(problem(filter("!org.apache.**"))).isEqualTo(DeployProblem.SERIALISATION_IS_OPEN);
        assertThat(filter("!*").look().outcome()).isEqualTo(Outcome.HOLDS);
    }

    private static SerialFilter filter(String pattern) {
        return new SerialFilter(ObjectInputFilter.Config.createFilter(pattern));
    }

    private static Object problem(SelfCheck check) {
        CheckResult result = check.look();
        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        return List.copyOf(result.findings()).get(0).problem();
    }
}
