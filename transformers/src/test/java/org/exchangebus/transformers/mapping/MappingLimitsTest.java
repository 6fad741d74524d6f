package org.exchangebus.transformers.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.record.MappedChunk;
import org.exchangebus.schemas.run.SystemFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What loading and rejecting may cost. */
class MappingLimitsTest {

    private static final int MAPPINGS = 500;
    private static final Path LAND_OFFICE = Path.of("../adapters/systems/land-office/land-parcel.mapping.yaml");
    private static final List<String> LAND_FIELDS =
            List.of("ZDDM", "SYQLX", "TDYT", "ZDMJ", "ZL", "XZQDM", "geometry", "DJRQ", "GXRQ");

    @TempDir
    Path folder;

    @Test
    @Timeout(30)
    void fiveHundredMappingsLoadInSeconds() throws IOException {
        for (int i = 0; i < MAPPINGS; i++) {
            Files.copy(LAND_OFFICE, folder.resolve("parcel-" + i + ".mapping.yaml"));
        }
        Catalogue catalogue = Catalogue.bundled();
        long start = System.nanoTime();

        Mappings mappings =
                new Mappings(catalogue, List.of(new SystemFolder(folder)), (system, mapping) -> LAND_FIELDS);

        // Five seconds are promised; a machine that builds other things beside it is given four times that.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        assertThat(mappings.all()).hasSize(MAPPINGS);
    }

    @Test
    void aRejectedRowCostsNoException() throws IOException {
        String text = Things.GOOD.replace("ignore:\n  MORE: not wanted\n", "")
                + "  since: MORE | date(yyyyMMdd)\n  amount: MORE | number\n";
        Mapping mapping = Things.mapping(text, Things.FIELDS);
        String[][] rows = new String[1_000][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Things.row("id" + i, null, "no date");
        }
        MappedChunk mapped;
        Path file = folder.resolve("exceptions.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.JavaExceptionThrow");
            recording.start();
            mapped = mapping.apply(Things.chunk(Things.FIELDS, rows));
            throwOne();
            recording.stop();
            recording.dump(file);
        }

        List<String> thrown = new ArrayList<>();
        for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
            if (event.getThread().getJavaThreadId() == Thread.currentThread().getId()) {
                thrown.add(event.getString("message"));
            }
        }
        assertThat(mapped.rejections()).hasSize(rows.length);
        assertThat(mapped.rejections().get(0).further()).hasSize(2);
        assertThat(thrown).containsExactly("the recording works");
    }

    private static void throwOne() {
        try {
            throw new IllegalStateException("the recording works");
        } catch (IllegalStateException e) {
            assertThat(e).isNotNull();
        }
    }
}
