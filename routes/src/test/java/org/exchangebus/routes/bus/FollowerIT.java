package org.exchangebus.routes.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.exchangebus.routes.ledger.Request;
import org.exchangebus.routes.ledger.RunReport;
import org.exchangebus.routes.stage.Mapping;
import org.exchangebus.routes.stage.Source;
import org.exchangebus.routes.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A flow that carries the rows of another as a second resource. */
class FollowerIT {

    private static final String FOLLOWER = "river-station";

    @TempDir
    Path directory;

    private Stage stage;

    @BeforeEach
    void open() {
        stage = new Stage(directory);
        stage.flows = List.of(Stage.flow("gauge", "every 1h"), Stage.follower(Mapping.STATION, "gauge"));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private RunReport follow() {
        return stage.flows().run(FOLLOWER).orTimeout(60, TimeUnit.SECONDS).join();
    }

    private List<String> stations() {
        return stage.database
                .jdbc()
                .queryForList(
                        "SELECT gauge_code || ' ' || gauge_name FROM registry.station ORDER BY gauge_code",
                        String.class);
    }

    @Test
    void makesASecondResourceOfTheSameRowsWithoutAskingTheSourceAgain() {
        stage.source.files.add(List.of(Source.line("A1", "one"), Source.line("A2", "bad name")));
        stage.start();
        stage.run();

        RunReport followed = follow();

        assertThat(stations()).containsExactly("A1 one", "A2 bad name");
        assertThat(stage.registry()).containsExactly("A1 one");
        assertThat(followed)
                .extracting(RunReport::state, RunReport::read, RunReport::delivered, RunReport::quarantined)
                .containsExactly("BALANCED", 2L, 2L, 0L);
        assertThat(stage.source.captures).hasValue(1);
        assertThat(stage.source.acknowledged).hasSize(1);
    }

    @Test
    void takesWhatIsNewSinceItsLastRunAndNothingTwice() {
        stage.source.files.add(List.of(Source.line("A1", "one")));
        stage.start();
        stage.run();
        follow();
        stage.source.files.set(0, List.of(Source.line("A2", "two")));
        stage.run();
        stage.source.files.set(0, List.of(Source.line("A3", "three")));
        stage.run();

        RunReport second = follow();
        RunReport third = follow();

        assertThat(stations()).containsExactly("A1 one", "A2 two", "A3 three");
        assertThat(List.of(second, third)).extracting(RunReport::read).containsExactly(2L, 0L);
    }

    @Test
    void passesByWhatTheRunBeforeItCouldNotProve() {
        stage.source.files.add(List.of(Source.line("A1", "one")));
        stage.mapping.resource = "no-such-resource";
        stage.start();
        assertThat(stage.run().state()).isEqualTo("UNBALANCED");

        RunReport nothing = follow();
        stage.mapping.resource = "gauge";
        stage.run();
        follow();

        assertThat(nothing.read()).isZero();
        assertThat(stations()).containsExactly("A1 one");
    }

    @Test
    void waitsForTheRunThatItFollows() throws Exception {
        CountDownLatch captured = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        stage.source.files.add(List.of(Source.line("A1", "one")));
        stage.source.beforeRead = exchange -> {
            captured.countDown();
            goOn.await();
        };
        stage.start();
        CompletableFuture<RunReport> leading = stage.flows().run(Stage.FLOW);
        captured.await();
        CompletableFuture<RunReport> following = stage.flows().run(FOLLOWER);
        stage.source.beforeRead = null;
        goOn.countDown();

        leading.orTimeout(60, TimeUnit.SECONDS).join();
        assertThat(following.orTimeout(60, TimeUnit.SECONDS).join().read()).isEqualTo(1);
        assertThat(stations()).containsExactly("A1 one");
    }

    @Test
    void runsByItselfAfterEachScheduledRunThatIsProven() {
        stage.source.files.add(List.of(Source.line("A1", "one")));
        List<org.exchangebus.schemas.run.Flow> flows = new ArrayList<>();
        flows.add(Stage.flow("gauge", "every 1s"));
        flows.add(Stage.follower(Mapping.STATION, "gauge"));
        stage.flows = flows;
        stage.scheduled = true;
        stage.start();

        await().atMost(Duration.ofSeconds(60)).until(() -> stations().equals(List.of("A1 one")));
        assertThat(stage.flows().statuses()).extracting(FlowStatus::flow).containsExactly(Stage.FLOW, FOLLOWER);
        assertThat(stage.flows().status(FOLLOWER).nextRun()).isNotNull();
    }

    private void ask(Request.Kind kind) {
        Request request = stage.ledger().requests().ask(kind, Stage.FLOW, Map.of(), "wang", null);
        assertThat(stage.closed(request).isFulfilled()).isTrue();
    }

    private String followed() {
        return stage.database
                .jdbc()
                .queryForObject(
                        "SELECT string_agg(state || ' ' || read, ', ' ORDER BY number) FROM ledger.run WHERE flow = ?",
                        String.class,
                        FOLLOWER);
    }

    @Test
    void runsOnceMoreWhereNewRowsCameWhileItRan() throws Exception {
        CountDownLatch mapping = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        stage.source.files.add(List.of(Source.line("A1", "one")));
        stage.mapping.before = exchange -> {
            if (exchange.getFromRouteId().equals(FOLLOWER)) {
                mapping.countDown();
                goOn.await();
            }
        };
        stage.start();
        ask(Request.Kind.RUN);
        mapping.await();
        stage.source.files.set(0, List.of(Source.line("A2", "two")));
        ask(Request.Kind.RUN);

        goOn.countDown();

        await().atMost(Duration.ofSeconds(30)).until(() -> stations().equals(List.of("A1 one", "A2 two")));
        await().until(() -> "BALANCED 1, BALANCED 1".equals(followed()));
    }

    @Test
    void followsWhenTheLedgerIsThereAgain() {
        stage.source.files.add(List.of(Source.line("A1", "one")));
        stage.mapping.before = exchange -> {
            if (exchange.getFromRouteId().equals(Stage.FLOW)) {
                stage.database.jdbc().execute("ALTER TABLE ledger.flow_state RENAME TO away");
            }
        };
        stage.start();
        ask(Request.Kind.RUN);
        await().during(Duration.ofMillis(1500)).atMost(Duration.ofSeconds(5)).until(() -> followed() == null);

        stage.database.jdbc().execute("ALTER TABLE ledger.away RENAME TO flow_state");

        await().atMost(Duration.ofSeconds(30)).until(() -> "BALANCED 1".equals(followed()));
    }

    @Test
    void takesNothingOfWhatItsLeaderSendsOnceMore() {
        stage.source.files.add(List.of(Source.line("A1", "one")));
        stage.start();
        stage.run();
        follow();
        ask(Request.Kind.REDRIVE);

        assertThat(follow().read()).isZero();
        assertThat(stage.source.acknowledged).hasSize(1);
    }
}
