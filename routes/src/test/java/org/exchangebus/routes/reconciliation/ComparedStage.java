package org.exchangebus.routes.reconciliation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.exchangebus.routes.bus.Replay;
import org.exchangebus.routes.landing.LandingStore;
import org.exchangebus.routes.stage.Source;
import org.exchangebus.routes.stage.Stage;
import org.exchangebus.schemas.catalogue.Resource;
import org.exchangebus.schemas.run.Flow;
import org.exchangebus.schemas.run.Landing;
import org.jspecify.annotations.Nullable;

/** A stage whose registry is compared with what its runs brought. */
final class ComparedStage implements AutoCloseable {

    static final String LEVEL = "river-level";

    final Stage stage;
    final Map<String, Difference.Kind> found = new TreeMap<>();

    ComparedStage(Path directory) {
        stage = new Stage(directory);
    }

    static List<String> lines(int count) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(line(i, "name " + i));
        }
        return lines;
    }

    /** A line with values of every type, some of them absent, some longer than 127 and than 16383 bytes. */
    static String line(int i, String name) {
        int day = 1 + i % 28;
        String remark = i % 5 == 0 ? "" : "水".repeat(i % 997 == 1 ? 6000 : i % 90);
        return String.join(
                "\t",
                "G%06d".formatted(i),
                name,
                i % 7 == 0 ? "" : canonical(i - 3000),
                "20%02d-02-%02d".formatted(i % 100, day),
                "2026-11-%02dT%02d:%02d:07".formatted(day, i % 24, i % 60),
                i % 11 == 0 ? "" : Boolean.toString(i % 2 == 0),
                Long.toString(i * 1_000_003L - 7),
                remark,
                "{\"type\": \"Point\",\"coordinates\":[104.%d,30.67]}".formatted(1 + i % 8));
    }

    private static String canonical(int thousandths) {
        return java.math.BigDecimal.valueOf(thousandths, 3).stripTrailingZeros().toPlainString();
    }

    void bring(List<String> lines) {
        stage.source.files.clear();
        stage.source.files.add(lines);
        if (!stage.run().isBalanced()) {
            throw new AssertionError("The run does not balance");
        }
    }

    Compared compare() {
        return compare(List.of(stage.flows.get(0)), null, difference -> {});
    }

    Compared compare(List<Flow> flows, @Nullable Instant since, Consumer<Difference> each) {
        found.clear();
        try (Replay replay = new Replay(stage.context(), landing())) {
            return new Comparison(stage.database.dataSource(), stage.database.dataSource(), replay)
                    .compare(new Comparison.Question(resource(), flows, since), NOBODY, difference -> {
                        found.put(difference.key().get(0), difference.kind());
                        each.accept(difference);
                    });
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static final Comparison.Progress NOBODY = new Comparison.Progress() {
        @Override
        public void replayed(long runs, long all) {}

        @Override
        public void comparing(int ranges) {}
    };

    private Landing landing() {
        return LandingStore.reading(stage.landing, Stage.KEYS);
    }

    static Resource resource() {
        return Stage.catalogue().resource("gauge");
    }

    int sql(String statement, Object... arguments) {
        return stage.database.jdbc().update(statement, arguments);
    }

    static String line(String code, String name) {
        return Source.line(code, name);
    }

    @Override
    public void close() {
        stage.close();
    }
}
