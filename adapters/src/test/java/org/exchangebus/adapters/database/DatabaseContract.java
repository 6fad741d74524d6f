package org.exchangebus.adapters.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.exchangebus.adapters.OneSystem;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.run.Capture;
import org.junit.jupiter.api.Test;

/** What a source owes its owner, whatever the engine. */
abstract class DatabaseContract extends ZoneContract {

    @Test
    void keepsNullEmptyBlanksChineseAndFourByteCharactersApart() throws Exception {
        execute(
                owner,
                "INSERT INTO entity (id, name, changed) VALUES ('1', NULL, '2020-01-01'), ('2', '', '2020-01-02'),"
                        + " ('3', '  张三 ', '2020-01-03'), ('4', '𠮷田㐂', '2020-01-04'), ('05', '\\N', '2020-01-05')");

        OneSystem system = system(BY_CHANGE);
        Capture capture = system.capture(null);

        assertThat(system.rows(capture))
                .containsExactly(
                        Arrays.asList("1", null),
                        List.of("2", ""),
                        List.of("3", "  张三 "),
                        List.of("4", "𠮷田㐂"),
                        List.of("05", backslashN()));
    }

    /** What the statement above means by it, because engines differ in escapes. */
    abstract String backslashN();

    /** D09. */
    @Test
    void readsOneMomentWhileOthersWrite() throws Exception {
        for (int i = 100; i < 200; i++) {
            execute(owner, "INSERT INTO entity VALUES ('" + i + "', 'before', '2020-01-01')");
        }
        OneSystem system = system(BY_CHANGE + "fetch-size: 5\n");
        DisturbedLanding landing = new DisturbedLanding(() -> execute(
                owner,
                "UPDATE entity SET name = 'after'",
                "DELETE FROM entity WHERE id > '150'",
                "INSERT INTO entity VALUES ('1000', 'after', '2020-01-01')"));

        Capture capture = system.source().capture(new Capture.Request(1, null, landing));

        assertThat(system.source().open(new Capture.Reading(capture.segments().get(0), landing)))
                .toIterable()
                .singleElement()
                .satisfies(rows -> {
                    assertThat(rows.count()).isEqualTo(100);
                    assertThat(rows.text(99, 0)).isEqualTo("199");
                    assertThat(rows.text(99, 1)).isEqualTo("before");
                });
    }

    @Test
    void losesNothingAndLandsNothingWhenTheConnectionIsCut() throws Exception {
        execute(owner, "INSERT INTO entity VALUES ('1', '" + "x".repeat(200) + "', '2020-01-01')");
        for (int doubled = 0; doubled < 15; doubled++) {
            execute(owner, "INSERT INTO entity SELECT id, name, changed FROM entity");
        }
        OneSystem system = system(BY_CHANGE.replace("key: [id]\n", "") + "fetch-size: 2\n");
        DisturbedLanding landing = new DisturbedLanding(() -> {
            try (Statement statement = owner.createStatement()) {
                cutReaders(statement);
            }
        });

        assertThatThrownBy(() -> system.source().capture(new Capture.Request(1, null, landing)))
                .hasMessageContaining("ADAPTER-213");
        assertThat(landing.size()).isZero();
        assertThat(system.rows(system.capture(null))).hasSize(1 << 15);
    }

    /** D10: at every hundredth of the way. */
    @Test
    void takesAllOrNothingWhereverTheConnectionIsCut() throws Exception {
        for (int i = 0; i < 20; i++) {
            String values = IntStream.range(100 * i, 100 * i + 100)
                    .mapToObj(n -> "('" + n + "', 'name of " + n + "', '2020-01-01')")
                    .collect(Collectors.joining(", "));
            execute(owner, "INSERT INTO entity VALUES " + values);
        }
        Matcher port = Pattern.compile("port: ([0-9]+)").matcher(connection());
        assertThat(port.find()).isTrue();
        try (CuttingProxy proxy = new CuttingProxy(Integer.parseInt(port.group(1)))) {
            OneSystem system = system(
                    port.replaceFirst("port: " + proxy.port()),
                    Map.of("password", PASSWORD),
                    BY_CHANGE + "fetch-size: 50\n");
            List<List<String>> all = system.rows(system.capture(null));
            assertThat(all).hasSize(2_000);
            long bytes = proxy.answered();
            int cut = 0;
            for (int hundredth = 1; hundredth < 100; hundredth++) {
                proxy.limit(bytes * hundredth / 100);
                OneSystem fresh = system(
                        port.replaceFirst("port: " + proxy.port()),
                        Map.of("password", PASSWORD),
                        BY_CHANGE + "fetch-size: 50\n");
                try {
                    assertThat(fresh.rows(fresh.capture(null))).isEqualTo(all);
                } catch (ProblemException e) {
                    assertThat(e).hasMessageMatching("(?s).*ADAPTER-2(02|05|13).*");
                    assertThat(fresh.landing().size()).isZero();
                    cut++;
                }
            }
            assertThat(cut).isGreaterThan(90);
            proxy.limit(Long.MAX_VALUE);
            assertThat(system.rows(system.capture(null))).isEqualTo(all);
        }
    }

    @Test
    void readsTheWholeTableWhereNoTimeOfChangeIsDeclared() throws Exception {
        execute(owner, "INSERT INTO entity VALUES ('2', 'b', NULL), ('1', 'a', NULL)");
        OneSystem system = system("table: entity\nfields: [id, name]\nkey: [id]\n");
        Capture capture = system.capture(null);
        assertThat(capture.cursor()).isNull();
        assertThat(system.rows(capture)).containsExactly(List.of("1", "a"), List.of("2", "b"));
        assertThat(system.rows(system.capture(null))).hasSize(2);
    }

    @Test
    void takesARowWithoutATimeOfChangeEachTimeRatherThanNever() throws Exception {
        execute(owner, "INSERT INTO entity VALUES ('1', 'a', NULL), ('2', 'b', '2020-01-01')");
        OneSystem system = system(BY_CHANGE);
        Capture capture = system.capture(null);
        assertThat(system.rows(capture)).hasSize(2);
        assertThat(system.rows(system.capture(capture.cursor()))).containsExactly(List.of("1", "a"));
    }

    /** D21. */
    @Test
    void refusesATableWhoseKeyIsNotUniqueAndSetsRowsWithoutAKeyAside() throws Exception {
        execute(owner, "INSERT INTO entity VALUES ('1', 'a', '2020-01-01'), (NULL, 'nobody', '2020-01-02')");
        OneSystem system = system(BY_CHANGE);

        Capture capture = system.capture(null);
        assertThat(system.rows(capture)).containsExactly(List.of("1", "a"));
        assertThat(system.badRows(capture)).singleElement().satisfies(bad -> {
            assertThat(bad.problem()).isEqualTo(DatabaseProblem.KEY_MISSING);
            assertThat(bad.position()).isEqualTo(2);
            assertThat(new String(bad.raw(), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo("name=nobody\n");
        });

        execute(owner, "INSERT INTO entity VALUES ('1', 'b', '2020-01-03')");
        assertThatThrownBy(() -> system.capture(null)).hasMessageContaining("ADAPTER-208");
    }

    @Test
    void saysWhatItCannotRead() throws Exception {
        assertThatThrownBy(() ->
                        system(BY_CHANGE.replace("[id, name]", "[id, nmae]")).capture(null))
                .hasMessageContaining("ADAPTER-205")
                .hasMessageContaining("nmae");
        assertThatThrownBy(() -> system(BY_CHANGE.replace("changed: changed", "changed: name"))
                        .capture(null))
                .hasMessageContaining("ADAPTER-207");
        assertThatThrownBy(() -> system(BY_CHANGE.replace("key: [id]", "key: [changed]")))
                .hasMessageContaining("ADAPTER-201");
        assertThatThrownBy(() -> system(BY_CHANGE).capture("2999-01-01 00:00:00.000000"))
                .hasMessageContaining("ADAPTER-211");
        assertThatThrownBy(() -> system(BY_CHANGE).capture("yesterday")).hasMessageContaining("ADAPTER-212");
        assertThatThrownBy(() -> system(BY_CHANGE.replace("table: entity", "table: entity; DROP TABLE entity")))
                .hasMessageContaining("ADAPTER-006");
    }

    @Test
    void stopsTryingAfterTwoRefusedLogins() throws Exception {
        MovedClock clock = new MovedClock();
        OneSystem system = OneSystem.of(
                directory, new DatabaseProtocol(clock), Map.of("password", "wrong"), connection(), BY_CHANGE);
        assertThatThrownBy(() -> system.capture(null)).hasMessageContaining("ADAPTER-203");
        assertThatThrownBy(() -> system.capture(null)).hasMessageContaining("ADAPTER-203");
        assertThatThrownBy(() -> system.capture(null))
                .hasMessageContaining("ADAPTER-204")
                .message()
                .doesNotContain("wrong");
        clock.move(Duration.ofMinutes(15));
        assertThatThrownBy(() -> system.capture(null)).hasMessageContaining("ADAPTER-203");
        assertThatThrownBy(() -> system.capture(null)).hasMessageContaining("ADAPTER-204");
    }

    @Test
    void saysWhereItCouldNotConnect() throws Exception {
        String nobody = connection().replaceFirst("port: [0-9]+", "port: 1");
        assertThatThrownBy(() ->
                        system(nobody, Map.of("password", PASSWORD), BY_CHANGE).capture(null))
                .hasMessageContaining("ADAPTER-202")
                .hasMessageContaining("127.0.0.1:1");
    }

    /** A clock that stands still until it is moved. */
    private static final class MovedClock extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
