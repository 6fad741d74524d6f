package org.exchangebus.adapters.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.exchangebus.adapters.Adapters;
import org.exchangebus.adapters.BlockReader;
import org.exchangebus.adapters.Lookup;
import org.exchangebus.adapters.MemoryLanding;
import org.exchangebus.adapters.Secret;
import org.exchangebus.adapters.Source;
import org.exchangebus.adapters.soap.SoapProtocol;
import org.exchangebus.schemas.record.Rows;
import org.exchangebus.schemas.run.Capture;
import org.exchangebus.schemas.run.Segment;
import org.exchangebus.schemas.run.SystemFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseholdRegisterIT {

    @TempDir
    Path directory;

    private final MemoryLanding landing = new MemoryLanding();

    @Test
    void givesEveryResidentOnceThroughItsSystemFolder() throws Exception {
        try (HouseholdRegister register = HouseholdRegister.start(directory, 1);
                Adapters adapters = adapters(register, register.secrets())) {
            for (int i = 0; i < 4; i++) {
                register.tick();
            }
            Source source = adapters.source("household-register", "person");
            Capture capture = source.capture(new Capture.Request(1, null, landing));

            assertThat(capture.segments()).extracting(Segment::name).startsWith("page-00001", "page-00002");
            List<Rows> blocks = blocks(source, capture);
            Simulator.Expected expected = register.expected().get(0);
            assertThat(blocks.stream().mapToLong(Rows::count).sum()).isEqualTo(expected.good() + expected.bad());
            assertThat(expected).isEqualTo(new Simulator.Expected("person", 311, 14));
            assertThat(blocks.get(0).text(0, 0)).isEqualTo("R000000001");
            assertThat(names(blocks)).anyMatch(name -> name.contains("𠮷"));
        }
    }

    @Test
    void saysInItsAnswerThatThePasswordIsWrong() throws Exception {
        try (HouseholdRegister register = HouseholdRegister.start(directory, 1);
                Adapters adapters = adapters(register, Map.of("household-register.password", "hunter2"))) {
            Source source = adapters.source("household-register", "person");
            assertThatThrownBy(() -> source.capture(new Capture.Request(1, null, landing)))
                    .hasMessageContaining("ADAPTER-108")
                    .hasMessageContaining("result code '-1': 用户名或密码错误")
                    .message()
                    .doesNotContain("hunter2");
        }
    }

    @Test
    void publishesItsContractAndGoesOnAfterARestart() throws Exception {
        Map<String, String> secrets;
        try (HouseholdRegister register = HouseholdRegister.start(directory, 1)) {
            register.tick();
            secrets = register.secrets();
            HttpResponse<String> wsdl = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(
                                            register.addresses().get("household-register.address") + "?wsdl"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(wsdl.body())
                    .contains("queryPersons")
                    .contains("strUserPwd")
                    .contains("style=\"document\"");
        }
        try (HouseholdRegister again = HouseholdRegister.start(directory, 1)) {
            assertThat(again.secrets()).isEqualTo(secrets);
            assertThat(again.expected()).containsExactly(new Simulator.Expected("person", 308, 13));
        }
    }

    private List<Rows> blocks(Source source, Capture capture) throws Exception {
        List<Rows> blocks = new ArrayList<>();
        for (Segment segment : capture.segments()) {
            try (BlockReader reader = source.open(new Capture.Reading(segment, landing))) {
                reader.forEachRemaining(blocks::add);
            }
        }
        return blocks;
    }

    private static List<String> names(List<Rows> blocks) {
        List<String> names = new ArrayList<>();
        for (Rows rows : blocks) {
            for (int row = 0; row < rows.count(); row++) {
                names.add(String.valueOf(rows.text(row, 2)));
            }
        }
        return names;
    }

    private static Adapters adapters(HouseholdRegister register, Map<String, String> secrets) {
        Lookup lookup = new Lookup() {
            @Override
            public java.util.Optional<String> address(String name) {
                return java.util.Optional.ofNullable(register.addresses().get(name));
            }

            @Override
            public java.util.Optional<Secret> secret(String name) {
                return java.util.Optional.ofNullable(secrets.get(name)).map(Secret::new);
            }
        };
        SystemFolder folder = new SystemFolder(Path.of("systems", "household-register"));
        return new Adapters(List.of(folder), List.of(new SoapProtocol()), lookup);
    }
}
