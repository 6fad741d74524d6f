package org.exchangebus.routes.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.exchangebus.routes.ledger.Ledger;
import org.exchangebus.routes.ledger.Request;
import org.exchangebus.routes.stage.Source;
import org.exchangebus.routes.stage.Stage;
import org.exchangebus.schemas.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** What people ask for through the ledger, and what the bus does about it. */
class RequestIT extends NinetyFiveRows {

    private Request askForARun() {
        return stage.ledger().requests().ask(Request.Kind.RUN, Stage.FLOW, Map.of(), "wang", "new files have come");
    }

    @Test
    void carriesOutARunThatSomebodyAskedForThroughTheLedger() {
        stage.start();

        Request done = stage.closed(askForARun());

        assertThat(done.isFulfilled()).isTrue();
        assertThat(done.run()).isEqualTo(1);
        assertThat(done.takenAt()).isBetween(done.askedAt(), done.closedAt());
        assertThat(stage.registry()).hasSize(95);
        assertThat(cursor()).isEqualTo("95");
        assertThat(stage.ledger().requests().latest(5)).containsExactly(done);
    }

    @Test
    void carriesOutAtTheNextStartWhatWasAskedWhileNoBusRan() {
        stage.ledger().migrate();
        Request request = askForARun();
        assertThat(stage.ledger().requests().isAttended()).isFalse();

        stage.start();

        assertThat(stage.closed(request).isFulfilled()).isTrue();
        assertThat(stage.ledger().requests().isAttended()).isTrue();
        assertThat(stage.registry()).hasSize(95);
    }

    @Test
    void makesOneRunOfWhatTwoPeopleAskForAtOnce() throws Exception {
        stage.ledger().migrate();
        ExecutorService people = Executors.newFixedThreadPool(8);
        List<Future<Request>> asked;
        try {
            asked = people.invokeAll(IntStream.range(0, 8)
                    .<java.util.concurrent.Callable<Request>>mapToObj(i -> this::askForARun)
                    .toList());
        } finally {
            people.shutdown();
        }
        for (Future<Request> request : asked) {
            assertThat(request.get().id()).isEqualTo(asked.get(0).get().id());
        }

        stage.start();

        assertThat(stage.closed(asked.get(0).get()).isFulfilled()).isTrue();
        assertThat(stage.source.captures).hasValue(1);
        assertThat(states()).isEqualTo("BALANCED");
    }

    @Test
    void isTakenByOneOfManyThatWantIt() throws Exception {
        stage.ledger().migrate();
        Request request = askForARun();
        ExecutorService buses = Executors.newFixedThreadPool(8);
        CountDownLatch together = new CountDownLatch(8);
        List<Future<Boolean>> taken;
        try {
            taken = buses.invokeAll(IntStream.range(0, 8)
                    .<java.util.concurrent.Callable<Boolean>>mapToObj(i -> () -> {
                        Ledger ledger = stage.ledger();
                        together.countDown();
                        together.await();
                        return ledger.runs().open(stage.flows.get(0), request).isPresent();
                    })
                    .toList());
        } finally {
            buses.shutdown();
        }

        int opened = 0;
        for (Future<Boolean> one : taken) {
            opened += one.get() ? 1 : 0;
        }
        assertThat(opened).isEqualTo(1);
        assertThat(stage.database.jdbc().queryForList("SELECT run FROM ledger.request", Long.class))
                .isEqualTo(stage.database.jdbc().queryForList("SELECT number FROM ledger.run", Long.class));
    }

    @Test
    void isCarriedOutOnceMoreWhereTheBusWasKilledBeforeItHadTakenAnything() {
        stage.ledger().migrate();
        Request request = askForARun();
        stage.ledger().runs().open(stage.flows.get(0), request);

        stage.start();

        assertThat(stage.closed(request).run()).isEqualTo(2);
        assertThat(states()).isEqualTo("ABANDONED BALANCED");
        assertThat(stage.registry()).hasSize(95);
    }

    @Test
    void saysOfTheRunThatItEndedRed() {
        stage.source.beforeCapture = exchange -> {
            throw new java.io.IOException("no such server");
        };
        stage.start();

        Request done = stage.closed(askForARun());

        assertThat(done.outcome()).isEqualTo("FAILED");
        assertThat(done.isFulfilled()).isFalse();
    }

    @Test
    void refusesWhatCannotBeDoneAndSaysWhy() {
        stage.start();
        stage.flows().pause(Stage.FLOW, "li", "the source is moved");

        Request unknown =
                stage.closed(stage.ledger().requests().ask(Request.Kind.RUN, "river-guage", Map.of(), "wang", null));
        Request paused = stage.closed(askForARun());

        assertThat(unknown.outcome()).startsWith("ROUTES-005").contains("river-guage");
        assertThat(paused.outcome()).startsWith("ROUTES-007").contains("li");
        assertThat(states()).isEmpty();
        assertThatThrownBy(() -> stage.ledger().requests().of(77))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("ROUTES-050");
    }

    @Test
    void waitsUntilTheFlowHasEndedItsRun() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        stage.source.beforeRead = exchange -> goOn.await();
        stage.start();
        stage.flows().run(Stage.FLOW);
        await().until(() -> states().equals("LANDED"));
        Request request = askForARun();
        stage.source.files.add(List.of(Source.line("B1", "came later")));
        await().during(Duration.ofMillis(1500))
                .atMost(Duration.ofSeconds(10))
                .until(() -> stage.ledger().requests().of(request.id()).takenAt() == null);

        goOn.countDown();

        assertThat(stage.closed(request).run()).isEqualTo(2);
        assertThat(states()).isEqualTo("BALANCED BALANCED");
        assertThat(stage.registry()).hasSize(96).contains("B1 came later");
    }
}
