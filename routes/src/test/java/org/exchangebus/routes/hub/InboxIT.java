package org.exchangebus.routes.hub;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.exchangebus.routes.stage.Stage;
import org.exchangebus.schemas.record.ChunkId;
import org.exchangebus.schemas.record.RecordChunk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxIT {

    private static final long RUN = 7;

    @TempDir
    Path directory;

    private final Inbox inbox = new Inbox();
    private Stage stage;

    @BeforeEach
    void open() {
        stage = new Stage(directory);
        stage.start();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private static RecordChunk chunk(int number) {
        return new RecordChunk.Builder(
                        new ChunkId(RUN, number), Stage.FLOW, "gauge", List.of("gauge-code", "gauge-name"), 16)
                .build();
    }

    private void commit(int number) {
        try (Connection connection = stage.database.dataSource().getConnection()) {
            inbox.add(connection, chunk(number), "signed");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void takesAChunkForLateAndNotForMissingWhileTheRunGoesOn() throws Exception {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        AtomicInteger next = new AtomicInteger();
        try (Connection connection = stage.database.dataSource().getConnection()) {
            clock.scheduleAtFixedRate(() -> commit(next.getAndIncrement()), 0, 400, TimeUnit.MILLISECONDS);

            assertThatCode(() -> inbox.awaitEarlier(connection, chunk(8), Duration.ofSeconds(2)))
                    .doesNotThrowAnyException();
        } finally {
            clock.shutdownNow();
        }
    }

    @Test
    void takesAChunkForMissingWhenTheRunStandsStill() throws Exception {
        commit(0);
        commit(2);
        try (Connection connection = stage.database.dataSource().getConnection()) {
            assertThatThrownBy(() -> inbox.awaitEarlier(connection, chunk(2), Duration.ofMillis(50)))
                    .isInstanceOf(EarlierChunkMissingException.class);
        }
    }
}
