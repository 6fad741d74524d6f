package org.exchangebus.transformers.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.record.ChunkId;
import org.exchangebus.schemas.record.MappedChunk;
import org.exchangebus.schemas.record.Rows;
import org.exchangebus.schemas.record.SourceChunk;
import org.exchangebus.schemas.run.SystemFolder;
import org.exchangebus.transformers.mapping.Mappings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingComponentTest {

    private static final List<String> FIELDS = List.of("GMSFHM", "XM", "XB", "MZ", "CSRQ");

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private ProducerTemplate template;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        Path system = Files.createDirectory(folder.resolve("register"));
        Files.writeString(system.resolve("person.mapping.yaml"), """
                summary: People.
                resource: person
                items:
                  id-number: GMSFHM
                  name: XM
                  sex: XB
                  ethnicity: MZ
                  birth-date: CSRQ | date(yyyyMMdd)
                """);
        Mappings mappings =
                new Mappings(Catalogue.bundled(), List.of(new SystemFolder(system)), (name, mapping) -> FIELDS);
        camel.addComponent(MappingComponent.SCHEME, new MappingComponent(mappings));
        camel.start();
        template = camel.createProducerTemplate();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void putsTheMappedChunkInThePlaceOfTheSourceChunk() {
        Rows.Builder rows = new Rows.Builder(FIELDS, "people", 1);
        List.of("11010519491231002X", "某某", "2", "01", "19491231").forEach(rows::cell);
        rows.endRow(1);

        MappedChunk mapped = template.requestBody(
                "mapping:register/person",
                new SourceChunk(new ChunkId(1, 0), "register-person", 1_000_000_000L, rows.build()),
                MappedChunk.class);

        assertThat(mapped.records().count()).isEqualTo(1);
        assertThat(mapped.records().resource()).isEqualTo("person");
    }

    @Test
    void aMappingThatDoesNotExistIsKnownBeforeARouteStarts() {
        assertThatThrownBy(() -> camel.getEndpoint("mapping:register/persno"))
                .isInstanceOf(ResolveEndpointFailedException.class)
                .rootCause()
                .hasMessageContaining("MAPPING-024")
                .hasMessageContaining("Did you mean 'register/person'?");
    }

    @Test
    void refusesAnythingButASourceChunk() {
        assertThatThrownBy(() -> template.requestBody("mapping:register/person", "text"))
                .isInstanceOf(CamelExecutionException.class)
                .hasCauseInstanceOf(InvalidPayloadException.class);
    }
}
