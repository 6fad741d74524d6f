package org.exchangebus.schemas.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.catalogue.Resource;
import org.exchangebus.schemas.catalogue.ResourceCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonSchemaExportTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the bus checks and no JSON Schema can say; each is named in the schema's {@code $comment}. */
    private static final Set<String> BEYOND_A_SCHEMA = Set.of(
            "identifier",
            "identifier-when",
            "text-form",
            "structure",
            "geometry",
            "not-before",
            "division-is-within",
            "birth-date-agrees-with-identity-number",
            "organisation-code-is-part-of-credit-code");

    static Collection<Resource> resources() {
        return Catalogue.bundled().resources();
    }

    @ParameterizedTest
    @MethodSource("resources")
    void judgesEveryRecordAsTheBusDoes(Resource resource) throws JsonProcessingException {
        JsonSchema schema = schema(resource);
        ResourceCheck check = ResourceCheck.of(resource);
        List<String> differences = new ArrayList<>();
        int accepted = 0;
        for (Map<String, String> record : Mutations.of(resource)) {
            List<String> broken = new ArrayList<>();
            boolean isAccepted = check.accepts(
                    Mutations.cells(resource, record), (item, rule, problem, arguments) -> broken.add(rule));
            boolean isValid = schema.validate(JSON.valueToTree(record)).isEmpty();
            boolean isBeyond = isValid && BEYOND_A_SCHEMA.containsAll(broken);
            if (isAccepted != isValid && !isBeyond) {
                differences.add(record + " " + broken + " " + schema.validate(JSON.valueToTree(record)));
            }
            accepted += isAccepted ? 1 : 0;
        }
        assertThat(differences).isEmpty();
        assertThat(accepted).as("records in order among those tried").isPositive();
    }

    @ParameterizedTest
    @MethodSource("resources")
    void isItselfInOrderByTheMetaSchema(Resource resource) throws JsonProcessingException {
        JsonSchema meta = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(meta.validate(tree(resource))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("resources")
    void namesEveryRuleThatItCannotSay(Resource resource) throws JsonProcessingException {
        String comment = tree(resource).get("$comment").asText();
        assertThat(resource.rules())
                .filteredOn(rule -> BEYOND_A_SCHEMA.contains(rule.name()))
                .allSatisfy(rule -> assertThat(comment).contains(rule.items().get(0)));
        assertThat(resource.items())
                .filteredOn(item -> item.identifier() != null || item.textForm().isNormalised())
                .allSatisfy(item -> assertThat(comment).contains("'" + item.name() + "'"));
    }

    @Test
    void refusesAnItemThatTheResourceDoesNotHave() throws JsonProcessingException {
        Resource person = Catalogue.bundled().resource("person");
        Map<String, String> record =
                new java.util.LinkedHashMap<>(Mutations.of(person).get(0));
        record.put("nickname", "x");
        assertThat(schema(person).validate(JSON.valueToTree(record)))
                .singleElement()
                .satisfies(message -> assertThat(message.getProperty()).isEqualTo("nickname"));
    }

    @Test
    void tellsEachCodeWithItsLabel() throws JsonProcessingException {
        JsonNode sex = tree(Catalogue.bundled().resource("person")).at("/properties/sex/anyOf/2");
        assertThat(sex.get("const").asText()).isEqualTo("2");
        assertThat(sex.get("title").asText()).isEqualTo("女性");
    }

    private static JsonSchema schema(Resource resource) throws JsonProcessingException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(tree(resource));
    }

    private static JsonNode tree(Resource resource) throws JsonProcessingException {
        return JSON.readTree(JsonSchemaExport.of(resource));
    }
}
