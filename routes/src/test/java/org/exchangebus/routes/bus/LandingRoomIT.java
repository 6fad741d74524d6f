package org.exchangebus.routes.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.exchangebus.routes.ledger.RunReport;
import org.exchangebus.routes.stage.Mapping;
import org.exchangebus.routes.stage.Source;
import org.exchangebus.routes.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the bus does when the landing store, or the disk under it, is full. */
class LandingRoomIT {

    private static final String OTHER = "river-level";

    @TempDir
    Path directory;

    private Stage stage;
    private boolean isMounted;

    @BeforeEach
    void open() {
        stage = new Stage(directory);
    }

    @AfterEach
    void close() throws Exception {
        stage.close();
        if (isMounted) {
            assertThat(ran("umount", stage.landing.toString())).isTrue();
        }
    }

    /** Lines that hardly compress. */
    private static List<String> lines(int count, long seed) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder name = new StringBuilder();
            for (int k = 0; k < 50; k++) {
                name.append((char) (0x4e00 + random.nextInt(20_000)));
            }
            lines.add(Source.line("A%06d".formatted(i), name.toString()));
        }
        return lines;
    }

    private long stored() throws IOException {
        try (Stream<Path> files = Files.walk(stage.landing)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private List<String> states() {
        return stage.database.jdbc().queryForList("SELECT state FROM ledger.run ORDER BY number", String.class);
    }

    private static boolean ran(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    private void restart() {
        List<List<String>> files = List.copyOf(stage.source.files);
        stage.stop();
        stage.source = new Source();
        stage.source.files.addAll(files);
        stage.mapping = new Mapping();
        stage.start();
    }

    @Test
    void beginsNothingAboveItsBudgetFinishesWhatIsUnderWayAndGoesOnWhenAPurgeMakesRoom() throws IOException {
        stage.keep = Duration.ZERO;
        stage.hasHub = false;
        stage.source.files.add(lines(2_000, 1));
        stage.start();
        stage.flows().run(Stage.FLOW);
        await().atMost(Duration.ofSeconds(30)).until(() -> states().equals(List.of("SENT")));
        stage.budget = stored() + 1000;
        restart();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> stage.flows().status(Stage.FLOW).state().equals("RUNNING"));

        assertThatThrownBy(() ->
                        stage.flows().run(OTHER).orTimeout(30, TimeUnit.SECONDS).join())
                .hasMessageContaining("ROUTES-073");
        assertThat(stage.flows().status(OTHER).stateReason()).contains("ROUTES-073");
        assertThat(states()).containsExactly("SENT");
        assertThat(stage.source.captures).hasValue(0);
        stage.startHub();
        await().atMost(Duration.ofSeconds(60)).until(() -> states().equals(List.of("BALANCED")));
        assertThat(stage.registry()).hasSize(2_000);

        stage.purge();
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> stage.flows()
                .run(OTHER)
                .orTimeout(20, TimeUnit.SECONDS)
                .join()
                .isBalanced());

        assertThat(stage.flows().status(OTHER).stateReason()).isNull();
    }

    @Test
    void purgesByItselfWhatMayGoWhereACaptureFoundTooLittleRoom() throws IOException {
        stage.budget = 4 << 20;
        stage.source.files.add(lines(22_000, 1));
        stage.start();
        assertThat(stage.run().reason()).isNull();
        assertThat(stored()).isBetween(2L << 20, 4L << 20);
        stage.database.jdbc().update("UPDATE ledger.run SET closed_at = closed_at - interval '91 days'");
        stage.source.files.set(0, lines(22_000, 2));

        RunReport outgrew = stage.run();
        RunReport next = stage.run();

        assertThat(outgrew.reason()).contains("ROUTES-073");
        assertThat(next.reason()).isNull();
        assertThat(stage.database
                        .jdbc()
                        .queryForList("SELECT number FROM ledger.run WHERE purged_at IS NOT NULL", Long.class))
                .containsExactly(1L);
    }

    @Test
    void doesNotTakeTheSameAgainAndAgainWhereItFoundTooLittleRoom() {
        stage.budget = 4 << 20;
        stage.source.files.add(lines(22_000, 1));
        stage.start();
        assertThat(stage.run().reason()).isNull();
        stage.source.files.set(0, lines(22_000, 2));
        assertThat(stage.run().reason()).contains("ROUTES-073");

        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(stage::run).hasMessageContaining("ROUTES-073");
        }

        assertThat(stage.source.captures).hasValue(2);
        assertThat(states()).containsExactly("BALANCED", "FAILED");
    }

    @Test
    void aCaptureThatOutgrowsTheBudgetEndsAndLeavesTheRoomThatItTook() throws IOException {
        stage.budget = 4 << 20;
        stage.source.files.add(lines(10_000, 1));
        stage.source.files.add(lines(40_000, 2));
        stage.start();

        RunReport report = stage.run();

        assertThat(report.state()).isEqualTo("FAILED");
        assertThat(report.reason()).startsWith("ROUTES-008").contains("ROUTES-073");
        assertThat(stage.source.acknowledged).isEmpty();
        try (Stream<Path> files = Files.walk(stage.landing.resolve("sha256"))) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
        assertThat(stage.flows().status(Stage.FLOW).state()).isEqualTo("FAILED");
    }

    @Test
    void stopsBeforeARealDiskIsFullKeepsTheSourceAndGoesOnWhenThereIsSpace() throws Exception {
        Files.createDirectory(stage.landing);
        isMounted = ran("mount", "-t", "tmpfs", "-o", "size=4m,mode=700", "tmpfs", stage.landing.toString());
        org.junit.jupiter.api.Assumptions.assumeTrue(isMounted, "tmpfs cannot be mounted here");
        Path foreign = stage.landing.resolve("foreign");
        stage.budget = 4 << 20;
        Files.write(foreign, new byte[2 << 20]);
        stage.source.files.add(lines(12_000, 1));
        stage.start();

        RunReport failed = stage.run();

        assertThat(failed.state()).isEqualTo("FAILED");
        assertThat(failed.reason()).contains("ROUTES-003");
        assertThat(stage.source.acknowledged).isEmpty();
        assertThat(stored()).isLessThan((2 << 20) + 1000);
        Files.delete(foreign);
        assertThat(stage.run().reason()).isNull();
        assertThat(stage.source.acknowledged).hasSize(1);
    }

    @Test
    void survivesADiskThatIsFullAllTheSame() throws Exception {
        Files.createDirectory(stage.landing);
        isMounted = ran("mount", "-t", "tmpfs", "-o", "size=4m,mode=700", "tmpfs", stage.landing.toString());
        org.junit.jupiter.api.Assumptions.assumeTrue(isMounted, "tmpfs cannot be mounted here");
        Path foreign = stage.landing.resolve("foreign");
        stage.budget = 4 << 20;
        stage.reserve = 0;
        stage.source.files.add(lines(12_000, 1));
        stage.source.beforeCapture = e -> Files.write(foreign, new byte[7 << 19]);
        stage.start();

        RunReport failed = stage.run();

        assertThat(failed.state()).isEqualTo("FAILED");
        assertThat(failed.reason()).startsWith("ROUTES-008").containsAnyOf("No space left", "ROUTES-003");
        assertThat(stage.source.acknowledged).isEmpty();
        stage.source.beforeCapture = null;
        Files.delete(foreign);
        assertThat(stored()).isLessThan(1000);
        assertThat(stage.run().reason()).isNull();
    }
}
