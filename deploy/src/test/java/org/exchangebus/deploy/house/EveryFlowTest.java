package org.exchangebus.deploy.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.exchangebus.adapters.Adapters;
import org.exchangebus.deploy.workbench.Workbench;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.record.Rows;
import org.exchangebus.schemas.run.Flow;
import org.exchangebus.transformers.example.MappingExample;
import org.exchangebus.transformers.example.Outcomes;
import org.exchangebus.transformers.explain.Explainer;
import org.exchangebus.transformers.explain.Explanation;
import org.exchangebus.transformers.explain.Verdict;
import org.exchangebus.transformers.mapping.Mapping;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bundled system: its sources' fields are its mappings' fields, and every mapping does what its examples say. */
class EveryFlowTest {

    private static final Workbench BENCH = Workbench.open(new Workbench.Places(null, null), null);
    private static final Adapters ADAPTERS = BENCH.adapters();

    static List<Flow> flows() {
        return ADAPTERS.flows();
    }

    static List<MappingExample> examples() throws IOException {
        return BENCH.examples();
    }

    @ParameterizedTest
    @MethodSource("flows")
    void isWiredFromItsSourceToItsResource(Flow flow) {
        assertThat(BENCH.mapping(flow.system(), flow.mapping())).isNotNull();
        assertThat(BENCH.catalogue().resource(flow.resource()).key()).isNotEmpty();
        assertThat(ADAPTERS.source(flow.system(), flow.source()).fields())
                .isEqualTo(ADAPTERS.fields(flow.system(), flow.mapping()));
        assertThat(flow.summary()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void doesWhatItsExamplesSay(MappingExample example) throws IOException {
        Mapping mapping = BENCH.mapping(example.system(), example.mapping());

        assertThat(BENCH.tried(mapping).differences(example)).isEmpty();
    }

    /** What an explanation tells is what the engine does, row by row and item by item. */
    @ParameterizedTest
    @MethodSource("examples")
    void isExplainedAsItIsMapped(MappingExample example) throws IOException {
        Mapping mapping = BENCH.mapping(example.system(), example.mapping());
        Explainer explainer = new Explainer(mapping, true);
        for (Rows rows : rows(mapping, example)) {
            List<String> mapped = Outcomes.of(mapping, rows).stream()
                    .map(outcome -> outcome.position() + " " + outcome.json())
                    .toList();
            List<String> explained = explainer.explain(rows).stream()
                    .sorted(Comparator.comparingLong(Explanation::position))
                    .map(row -> row.position() + " " + outcome(row))
                    .toList();

            assertThat(explained).isNotEmpty().isEqualTo(mapped);
        }
    }

    /** Nobody but the catalogue's own check decides; what it refused is what the engine gave as reasons. */
    @ParameterizedTest
    @MethodSource("examples")
    void isRefusedByTheRulesThatTheExplanationNames(MappingExample example) throws IOException {
        Mapping mapping = BENCH.mapping(example.system(), example.mapping());
        for (Rows rows : rows(mapping, example)) {
            for (Explanation row : new Explainer(mapping, true).explain(rows)) {
                List<String> refused = row.items().stream()
                        .flatMap(item -> item.verdicts().stream()
                                .filter(verdict -> verdict.kind() == Verdict.Kind.REFUSED)
                                .map(verdict -> item.item().name() + " " + verdict.rule()))
                        .toList();
                List<String> reasons = row.reasons().stream()
                        .filter(reason -> reason.problem().code().startsWith("SCHEMA-"))
                        .map(reason -> reason.item() + " " + reason.rule())
                        .toList();

                assertThat(refused).containsExactlyInAnyOrderElementsOf(reasons);
            }
        }
    }

    private static List<Rows> rows(Mapping mapping, MappingExample example) throws IOException {
        try {
            return BENCH.tried(mapping).rows(example);
        } catch (ProblemException e) {
            assertThat(example.isRaw()).isTrue();
            return List.of();
        }
    }

    private static ObjectNode outcome(Explanation row) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        switch (row.fate()) {
            case LEFT_OUT -> json.putObject("left-out");
            case REJECTED -> {
                ArrayNode reasons = JsonNodeFactory.instance.arrayNode();
                row.reasons()
                        .forEach(reason ->
                                reasons.addObject().put("item", reason.item()).put("rule", reason.rule()));
                json.set("rejected", reasons.size() == 1 ? reasons.get(0) : reasons);
            }
            default -> {
                ObjectNode items = json.putObject(row.fate().word());
                row.items().stream()
                        .filter(item -> item.value() != null)
                        .forEach(item -> items.put(item.item().name(), item.value()));
            }
        }
        return json;
    }
}
