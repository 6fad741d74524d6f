package org.exchangebus.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.impl.engine.SimpleCamelContext;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.run.Capture;
import org.exchangebus.schemas.run.Flow;
import org.exchangebus.schemas.run.HoldAt;
import org.exchangebus.schemas.run.SystemFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdaptersTest {

    private static final String GOOD = """
            summary: A warehouse that exists for this test only.
            title: 仓库
            department: 物资局
            contact: test@example.org
            protocol: shelf
            connection:
              host: 127.0.0.1
              port: ${warehouse.port}
              password: ${secret:warehouse.password}
              timeout: 5s
            sources:
              item:
                summary: Items on the shelves, once a day.
                mapping: item
                resource: item
                schedule: every 20s
                fields: [A, B]
            """;

    @TempDir
    Path systems;

    @Test
    void makesAFlowOfEachFurtherResourceOfASource() throws IOException {
        Adapters adapters = adapters(GOOD + """
                    also:
                      shelf:
                        summary: The shelves themselves, from the same rows.
                        mapping: item
                        resource: shelf
                """);

        assertThat(adapters.flows()).hasSize(2);
        assertThat(adapters.flows().get(1)).satisfies(flow -> {
            assertThat(flow.name()).isEqualTo("warehouse-shelf");
            assertThat(flow.leader()).isEqualTo("warehouse-item");
            assertThat(flow.resource()).isEqualTo("shelf");
            assertThat(flow.cron()).isEqualTo("every 20s");
        });
    }

    @Test
    void readsHowMuchOfARunMayBeRejectedOfEachFlowForItself() throws IOException {
        Adapters adapters = adapters(GOOD + """
                    hold-at: {records: 100, per-cent: 5}
                    also:
                      shelf:
                        summary: The shelves themselves, from the same rows.
                        mapping: item
                        resource: shelf
                        hold-at: {records: 0}
                """);

        assertThat(adapters.flows()).extracting(Flow::holdAt).containsExactly(new HoldAt(100, 5), new HoldAt(0, null));
        assertThat(new HoldAt(100, 5).isPassedBy(100, 2000)).isFalse();
        assertThat(new HoldAt(100, 5).isPassedBy(101, 1_000_000)).isTrue();
        assertThat(new HoldAt(100, 5).isPassedBy(6, 100)).isTrue();
        assertThat(new HoldAt(0, null).isPassedBy(1, 100)).isTrue();
    }

    @Test
    void refusesALimitThatIsNone() {
        assertThatThrownBy(() -> adapters(GOOD + "    hold-at: {percent: 5}\n"))
                .hasMessageContaining("percent")
                .hasMessageContaining("per-cent");
    }

    @Test
    void missesTheMappingOfAFurtherResource() throws IOException {
        assertThatThrownBy(() -> adapters(GOOD + """
                    also:
                      shelf:
                        summary: The shelves themselves, from the same rows.
                        mapping: shelves
                        resource: shelf
                """))
                .hasMessageContaining("adapter.yaml:21:")
                .hasMessageContaining("ADAPTER-012");
    }

    @Test
    void readsASystemWithItsTypesAndPlaceholders() throws IOException {
        Adapters adapters = adapters(GOOD);

        ShelfSource source = (ShelfSource) adapters.source("warehouse", "item");
        assertThat(source.settings.connection().number("port")).isEqualTo(2121);
        assertThat(source.settings.connection().secret("password").reveal()).isEqualTo("s3cret");
        assertThat(source.settings.connection().secret("password")).hasToString("***");
        assertThat(source.settings.connection().duration("timeout", Duration.ZERO))
                .isEqualTo(Duration.ofSeconds(5));
        assertThat(adapters.fields("warehouse", "item")).containsExactly("A", "B");
        assertThat(adapters.flows()).singleElement().satisfies(flow -> {
            assertThat(flow.name()).isEqualTo("warehouse-item");
            assertThat(flow.kind()).isEqualTo("shelf");
            assertThat(flow.zone().getId()).isEqualTo("Asia/Shanghai");
        });
    }

    @Test
    void reportsEverythingWrongAtOnceWithItsPlace() {
        String bad = GOOD.replace("timeout", "timeuot")
                .replace("every 20s", "61 * * * *")
                .replace("${secret:warehouse.password}", "hunter2")
                .replace("contact: test@example.org\n", "");

        assertThatThrownBy(() -> adapters(bad))
                .hasMessageContaining("adapter.yaml:1:1  ADAPTER-005  'adapter.yaml' lacks the setting 'contact'.")
                .hasMessageContaining("adapter.yaml:9:3  ADAPTER-004  Setting 'timeuot' is not declared.")
                .hasMessageContaining("Did you mean 'timeout'? Declared: host, password, port, timeout.")
                .hasMessageContaining("adapter.yaml:8:3  ADAPTER-010")
                .hasMessageContaining("adapter.yaml:15:5  ADAPTER-006  Setting 'schedule' is '61 * * * *'")
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void anEndpointAsksItsSource() throws Exception {
        try (SimpleCamelContext camel = new SimpleCamelContext()) {
            camel.addComponent("adapter", new AdapterComponent(adapters(GOOD)));
            camel.start();
            Capture capture = camel.createProducerTemplate()
                    .requestBody(
                            "adapter:warehouse/item?action=capture",
                            new Capture.Request(1, null, new MemoryLanding()),
                            Capture.class);
            assertThat(capture.cursor()).isEqualTo("1");
        }
    }

    @Test
    void anUnknownSourceIsAProblemThatNamesThoseThatAre() throws IOException {
        Adapters adapters = adapters(GOOD);
        assertThatThrownBy(() -> adapters.source("warehouse", "items"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("ADAPTER-013")
                .hasMessageContaining("warehouse/item");
    }

    private Adapters adapters(String yaml) throws IOException {
        Path folder = Files.createDirectories(systems.resolve("warehouse"));
        Files.writeString(folder.resolve("adapter.yaml"), yaml);
        Files.writeString(folder.resolve("item.mapping.yaml"), "");
        Lookup lookup = Lookup.of(
                Map.of("warehouse.port", "2121"),
                name -> name.equals("BUS_SECRET_WAREHOUSE_PASSWORD") ? "s3cret" : null,
                null);
        return new Adapters(List.of(new SystemFolder(folder)), List.of(new Shelf()), lookup);
    }

    static final class Shelf implements Protocol {

        @Override
        public String name() {
            return "shelf";
        }

        @Override
        public URL schema() {
            return AdaptersTest.class.getResource("shelf.schema.json");
        }

        @Override
        public Source open(SourceSettings settings) {
            return new ShelfSource(settings);
        }
    }

    record ShelfSource(SourceSettings settings) implements Source {

        @Override
        public List<String> fields() {
            return settings.source().texts("fields");
        }

        @Override
        public Capture capture(Capture.Request request) {
            return new Capture(List.of(), String.valueOf(request.run()), List.of());
        }

        @Override
        public BlockReader open(Capture.Reading reading) {
            throw new UnsupportedOperationException();
        }
    }
}
