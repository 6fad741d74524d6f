package org.exchangebus.routes.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.routes.stage.Source;
import org.exchangebus.routes.stage.Stage;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.record.SourceChunk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunListIT {

    private static final RunList.Wanted RED = new RunList.Wanted(null, true, null, 10);

    @TempDir
    Path directory;

    private Stage stage;
    private RunList runs;

    @BeforeEach
    void open() {
        stage = new Stage(directory);
        stage.source.rowsPerBlock = 10;
        stage.source.files.add(IntStream.range(0, 40)
                .mapToObj(i -> Source.line("A%03d".formatted(i), "name " + i))
                .toList());
        stage.start();
        runs = new RunList(stage.database.dataSource());
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aRunThatTookNothingIsHealedByTheNextProvenOne() {
        stage.source.beforeCapture = e -> {
            throw new IOException("530 Login incorrect");
        };
        long failed = stage.run().run();
        assertThat(runs.run(failed).isRed()).isTrue();
        assertThat(state()).isEqualTo("FAILED");
        stage.source.beforeCapture = null;

        stage.run();

        assertThat(runs.find(RED)).isEmpty();
        assertThat(state()).isEqualTo("IDLE");
    }

    @Test
    void aRunThatDidNotBalanceStaysRedThroughProvenOnesUntilSomebodyClosesIt() {
        stage.mapping.resource = "no-such-resource";
        long red = stage.run().run();
        stage.mapping.resource = "gauge";
        assertThat(stage.run().isBalanced()).isTrue();
        assertThat(stage.run().isBalanced()).isTrue();
        stage.flows().pause(Stage.FLOW, "operator", "lunch");

        assertThat(runs.find(RED)).extracting(run -> run.report().run()).containsExactly(red);
        assertThat(state()).isEqualTo("FAILED");
        assertThat(stage.flows().status(Stage.FLOW).redRuns()).isOne();
        assertThat(stage.flows().status(Stage.FLOW).stateReason()).startsWith("run " + red + ": ROUTES-015");

        ListedRun closed = runs.close(red, "operator", " hub had another\ncatalogue ");

        assertThat(closed.isRed()).isFalse();
        assertThat(closed.report().state()).isEqualTo("UNBALANCED");
        assertThat(closed.closing()).satisfies(closing -> {
            assertThat(closing.who()).isEqualTo("operator");
            assertThat(closing.reason()).isEqualTo("hub had another catalogue");
        });
        assertThat(stage.database.jdbc().queryForMap("SELECT who, reason FROM ledger.audit WHERE act = 'CLOSE_RUN'"))
                .containsEntry("who", "operator")
                .containsEntry("reason", "hub had another catalogue");
        assertThat(state()).isEqualTo("PAUSED");
        assertThatThrownBy(() -> runs.close(red, "another", "me too"))
                .hasMessageContaining("ROUTES-061")
                .hasMessageContaining("operator");
        assertThat(runs.run(red).closing().who()).isEqualTo("operator");
        assertThat(stage.database
                        .jdbc()
                        .queryForObject("SELECT count(*) FROM ledger.audit WHERE act = 'CLOSE_RUN'", Integer.class))
                .isOne();
    }

    @Test
    void aRunThatFailedWhenSomethingOfItWasSentWaitsForAPerson() {
        stage.mapping.before = e -> {
            if (e.getMessage().getBody(SourceChunk.class).id().number() == 2) {
                throw new ProblemException(Finding.of("mapping", RoutesProblem.FLOW_IS_UNKNOWN, "a", "b"));
            }
        };
        long failed = stage.run().run();
        stage.mapping.before = null;

        assertThat(stage.run().isBalanced()).isTrue();

        assertThat(runs.run(failed).report().state()).isEqualTo("FAILED");
        assertThat(runs.run(failed).isRed()).isTrue();
    }

    @Test
    void aRunThatIsProvenOrUnknownCannotBeClosed() {
        long proven = stage.run().run();

        assertThatThrownBy(() -> runs.close(proven, "operator", "why not"))
                .hasMessageContaining("ROUTES-061")
                .hasMessageContaining("BALANCED");
        assertThatThrownBy(() -> runs.close(99, "operator", "why not")).hasMessageContaining("ROUTES-060");
        assertThat(stage.database.jdbc().queryForObject("SELECT count(*) FROM ledger.closing", Integer.class))
                .isZero();
    }

    @Test
    void listsTheNewestRunsOfAFlowSinceATime() {
        stage.run();
        Instant between = Instant.now();
        long second = stage.run().run();
        stage.flows().run("river-level").join();

        assertThat(runs.find(new RunList.Wanted(Stage.FLOW, false, null, 10))).hasSize(2);
        assertThat(runs.find(new RunList.Wanted(null, false, null, 2)))
                .extracting(ListedRun::flow)
                .containsExactly("river-level", Stage.FLOW);
        assertThat(runs.find(new RunList.Wanted(Stage.FLOW, false, between, 10)))
                .extracting(run -> run.report().run())
                .isEqualTo(List.of(second));
    }

    private String state() {
        return stage.flows().status(Stage.FLOW).state();
    }
}
