package org.exchangebus.routes.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.camel.Route;
import org.apache.camel.model.Model;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;
import org.exchangebus.routes.ledger.QuarantineEntry;
import org.exchangebus.routes.stage.Source;
import org.exchangebus.routes.stage.Stage;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.run.Capture;
import org.exchangebus.schemas.run.Segment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowsIT {

    @TempDir
    Path directory;

    private Stage stage;

    @BeforeEach
    void open() {
        stage = new Stage(directory);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void showsEveryFlowAsARouteWithGroupDescriptionAndEndpoints() {
        stage.start();

        for (String flow : List.of("river-gauge", "river-level")) {
            Route route = stage.context().getRoute(flow);
            assertThat(route.getGroup()).isEqualTo("river");
            assertThat(route.getDescription()).isEqualTo("Water gauges of the province");
            assertThat(modelOf(flow).getInput().getUri()).isEqualTo("direct:run-" + flow);
            assertThat(ProcessorDefinitionHelper.filterTypeInOutputs(
                            modelOf(flow).getOutputs(), ToDefinition.class))
                    .extracting(ToDefinition::getUri)
                    .contains("adapter:" + flow.replace('-', '/') + "?action=capture")
                    .noneMatch(uri -> uri.contains("{{"));
        }
    }

    @Test
    void meetsAHeldFileAndABadRecordAgainAsTheSameEntries() {
        stage.source.files.add(List.of(Source.line("A1", "bad name"), Source.line("A2", "good name")));
        stage.source.held.add(new Capture.Held(
                new Segment("half.csv", "0".repeat(64), 12, java.util.Map.of()),
                Finding.of("half.csv", org.exchangebus.routes.RoutesProblem.SEGMENT_IS_MISSING, "half")));
        stage.start();
        stage.run();

        stage.run();

        assertThat(stage.flows().quarantineOf(Stage.FLOW, 10))
                .extracting(QuarantineEntry::kind, QuarantineEntry::place, QuarantineEntry::seen)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple("FILE", "half.csv", 2),
                        org.assertj.core.api.Assertions.tuple("RECORD", "file-0.tsv", 2));
        assertThat(stage.flows().status(Stage.FLOW).quarantinedToday()).isEqualTo(2);
    }

    @Test
    void meetsABadRecordThatStandsElsewhereNowAsTheSameEntry() {
        stage.source.files.add(List.of(Source.line("A1", "bad name")));
        stage.start();
        stage.run();
        stage.source.files.set(0, List.of(Source.line("A0", "new name"), Source.line("A1", "bad name")));

        stage.run();

        assertThat(stage.flows().quarantineOf(Stage.FLOW, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.seen()).isEqualTo(2);
            assertThat(entry.position()).isEqualTo(2);
        });
    }

    private RouteDefinition modelOf(String flow) {
        return stage.context()
                .getCamelContextExtension()
                .getContextPlugin(Model.class)
                .getRouteDefinition(flow);
    }
}
