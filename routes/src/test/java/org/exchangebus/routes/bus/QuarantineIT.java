package org.exchangebus.routes.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.exchangebus.routes.ledger.LedgerCheck;
import org.exchangebus.routes.ledger.QuarantineDesk;
import org.exchangebus.routes.ledger.QuarantineDetail;
import org.exchangebus.routes.ledger.QuarantineEntry;
import org.exchangebus.routes.ledger.QuarantineFilter;
import org.exchangebus.routes.ledger.Request;
import org.exchangebus.routes.stage.Source;
import org.exchangebus.routes.stage.Stage;
import org.exchangebus.schemas.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of what waits in quarantine: edited, approved, sent, stopped, overtaken, given up. */
class QuarantineIT {

    private static final QuarantineFilter ALL = filter(null);

    @TempDir
    Path directory;

    private Stage stage;
    private QuarantineDesk desk;

    @BeforeEach
    void open() {
        stage = new Stage(directory);
        stage.source.rowsPerBlock = 10;
        desk = stage.ledger().desk();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private static QuarantineFilter filter(@Nullable String state) {
        return new QuarantineFilter(Stage.FLOW, null, null, null, null, state, null);
    }

    private void run(String... lines) {
        stage.source.files.clear();
        stage.source.files.add(List.of(lines));
        assertThat(stage.run().state()).isEqualTo("BALANCED");
    }

    private QuarantineEntry waiting(String key) {
        return desk.find(filter("WAITING"), 100).stream()
                .filter(entry -> key.equals(entry.key()))
                .findFirst()
                .orElseThrow();
    }

    private Request resubmit(long count, @Nullable Integer rate) {
        return desk.resubmit(Stage.FLOW, ALL, count, rate, "wang", "the mapping was mended");
    }

    private List<String> states() {
        return desk.find(ALL, 1000).stream()
                .map(entry -> entry.key() + " " + entry.state())
                .sorted()
                .toList();
    }

    private List<String> versions() {
        return stage.database
                .jdbc()
                .queryForList(
                        "SELECT concat_ws(' ', gauge_code, gauge_name, record_version) FROM registry.gauge ORDER BY 1",
                        String.class);
    }

    private static byte[] row(String code, String name) {
        return ("{\"gauge-code\":\"" + code + "\",\"gauge-name\":\"" + name + "\",\"level\":null,\"built-on\":null,"
                        + "\"read-at\":null,\"in-service\":null,\"readings\":null,\"remark\":null,\"place\":null}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** H04. */
    @Test
    void oneBadRowOfFiveHundredWaitsAndTheOthersAreDelivered() {
        stage.source.rowsPerBlock = 100;
        stage.start();

        run(IntStream.range(0, 500)
                .mapToObj(i -> Source.line("A%03d".formatted(i), i == 250 ? "bad name" : "name " + i))
                .toArray(String[]::new));

        assertThat(stage.registry()).hasSize(499);
        assertThat(desk.find(ALL, 10)).singleElement().satisfies(entry -> {
            QuarantineDetail detail = desk.detail(entry.id());
            assertThat(entry.key()).isEqualTo("A250");
            assertThat(entry.place() + ":" + entry.position()).isEqualTo("file-0.tsv:251");
            assertThat(detail.version()).isEqualTo(1_000_000_250L);
            assertThat(detail.segment())
                    .isEqualTo(stage.database.jdbc().queryForObject("SELECT sha256 FROM ledger.segment", String.class));
        });
    }

    @Test
    void sendsWhatWaitedAsTheVersionThatItWasWhenTheMappingIsMended() {
        stage.start();
        run(Source.line("A1", "one"), Source.line("A2", "bad two"), Source.line("A3", "bad three"));
        stage.mapping.isMended = true;

        Request done = stage.closed(resubmit(2, null));

        assertThat(done.isFulfilled()).isTrue();
        assertThat(versions()).containsExactly("A1 one 1000000000", "A2 BAD TWO 1000000001", "A3 BAD THREE 1000000002");
        assertThat(states()).containsExactly("A2 RELEASED", "A3 RELEASED");
        assertThat(stage.source.captures).hasValue(1);
        assertThat(stage.database.jdbc().queryForObject("SELECT run FROM ledger.cursor", Long.class))
                .isEqualTo(1);
        assertThat(new LedgerCheck(stage.database.dataSource()).run(outcome -> {}))
                .allMatch(LedgerCheck.Outcome::holds);
    }

    @Test
    void letsWhatIsRejectedOnceMoreWaitWithWhatIsWrongNow() {
        stage.start();
        run(Source.line("A1", "bad one"));

        Request done = stage.closed(resubmit(1, null));

        assertThat(done.isFulfilled()).isTrue();
        assertThat(states()).containsExactly("A1 WAITING");
        assertThat(stage.registry()).isEmpty();
        assertThat(desk.resubmittable(ALL).count()).isEqualTo(1);
    }

    @Test
    void refusesACountThatDoesNotMatchAndDoesNothing() {
        stage.start();
        run(Source.line("A1", "bad one"), Source.line("A2", "bad two"));
        assertThat(desk.resubmittable(ALL).byCode()).isEqualTo(Map.of("ROUTES-005", 2L));

        assertThatThrownBy(() -> resubmit(3, null))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("ROUTES-052");

        assertThat(states()).containsExactly("A1 WAITING", "A2 WAITING");
        assertThat(stage.ledger().requests().latest(10)).isEmpty();
        assertThat(stage.database
                        .jdbc()
                        .queryForObject("SELECT count(*) FROM ledger.audit WHERE act = 'RESUBMIT'", Long.class))
                .isZero();
    }

    /** O04. */
    @Test
    void hasOneEffectWhereManyClickAtOnce() throws Exception {
        stage.start();
        run(IntStream.range(0, 30)
                .mapToObj(i -> Source.line("A%02d".formatted(i), "bad " + i))
                .toArray(String[]::new));
        stage.mapping.isMended = true;
        ExecutorService people = Executors.newFixedThreadPool(6);
        CountDownLatch together = new CountDownLatch(6);
        List<Future<Request>> clicks;
        try {
            clicks = people.invokeAll(IntStream.range(0, 6)
                    .<Callable<Request>>mapToObj(i -> () -> {
                        together.countDown();
                        together.await();
                        return resubmit(30, null);
                    })
                    .toList());
        } finally {
            people.shutdown();
        }
        List<Request> asked = new ArrayList<>();
        for (Future<Request> click : clicks) {
            try {
                asked.add(click.get());
            } catch (ExecutionException e) {
                assertThat(e.getCause()).hasMessageContaining("ROUTES-052");
            }
        }

        assertThat(asked).hasSize(1);
        assertThat(stage.closed(asked.get(0)).isFulfilled()).isTrue();
        assertThat(stage.registry()).hasSize(30);
        assertThat(stage.database
                        .jdbc()
                        .queryForObject("SELECT sum(applied) FROM ledger.chunk WHERE run > 1", Long.class))
                .isEqualTo(30);
    }

    @Test
    void neverLetsAnEntryOverwriteWhatCameUnchangedAfterIt() {
        stage.start();
        run(Source.line("A1", "true"), Source.line("A2", "two"));
        run(Source.line("A1", "bad news"), Source.line("A2", "bad two"));
        assertThat(states()).containsExactly("A1 WAITING", "A2 WAITING");

        run(Source.line("A1", "true"));

        assertThat(states()).containsExactly("A1 SUPERSEDED", "A2 WAITING");
        assertThat(desk.detail(desk.find(filter("SUPERSEDED"), 1).get(0).id()).closedBy())
                .isEqualTo("run 3");
        stage.mapping.isMended = true;
        assertThat(stage.closed(resubmit(1, null)).isFulfilled()).isTrue();
        assertThat(versions()).containsExactly("A1 true 1000000000", "A2 BAD TWO 2000000001");
    }

    @Test
    void closesAnEntryThatALaterChunkOfTheSameRunOvertakes() {
        stage.source.rowsPerBlock = 1;
        stage.start();
        run(Source.line("A1", "true"));

        run(Source.line("A1", "bad news"), Source.line("A2", "x"), Source.line("A1", "true"));

        assertThat(states()).containsExactly("A1 SUPERSEDED");
    }

    @Test
    void closesAnEntryWhenTheSameRowIsMetAgainAndAccepted() {
        stage.start();
        run(Source.line("A1", "bad one"));
        stage.mapping.isMended = true;

        run(Source.line("A1", "bad one"));

        assertThat(stage.registry()).containsExactly("A1 BAD ONE");
        assertThat(states()).containsExactly("A1 SUPERSEDED");
    }

    @Test
    void takesBackWhatWasOvertakenWhileItsRequestWaited() throws Exception {
        stage.start();
        run(Source.line("A1", "bad one"), Source.line("A2", "bad two"));
        stage.mapping.isMended = true;
        CountDownLatch goOn = new CountDownLatch(1);
        stage.source.beforeRead = exchange -> goOn.await();
        stage.source.files.set(0, List.of(Source.line("A1", "newer")));
        stage.flows().run(Stage.FLOW);
        await().until(() -> stage.source.captures.get() == 2);
        Request request = resubmit(2, null);

        goOn.countDown();

        assertThat(stage.closed(request).isFulfilled()).isTrue();
        assertThat(states()).containsExactly("A1 SUPERSEDED", "A2 RELEASED");
        assertThat(stage.registry()).containsExactly("A1 NEWER", "A2 BAD TWO");
    }

    /** O05. */
    @Test
    void sendsAnEditedRowAsTheNewestOnceASecondPersonHasApprovedIt() {
        stage.start();
        run(Source.line("A1", "bad one"), Source.line("A2", "two"));
        long id = waiting("A1").id();
        byte[] before = desk.detail(id).entry().payload();

        assertThat(desk.edit(id, row("A1", "mended"), "wang", "the clerk mistyped it"))
                .isEqualTo(1);
        assertThat(desk.resubmittable(ALL).count()).isZero();
        assertThat(desk.resubmittable(ALL).unapproved()).isEqualTo(1);
        assertThatThrownBy(() -> desk.approve(id, " Wang ")).hasMessageContaining("ROUTES-057");
        desk.approve(id, "li");
        assertThatThrownBy(() -> desk.approve(id, "li")).hasMessageContaining("ROUTES-056");

        assertThat(stage.closed(resubmit(1, null)).isFulfilled()).isTrue();
        assertThat(versions()).containsExactly("A1 mended 2000000000", "A2 two 1000000001");
        assertThat(states()).containsExactly("A1 RELEASED");
        assertThat(desk.detail(id).entry().payload()).isEqualTo(before);
        assertThat(desk.detail(id).edits()).singleElement().satisfies(edit -> {
            assertThat(edit.who()).isEqualTo("wang");
            assertThat(edit.approvedBy()).isEqualTo("li");
            assertThat(edit.reason()).isEqualTo("the clerk mistyped it");
        });
        assertThat(stage.database
                        .jdbc()
                        .queryForList(
                                "SELECT act || ' ' || who FROM ledger.audit WHERE subject = ? ORDER BY number",
                                String.class,
                                "quarantine " + id))
                .containsExactly("EDIT wang", "APPROVE li");
    }

    @Test
    void sendsARowThatCouldNotBeReadOnlyAfterSomebodyHasWrittenIt() {
        stage.start();
        run("A1\tonly two cells", Source.line("A2", "bad key two"));
        assertThat(desk.resubmittable(ALL).count()).isZero();
        assertThat(desk.resubmittable(ALL).unknown()).isEqualTo(2);
        long id = desk.find(ALL, 10).stream()
                .filter(entry -> entry.rule().equals("readable"))
                .findFirst()
                .orElseThrow()
                .id();
        assertThatThrownBy(() -> desk.edit(id, "[1]".getBytes(StandardCharsets.UTF_8), "wang", "no row"))
                .hasMessageContaining("ROUTES-055");
        desk.edit(id, "{\"gauge-code\":\"A1\"}".getBytes(StandardCharsets.UTF_8), "wang", "not all fields");
        desk.approve(id, "li");
        assertThat(stage.closed(resubmit(1, null)).isFulfilled()).isTrue();
        assertThat(desk.detail(id).entry().state()).isEqualTo("WAITING");
        assertThat(desk.detail(id).entry().code()).isEqualTo("ROUTES-055");

        desk.edit(id, row("A1", "whole"), "wang", "now all of them");
        desk.approve(id, "li");

        assertThat(stage.closed(resubmit(1, null)).isFulfilled()).isTrue();
        assertThat(stage.registry()).containsExactly("A1 whole");
    }

    @Test
    void stopsAtTheNextChunkAndLetsTheRestWait() {
        stage.start();
        run(IntStream.range(0, 40)
                .mapToObj(i -> Source.line("A%02d".formatted(i), "bad " + i))
                .toArray(String[]::new));
        stage.mapping.isMended = true;
        Request request = resubmit(40, 5);
        await().atMost(Duration.ofSeconds(20)).until(() -> !stage.registry().isEmpty());

        stage.ledger().requests().stop(request.id(), "li", "they are wrong after all");

        Request done = stage.closed(request);
        assertThat(done.stoppedAt()).isNotNull();
        int sent = stage.registry().size();
        assertThat(sent).isBetween(5, 35);
        assertThat(desk.count(filter("RELEASED"))).isEqualTo(sent);
        assertThat(desk.count(filter("WAITING"))).isEqualTo(40 - sent);
        assertThatThrownBy(() -> stage.ledger().requests().stop(request.id(), "li", null))
                .hasMessageContaining("ROUTES-058");
        assertThat(stage.closed(resubmit(40 - sent, null)).isFulfilled()).isTrue();
        assertThat(stage.registry()).hasSize(40);
    }

    @Test
    void sendsNoMoreInASecondThanWasAskedFor() {
        stage.start();
        run(IntStream.range(0, 12)
                .mapToObj(i -> Source.line("A%02d".formatted(i), "bad " + i))
                .toArray(String[]::new));
        stage.mapping.isMended = true;

        Request done = stage.closed(resubmit(12, 4));

        assertThat(Duration.between(done.takenAt(), done.closedAt())).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(stage.database
                        .jdbc()
                        .queryForObject("SELECT chunks FROM ledger.run WHERE number = 2", Integer.class))
                .isEqualTo(3);
    }

    @Test
    void stopsARequestThatNoBusHasTaken() {
        stage.start();
        run(Source.line("A1", "bad one"));
        stage.stop();
        Request request = resubmit(1, null);
        assertThat(states()).containsExactly("A1 RESUBMITTED");

        assertThat(stage.ledger().requests().stop(request.id(), "li", null).outcome())
                .isEqualTo("STOPPED");

        assertThat(states()).containsExactly("A1 WAITING");
    }

    @Test
    void keepsDiscardedWhatSomebodyGaveUpAndLetsItWaitForNobody() {
        stage.start();
        run(Source.line("A1", "bad one"));
        long id = waiting("A1").id();
        desk.discard(id, "wang", "a test row of the department");

        run(Source.line("A1", "bad one"));

        QuarantineDetail detail = desk.detail(id);
        assertThat(detail.entry().state()).isEqualTo("DISCARDED");
        assertThat(detail.entry().seen()).isEqualTo(2);
        assertThat(detail.closedBy() + ": " + detail.closedFor()).isEqualTo("wang: a test row of the department");
        assertThatThrownBy(() -> desk.discard(id, "wang", "again")).hasMessageContaining("ROUTES-054");
        assertThatThrownBy(() -> desk.detail(4711)).hasMessageContaining("ROUTES-053");
        assertThat(desk.resubmittable(ALL).count()).isZero();
    }

    @Test
    void letsOneThatIsMetAnewWaitAgainThoughItWasReleased() {
        stage.start();
        run(Source.line("A1", "bad one"));
        stage.mapping.isMended = true;
        stage.closed(resubmit(1, null));
        assertThat(states()).containsExactly("A1 RELEASED");
        stage.mapping.isMended = false;

        run(Source.line("A1", "bad one"));

        assertThat(states()).containsExactly("A1 WAITING");
    }

    @Test
    void staysReleasedWhenTheOccurrenceThatWasDealtWithIsSentOnceMore() {
        stage.start();
        run(Source.line("A1", "bad one"), Source.line("A2", "bad two"));
        long id = waiting("A1").id();
        desk.edit(id, row("A1", "mended"), "wang", "the clerk mistyped it");
        desk.approve(id, "li");
        stage.closed(resubmit(2, null));
        assertThat(states()).containsExactly("A1 RELEASED", "A2 WAITING");
        List<String> before = versions();
        stage.database.jdbc().execute("TRUNCATE registry.gauge, hub.inbox");

        Request redrive = stage.closed(
                stage.ledger().requests().ask(Request.Kind.REDRIVE, Stage.FLOW, Map.of(), "wang", "hub restored"));

        assertThat(redrive.isFulfilled()).isTrue();
        assertThat(versions()).isEqualTo(before);
        assertThat(states()).containsExactly("A1 RELEASED", "A2 WAITING");
    }
}
