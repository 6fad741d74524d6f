package org.exchangebus.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.exchangebus.adapters.database.DatabaseProtocol;
import org.exchangebus.adapters.file.FtpProtocol;
import org.exchangebus.adapters.soap.SoapProtocol;
import org.exchangebus.schemas.generated.GeneratedInputs;
import org.exchangebus.schemas.generated.Mutation;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.run.SystemFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedAdapterFilesTest {

    private static final Lookup LOOKUP = new Lookup() {
        @Override
        public Optional<String> address(String name) {
            return Optional.of("2121");
        }

        @Override
        public Optional<Secret> secret(String name) {
            return Optional.of(new Secret("made up"));
        }
    };

    @TempDir
    Path folder;

    @Test
    void anyBytesAreASystemOrProblemsWithTheirPlaces() throws Exception {
        List<Protocol> protocols = List.of(new FtpProtocol(), new SoapProtocol(), new DatabaseProtocol());
        Mutation files = Mutation.ofTexts(
                List.of(shipped("credit-office"), shipped("household-register"), shipped("market-registry")),
                "\n",
                ": ",
                "- ",
                "[",
                "]",
                "{",
                "}",
                ", ",
                "\"",
                "'",
                "&a ",
                "*a",
                "!x ",
                "---\n",
                "${secret:x}",
                "${x}",
                "${",
                "every 0s",
                "99 * * * *",
                "-1",
                "99999999999999999999",
                "true",
                "~",
                "charset: GBK\n",
                "move ../x/",
                "private-use: keep\n",
                "fields: [A, A]\n",
                "\u0000",
                "\t",
                "<<: ",
                "sources:\n",
                "connection:\n",
                "protocol: soap\n");
        Path system = Files.createDirectories(folder.resolve("tried"));
        GeneratedInputs.of(files).each(input -> {
            Files.write(system.resolve("adapter.yaml"), input);
            try (Adapters adapters = new Adapters(List.of(new SystemFolder(system)), protocols, LOOKUP)) {
                assertThat(adapters.flows()).isNotEmpty();
            } catch (ProblemException e) {
                assertThat(e.findings()).isNotEmpty().allSatisfy(finding -> {
                    assertThat(finding.where()).contains("adapter.yaml");
                    assertThat(GeneratedInputs.chinese(finding)).doesNotContain("{0}");
                });
            }
        });
    }

    private static String shipped(String system) throws IOException {
        return Files.readString(Path.of("systems", system, "adapter.yaml"));
    }
}
