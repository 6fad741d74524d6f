package org.exchangebus.transformers.example;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.problem.Similar;
import org.exchangebus.transformers.function.Words;
import org.exchangebus.transformers.problem.ExampleProblem;
import org.exchangebus.transformers.problem.MappingProblem;
import org.exchangebus.transformers.problem.Nearest;

/** {@code expected.json}: read, and written in one way, so that a difference of files is a difference of outcomes. */
final class ExpectedFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectWriter WRITER = JSON.writer(new DefaultPrettyPrinter()
            .withSeparators(Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private static final List<String> REASON = List.of("item", "rule");

    private ExpectedFile() {}

    /**
     * What is expected.
     *
     * @throws ProblemException if there is no file, or with everything that no row could become
     */
    static JsonNode read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new ProblemException(Finding.of(file.toString(), ExampleProblem.NO_EXPECTATION));
        }
        JsonNode outcomes = ExampleJson.read(file);
        if (!outcomes.isArray()) {
            throw ExampleJson.refusal(file.toString(), new Words("it is no list of outcomes", "不是结果的列表"));
        }
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            requireOutcome(file + " row " + (i + 1), outcomes.get(i), findings);
        }
        if (!findings.isEmpty()) {
            throw new ProblemException(findings);
        }
        return outcomes;
    }

    private static void requireOutcome(String where, JsonNode outcome, List<Finding> findings) {
        if (outcome.size() != 1 || !outcome.isObject()) {
            findings.add(Finding.of(where, ExampleProblem.NO_OUTCOME, Similar.list(Outcomes.KINDS)));
            return;
        }
        requireKnown(where, outcome, Outcomes.KINDS, findings);
        JsonNode rejected = outcome.path(Outcomes.REJECTED);
        if (rejected.isObject()) {
            requireKnown(where, rejected, REASON, findings);
        }
        rejected.elements().forEachRemaining(reason -> requireKnown(where, reason, REASON, findings));
    }

    private static void requireKnown(String where, JsonNode node, List<String> known, List<Finding> findings) {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                findings.add(Finding.of(where, MappingProblem.UNKNOWN_KEY, Nearest.arguments(name, known)));
            }
        });
    }

    static String written(ArrayNode outcomes) throws IOException {
        return WRITER.writeValueAsString(outcomes) + "\n";
    }
}
