package org.exchangebus.schemas.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.exchangebus.schemas.document.Document;
import org.junit.jupiter.api.Test;

/** What the 2017 plan wants from the catalogue as a whole; the assignment is data, and ours. */
class PlanTest {

    private final JsonNode plan =
            Document.read(Path.of("src/test/resources/plan-systems.yaml")).root();

    @Test
    void hasAResourceForEachOfTheFourBaseRegistriesInItsCategory() {
        JsonNode base = plan.get("base");

        assertThat(base).hasSize(4);
        base.fields().forEachRemaining(registry -> assertThat(registry.getValue())
                .isNotEmpty()
                .extracting(name -> category(name.asText()))
                .containsOnly(registry.getKey()));
    }

    @Test
    void hasAResourceForEachOfTheSixSystemsAcrossDepartments() {
        JsonNode systems = plan.get("systems");

        assertThat(systems).hasSize(6).allSatisfy(names -> assertThat(names)
                .isNotEmpty()
                .allSatisfy(name ->
                        assertThat(Catalogue.bundled().resource(name.asText())).isNotNull()));
    }

    @Test
    void leavesNoResourceWithoutAPlace() {
        Set<String> placed = new TreeSet<>();
        plan.forEach(part -> part.forEach(names -> names.forEach(name -> placed.add(name.asText()))));

        assertThat(placed)
                .containsExactlyElementsOf(Catalogue.bundled().resources().stream()
                        .map(Resource::name)
                        .toList());
    }

    private static String category(String resource) {
        return Catalogue.bundled()
                .resource(resource)
                .metadata()
                .classification()
                .category();
    }
}
