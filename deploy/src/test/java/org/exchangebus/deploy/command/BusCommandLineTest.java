package org.exchangebus.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BusCommandLineTest {

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpsWithExamplesAndExitCodes() {
        assertThat(execute(Locale.ENGLISH, "--help")).isZero();
        assertThat(out.toString()).contains("./bus demo --once", "Exit codes: 0 fine", "demo", "run", "bench");
    }

    @Test
    void showsEveryCommandInAGroup() {
        assertThat(execute(Locale.ENGLISH, "--help")).isZero();
        String commands = out.toString().replaceAll("(?s).*Commands:|Examples:.*", "");
        new CommandLine(new BusCommand()).getSubcommands().keySet().forEach(command -> assertThat(commands)
                .containsPattern("(?m)^ {4}" + command + " "));
        assertThat(commands).contains("  Try it:", "  Connect a system:", "  Operate:");
    }

    @Test
    void helpsInChinese() {
        assertThat(execute(Locale.SIMPLIFIED_CHINESE, "demo", "--help")).isZero();
        assertThat(out.toString()).contains("每个来源运行一次", "用法：bus demo");
    }

    @Test
    void namesItsVersion() {
        assertThat(execute(Locale.ENGLISH, "--version")).isZero();
        assertThat(out.toString()).matches("(?s)exchange-bus \\d+\\.\\d+\\.\\d+.*");
    }

    @Test
    void suggestsTheOptionThatWasMeant() {
        assertThat(execute(Locale.ENGLISH, "demo", "--onec")).isEqualTo(2);
        assertThat(err.toString()).contains("--once").contains("Try 'bus demo --help'");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void tellsOfAWrongValueInTheLanguageOfTheTerminal() {
        assertThat(execute(Locale.SIMPLIFIED_CHINESE, "bench", "--rows", "x")).isEqualTo(2);
        assertThat(execute(Locale.ENGLISH, "bench", "--rows", "0")).isEqualTo(2);
        assertThat(execute(Locale.ENGLISH, "demo", "--data")).isEqualTo(2);
        assertThat(execute(Locale.ENGLISH, "ledger", "runs", "--limit", "-3")).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "“x”不是“--rows”的可用值",
                        "'0' is no value of '--rows'",
                        "'--data' needs a value",
                        "'-3' is no value of '--limit'");
    }

    @Test
    void tellsWithoutACommandWhatThereIs() {
        assertThat(execute(Locale.ENGLISH)).isEqualTo(2);
        assertThat(err.toString()).contains("./bus demo --once");
    }

    @Test
    void tellsAWrongKeyInTwoLines() throws IOException {
        Path config = Files.writeString(directory.resolve("bus.yaml"), "web:\n  prot: 8080\n");
        assertThat(execute(Locale.ENGLISH, "run", "--config", config.toString()))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("bus.yaml:2:3  DEPLOY-015")
                .contains("Did you mean 'port'?")
                .doesNotContain("Exception", "\tat ");
    }

    @Test
    void tellsThatAPortIsInUse() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(demo("" + other.getLocalPort())).isEqualTo(2);
            assertThat(err.toString())
                    .contains(DeployProblem.PORT_IN_USE.code())
                    .contains("127.0.0.1:" + other.getLocalPort())
                    .contains("--port 0")
                    .doesNotContain("Exception", "\tat ");
        }
    }

    @Test
    void tellsThatADirectoryCannotBeWritten() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThat(execute(Locale.ENGLISH, "demo", "--once", "--data", file + "/below"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains(DeployProblem.DIRECTORY_NOT_WRITABLE.code())
                .doesNotContain("Exception", "\tat ");
    }

    @Test
    void tellsThatAnAddressIsNotOfThisMachine() throws IOException {
        Path config =
                Files.writeString(directory.resolve("bus.yaml"), "landing: {key: none}\nweb: {address: 192.0.2.1}\n");
        assertThat(execute(Locale.ENGLISH, "run", "--config", config.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains(DeployProblem.ADDRESS_NOT_LOCAL.code());
    }

    @Test
    void refusesToStartWithoutAKeyForWhatItLandsAndSaysHowOneIsMade() throws IOException {
        Path config = Files.writeString(directory.resolve("bus.yaml"), "data: ./data\n");
        assertThat(execute(Locale.ENGLISH, "run", "--config", config.toString()))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains(DeployProblem.LANDING_KEY_MISSING.code(), "openssl rand -base64 32", "file:landing.key");
        assertThat(directory.resolve("data")).doesNotExist();
    }

    @Test
    void tellsThatADatabaseCannotBeReached() throws IOException {
        Path config = Files.writeString(directory.resolve("bus.yaml"), """
                web: {port: 0}
                landing: {key: none}
                database: {url: "jdbc:postgresql://127.0.0.1:1/none", user: nobody, password: "file:password"}
                """);
        Files.writeString(directory.resolve("password"), "secret-text");
        assertThat(execute(Locale.ENGLISH, "run", "--config", config.toString()))
                .isEqualTo(3);
        assertThat(err.toString())
                .contains(DeployProblem.DATABASE_UNREACHABLE.code())
                .doesNotContain("secret-text", "\tat ");
    }

    @Test
    void tellsThatThereIsNoLedgerToCheckAndMakesNone() {
        Path nowhere = directory.resolve("nowhere");
        assertThat(execute(Locale.ENGLISH, "ledger", "check", "--data", nowhere.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains(DeployProblem.LEDGER_IS_ABSENT.code(), nowhere.toString());
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void tellsWhatNobodyExpectedInTwoLinesToo() {
        assertThat(BusCommandLine.problem(new IllegalStateException("the moon")))
                .hasMessageContaining(DeployProblem.UNEXPECTED.code())
                .hasMessageContaining("the moon");
    }

    @Test
    void findsTheProblemBehindWhatAFrameworkWrapped() {
        ProblemException problem = new ProblemException(Finding.of("web", DeployProblem.PORT_IN_USE, "127.0.0.1:1"));
        assertThat(BusCommandLine.problem(new IllegalStateException(new ExceptionInInitializerError(problem))))
                .isSameAs(problem);
    }

    private int demo(String port) {
        return execute(Locale.ENGLISH, "demo", "--port", port, "--data", directory.toString());
    }

    private int execute(Locale locale, String... arguments) {
        return new BusCommandLine(new PrintWriter(out, true), new PrintWriter(err, true), locale).execute(arguments);
    }
}
