package org.exchangebus.routes.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.exchangebus.routes.stage.Child;
import org.exchangebus.routes.stage.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bus, hub and broker in a process that is killed without warning, on a database that stays. */
class KilledBusIT {

    /** D22: an initial load; {@code -Dinitial.records=5000000} for one of a night. */
    private static final int RECORDS = Integer.getInteger("initial.records", 60_000);

    @TempDir
    Path directory;

    private final Database database = new Database();

    @AfterEach
    void close() {
        database.close();
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Child.class.getName(),
                        directory.toString(),
                        database.url(),
                        Integer.toString(RECORDS))
                .redirectErrorStream(true)
                .redirectOutput(new File(directory.toFile(), "child-" + System.nanoTime() + ".log"))
                .start();
    }

    private long applied() {
        return database.jdbc().queryForObject("SELECT to_regclass('hub.inbox') IS NOT NULL", Boolean.class)
                ? database.jdbc().queryForObject("SELECT count(*) FROM hub.inbox", Long.class)
                : 0;
    }

    @Test
    void losesAndDoublesNothingWhenItIsKilledTwiceInOneRun() throws Exception {
        for (int chunks : List.of(5, 25)) {
            Process child = start();
            try {
                await().atMost(Duration.ofSeconds(120))
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> {
                            assertThat(child.isAlive()).isTrue();
                            return applied() >= chunks;
                        });
            } finally {
                child.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
            }
            assertThat(applied()).isLessThan(RECORDS / 1000);
        }

        Process last = start();
        try {
            assertThat(last.waitFor(180, TimeUnit.SECONDS)).isTrue();
        } finally {
            last.destroyForcibly();
        }

        assertThat(database.jdbc().queryForList("SELECT concat_ws(' ', state, reason) FROM ledger.run", String.class))
                .containsExactly("BALANCED");
        assertThat(database.jdbc()
                        .queryForList(
                                "SELECT gauge_code || ' ' || gauge_name FROM registry.gauge ORDER BY 1", String.class))
                .isEqualTo(IntStream.range(0, RECORDS).mapToObj(Child::record).toList());
        assertThat(database.jdbc().queryForObject("SELECT sum(applied + superseded) FROM ledger.chunk", Long.class))
                .isEqualTo(RECORDS);
        try (var unfinished = Files.list(directory.resolve("landing/unfinished"))) {
            assertThat(unfinished).isEmpty();
        }
    }
}
