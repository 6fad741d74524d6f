package org.exchangebus.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.exchangebus.adapters.database.DatabaseProtocol;
import org.exchangebus.schemas.run.FullSets;
import org.exchangebus.schemas.run.SystemFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a source is taken as a whole, as its owner says it. */
class FullSetsTest {

    private static final String SYSTEM = """
            summary: A warehouse that exists for this test only.
            title: 仓库
            department: 物资局
            contact: test@example.org
            protocol: database
            connection:
              {engine: mariadb, host: 127.0.0.1, port: 1, database: d, user: u, password: "${secret:p}"}
            sources:
              item:
                summary: Items on the shelves, once a day.
                mapping: item
                resource: item
                schedule: every 20s
                table: items
                fields: [id, name]
                key: [id]
            """;

    @TempDir
    Path systems;

    private FullSets fullSets(String more) throws IOException {
        Path folder = Files.createDirectories(systems.resolve("warehouse"));
        Files.writeString(folder.resolve("item.mapping.yaml"), "");
        Files.writeString(folder.resolve("adapter.yaml"), SYSTEM + more.indent(4));
        Lookup lookup = new Lookup() {
            @Override
            public Optional<String> address(String name) {
                return Optional.empty();
            }

            @Override
            public Optional<Secret> secret(String name) {
                return Optional.of(new Secret("made up"));
            }
        };
        try (Adapters adapters =
                new Adapters(List.of(new SystemFolder(folder)), List.of(new DatabaseProtocol()), lookup)) {
            return adapters.flows().get(0).fullSets();
        }
    }

    @Test
    void sweepsATableThatIsReadByTimeOfChangeEachNightUnlessItsOwnerSaysOtherwise() throws IOException {
        assertThat(fullSets("changed: updated_at").sweep()).matches("[1-5]?[0-9] [1-4] \\* \\* \\*");
        assertThat(fullSets("changed: updated_at\nsweep: never").sweep()).isNull();
        assertThat(fullSets("changed: updated_at\nsweep: 0 22 * * 5").sweep()).isEqualTo("0 22 * * 5");
        assertThat(fullSets("").sweep()).isNull();
        assertThatThrownBy(() -> fullSets("sweep: sometimes"))
                .hasMessageContaining("ADAPTER-006")
                .hasMessageContaining("'sweep' is 'sometimes'");
    }

    @Test
    void deletesNothingByItselfBeyondTenRecordsAndTenPerCentUnlessItsOwnerSaysOtherwise() throws IOException {
        assertThat(fullSets("changed: updated_at"))
                .extracting(FullSets::isComplete, FullSets::removes, FullSets::stopRecords, FullSets::stopPerCent)
                .containsExactly(false, true, 10, 10);
        assertThat(fullSets("complete: true\ndeletes: {compare: false, stop-at: {records: 3, per-cent: 0}}"))
                .isEqualTo(new FullSets(true, null, false, 3, 0));
    }

    @Test
    void refusesASourceThatIsReadByChangeAndCallsItselfComplete() {
        assertThatThrownBy(() -> fullSets("changed: updated_at\ncomplete: true"))
                .hasMessageContaining("adapter.yaml:18:5  ADAPTER-016");
    }
}
