package org.exchangebus.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.exchangebus.adapters.database.DatabaseProtocol;
import org.exchangebus.adapters.file.FtpProtocol;
import org.exchangebus.adapters.file.SftpProtocol;
import org.exchangebus.adapters.soap.SoapProtocol;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.record.Rows;
import org.exchangebus.schemas.run.SystemFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that somebody has in hand are read by the systems that ship, as if they came from there. */
class SampleTest {

    private static final String ANSWER = """
            <?xml version="1.0" encoding="%s"?>
            <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>
            <r:queryPersonsResponse xmlns:r="http://hjgl.police.example/"><queryPersonsReturn>
            &lt;DATA code="%s" msg="忙">&lt;TOTAL>7&lt;/TOTAL>
            &lt;RECORD>&lt;RYBH>R1&lt;/RYBH>&lt;XM>样例&lt;/XM>&lt;/RECORD>
            &lt;RECORD>&lt;RYBH>R2&lt;/RYBH>&lt;XM>甲&lt;/XM>&lt;XM>乙&lt;/XM>&lt;/RECORD>
            &lt;/DATA></queryPersonsReturn></r:queryPersonsResponse></soapenv:Body></soapenv:Envelope>
            """;

    @TempDir
    Path folder;

    @Test
    void readsAnAnswerOfAServiceAsOnePageOfMany() throws IOException {
        Path file = file("answer.xml", ANSWER.formatted("GB18030", "0"), Charset.forName("GB18030"));

        List<Rows> blocks = read("household-register", "person", file);

        assertThat(blocks).singleElement().satisfies(rows -> {
            assertThat(rows.count()).isEqualTo(1);
            assertThat(rows.text(0, rows.fields().indexOf("XM"))).isEqualTo("样例");
            assertThat(rows.badRows()).singleElement().satisfies(bad -> assertThat(bad.position())
                    .isEqualTo(2));
        });
    }

    @Test
    void refusesAnAnswerThatTellsOfAFailureAndOneThatIsCutOff() throws IOException {
        Path failed = file("answer.xml", ANSWER.formatted("UTF-8", "9"), StandardCharsets.UTF_8);
        assertThat(refusal("household-register", "person", failed)).startsWith(failed.toString());

        String whole = ANSWER.formatted("UTF-8", "0");
        Path cut = file("cut.xml", whole.substring(0, whole.length() / 2), StandardCharsets.UTF_8);
        assertThat(refusal("household-register", "person", cut)).startsWith(cut.toString());
    }

    @Test
    void readsAFileInItsCharsetAndRefusesOneInAnother() throws IOException {
        String header = String.join(",", adapters().fields("credit-office", "administrative-penalty"));
        String text = header + "\n" + "罚字1号" + ",".repeat(header.split(",").length - 1) + "\n短\n";
        Path file = file("penalty.csv", text, Charset.forName("GBK"));

        List<Rows> blocks = read("credit-office", "penalty", file);
        assertThat(blocks).singleElement().satisfies(rows -> {
            assertThat(rows.text(0, 0)).isEqualTo("罚字1号");
            assertThat(rows.badRows()).hasSize(1);
        });

        Path other = file("utf8.csv", text, StandardCharsets.UTF_8);
        assertThat(refusal("credit-office", "penalty", other)).contains(other.toString());
    }

    @Test
    void tellsThatADatabaseTakesNoFiles() throws IOException {
        Path file = file("rows.csv", "", StandardCharsets.UTF_8);
        assertThat(refusal("market-registry", "enterprise", file)).contains("ADAPTER-015 ", "in.json");
    }

    private static List<Rows> read(String system, String source, Path file) throws IOException {
        List<Rows> blocks = new java.util.ArrayList<>();
        try (Adapters adapters = adapters();
                BlockReader reader = adapters.source(system, source).openSample(file)) {
            reader.forEachRemaining(blocks::add);
        }
        return blocks;
    }

    private static String refusal(String system, String source, Path file) {
        return catchThrowableOfType(ProblemException.class, () -> read(system, source, file))
                .render(Locale.ENGLISH);
    }

    private Path file(String name, String text, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(charset));
    }

    private static Adapters adapters() throws IOException {
        Lookup lookup = new Lookup() {
            @Override
            public Optional<String> address(String name) {
                return Optional.of(
                        name.endsWith(".address")
                                ? "http://127.0.0.1:1/"
                                : name.endsWith(".port") ? "1" : name.endsWith("-key") ? KEY : "127.0.0.1");
            }

            @Override
            public Optional<Secret> secret(String name) {
                return Optional.of(new Secret("made up"));
            }
        };
        return new Adapters(
                SystemFolder.below(Path.of("systems")),
                List.of(new SoapProtocol(), new FtpProtocol(), new SftpProtocol(), new DatabaseProtocol()),
                lookup);
    }

    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKl1Q2pZ7q8mF0S7b1m1nR6T8uQ3d1y5z0x9w8v7u6t5";
}
