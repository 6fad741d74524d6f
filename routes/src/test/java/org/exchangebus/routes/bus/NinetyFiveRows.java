package org.exchangebus.routes.bus;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.exchangebus.routes.stage.Source;
import org.exchangebus.routes.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A stage whose source holds 95 good rows, ten to a block. */
abstract class NinetyFiveRows {

    @TempDir
    Path directory;

    Stage stage;

    @BeforeEach
    void open() {
        stage = new Stage(directory);
        stage.source.rowsPerBlock = 10;
        stage.source.files.add(lines(95));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    static List<String> lines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Source.line("A%03d".formatted(i), "name " + i))
                .toList();
    }

    final String cursor() {
        return stage.database.jdbc().queryForList("SELECT value FROM ledger.cursor", String.class).stream()
                .findFirst()
                .orElse("none");
    }

    final String states() {
        return String.join(
                " ", stage.database.jdbc().queryForList("SELECT state FROM ledger.run ORDER BY number", String.class));
    }
}
