package org.exchangebus.transformers.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.openlineage.client.OpenLineage.ColumnLineageDatasetFacet;
import io.openlineage.client.OpenLineage.InputField;
import io.openlineage.client.OpenLineage.InputFieldTransformations;
import io.openlineage.client.OpenLineage.JobEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.run.SystemFolder;
import org.exchangebus.transformers.mapping.Mapping;
import org.exchangebus.transformers.mapping.Mappings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineageTest {

    private static final List<String> FIELDS = List.of("ID", "NAME", "SEX", "ADDRESS", "KIND", "KEY");

    private static final String MAPPING = """
            summary: People of the register.
            resource: person
            items:
              id-number: ID
              name: NAME | mask(first=1)
              sex:
                choose:
                  - when: KIND | trim is 'a'
                    then: SEX | code(sex)
                  - otherwise: "'0'"
              birth-date: ID | characters(7, 14) | date(yyyyMMdd)
              household-address: join(ADDRESS, KIND)
            waive:
              ethnicity: not held
            ignore:
              KEY: internal
            leave-out:
              - when: KIND is 'draft'
                because: drafts
            """;

    @TempDir
    Path folder;

    @Test
    void tellsFieldsWhoseValuesFlowFromThoseThatDecide() throws IOException {
        Lineage lineage = new Lineage(List.of(mapping()));

        assertThat(lineage.filling("person", "sex")).singleElement().satisfies(rule -> {
            assertThat(rule.values()).containsExactly("SEX");
            assertThat(rule.conditions()).containsExactly("KIND");
            assertThat(rule.steps()).extracting(step -> step.written()).containsExactly("code(sex)");
        });
        assertThat(lineage.reading("register", "KIND"))
                .extracting(rule -> rule.spot().kind() + " " + rule.spot().name())
                .containsExactly("ITEM sex", "ITEM household-address", "LEAVE_OUT drafts");
        assertThat(lineage.reading("other", "KIND")).isEmpty();
        assertThat(Lineage.across(Catalogue.bundled().resource("person"), "id-number"))
                .extracting(rule -> rule.name())
                .contains("sex-agrees-with-identity-number", "birth-date-agrees-with-identity-number");
    }

    @Test
    void leavesOutNoFieldThatTheMappingUses() throws IOException {
        Mapping mapping = mapping();
        Lineage lineage = new Lineage(List.of(mapping));

        assertThat(mapping.fields())
                .allSatisfy(field -> assertThat(mapping.ignored().containsKey(field))
                        .as(field)
                        .isEqualTo(lineage.reading("register", field).isEmpty()));
    }

    /**
     * The client's classes are generated from the published JSON Schema. The schema itself (2-0-2,
     * ColumnLineageDatasetFacet 1-2-0) is not in the jar of openlineage-java 1.55.0, so formats and patterns are not
     * checked here.
     */
    @Test
    void isReadByTheClientOfOpenLineageWithoutARest() throws IOException {
        Mapping mapping = mapping();
        ObjectNode event = new OpenLineage("urn:exchange-bus:1", Instant.parse("2026-11-27T00:00:00Z"))
                .event(mapping, new Lineage(List.of(mapping)).rules());

        JobEvent read = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .treeToValue(event, JobEvent.class);

        assertThat(read.getJob().getName()).isEqualTo("register/person");
        assertThat(read.getInputs().get(0).getNamespace()).isEqualTo("system:register");
        assertThat(read.getEventTime()).isNotNull();
        ColumnLineageDatasetFacet facet = read.getOutputs().get(0).getFacets().getColumnLineage();
        assertThat(facet.getAdditionalProperties()).isEmpty();
        assertThat(transformations(facet, "id-number")).containsExactly("ID DIRECT IDENTITY false");
        assertThat(transformations(facet, "name")).containsExactly("NAME DIRECT TRANSFORMATION true");
        assertThat(transformations(facet, "sex"))
                .containsExactly("SEX DIRECT TRANSFORMATION false", "KIND INDIRECT CONDITIONAL false");
        assertThat(facet.getDataset()).singleElement().satisfies(field -> assertThat(told(field))
                .isEqualTo("KIND INDIRECT FILTER false"));
    }

    private static List<String> transformations(ColumnLineageDatasetFacet facet, String item) {
        return facet.getFields().getAdditionalProperties().get(item).getInputFields().stream()
                .map(LineageTest::told)
                .toList();
    }

    private static String told(InputField field) {
        assertThat(field.getAdditionalProperties()).isEmpty();
        assertThat(field.getTransformations()).hasSize(1);
        InputFieldTransformations one = field.getTransformations().get(0);
        assertThat(one.getAdditionalProperties()).isEmpty();
        return field.getField() + " " + one.getType() + " " + one.getSubtype() + " " + one.getMasking();
    }

    private Mapping mapping() throws IOException {
        Path system = Files.createDirectories(folder.resolve("register"));
        Files.writeString(system.resolve("person.mapping.yaml"), MAPPING);
        return new Mappings(Catalogue.bundled(), List.of(new SystemFolder(system)), (name, mapping) -> FIELDS)
                .mapping("register", "person");
    }
}
