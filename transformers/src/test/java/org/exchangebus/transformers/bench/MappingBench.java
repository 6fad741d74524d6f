package org.exchangebus.transformers.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.exchangebus.schemas.record.Cells;
import org.exchangebus.schemas.record.MappedChunk;
import org.exchangebus.schemas.record.RecordChunk;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the measurement and tells its figures; its name keeps it out of the build. */
class MappingBench {

    @Test
    void measuresEngineLoopAndJslt() throws RunnerException, IOException {
        PersonMapping mappings = new PersonMapping();
        mappings.setUp();
        double values = valueBytes(mappings);
        Options options = new OptionsBuilder()
                .include(PersonMapping.class.getName())
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuTime.class)
                .forks(1)
                .jvmArgs("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC")
                .warmupIterations(4)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(2))
                .build();

        Collection<RunResult> results = new Runner(options).run();

        Map<String, Double> nanos = results.stream()
                .collect(Collectors.toMap(MappingBench::name, result -> secondary(result, CpuTime.NAME)));
        for (RunResult result : results) {
            double cpu = nanos.get(name(result));
            System.out.printf(
                    "%-10s %,9.0f records per CPU second, %6.0f ns, %.2f of the loop, %,6.0f bytes a record, %,6.0f beyond"
                            + " the values%n",
                    name(result),
                    1e9 / cpu,
                    cpu,
                    cpu / nanos.get("loopByHand"),
                    secondary(result, "gc.alloc.rate.norm"),
                    secondary(result, "gc.alloc.rate.norm") - values);
        }
        assertThat(results).hasSize(3);
    }

    /** All three make the same of the rows; gives the bytes of a record's values. */
    private static double valueBytes(PersonMapping mappings) {
        MappedChunk mapped = mappings.engine();
        assertThat(mapped.rejections()).isEmpty();
        assertThat(mappings.loopByHand().encoded()).isEqualTo(mapped.records().encoded());
        RecordChunk.Reader reader = mapped.records().read();
        Cells cells = new Cells(mapped.records().items().size());
        long bytes = 0;
        for (JsonNode record : mappings.jslt()) {
            assertThat(reader.next()).isTrue();
            reader.show(cells);
            for (int i = 0; i < cells.size(); i++) {
                String text = cells.isNull(i) ? "" : cells.text(i);
                assertThat(record.path(mapped.records().items().get(i)).asText())
                        .isEqualTo(text);
                bytes += cells.isNull(i) ? 0 : cells.end(i) - cells.start(i);
            }
        }
        return (double) bytes / PersonMapping.ROWS;
    }

    private static String name(RunResult result) {
        return result.getPrimaryResult().getLabel();
    }

    private static double secondary(RunResult result, String name) {
        return result.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(name))
                .findFirst()
                .orElseThrow()
                .getValue()
                .getScore();
    }
}
