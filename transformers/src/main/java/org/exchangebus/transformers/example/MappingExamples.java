package org.exchangebus.transformers.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.record.Rows;
import org.exchangebus.transformers.mapping.Mapping;

/**
 * Tries a mapping on its examples.
 *
 * <p>{@code expected.json} says of each row, in order, {@code {"record": {item: text}}} without the items that have no
 * value, {@code {"delete": {key item: text}}}, {@code {"left-out": {}}}, or {@code {"rejected": {"item", "rule"}}};
 * {@code rejected} with a list names all reasons, else only the first counts. Of a raw sample that the source would
 * not take as a whole it is {@code [{"refused": "<problem code>"}]}.
 */
public final class MappingExamples {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Mapping mapping;
    private final RawSamples raw;

    public MappingExamples(Mapping mapping, RawSamples raw) {
        this.mapping = mapping;
        this.raw = raw;
    }

    /**
     * The rows of an example.
     *
     * @throws ProblemException if the source could not have sent them
     */
    public List<Rows> rows(MappingExample example) throws IOException {
        return example.isRaw()
                ? raw.read(example.system(), example.mapping(), example.in())
                : List.of(written(example.in()));
    }

    /**
     * Rows that somebody wrote by hand: a list of objects of texts or nulls; a field that is not named is null.
     *
     * @throws ProblemException with everything that the source could not have sent
     */
    public Rows written(Path file) throws IOException {
        return ExampleRows.read(file, mapping.fields());
    }

    /**
     * What is not as expected, row by row and item by item; nothing where all is.
     *
     * @throws ProblemException if one of the example's files makes no sense
     */
    public List<Difference> differences(MappingExample example) throws IOException {
        ArrayNode actual = outcomes(example);
        JsonNode expected = ExpectedFile.read(example.expected());
        List<Difference> differences = new ArrayList<>();
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            compare(i + 1, expected.path(i), actual.path(i), differences);
        }
        return differences;
    }

    /** Writes what becomes of the rows as what is expected; false, and nothing is touched, where it is so already. */
    public boolean update(MappingExample example) throws IOException {
        if (Files.exists(example.expected()) && differences(example).isEmpty()) {
            return false;
        }
        Files.writeString(example.expected(), ExpectedFile.written(outcomes(example)));
        return true;
    }

    private ArrayNode outcomes(MappingExample example) throws IOException {
        ArrayNode outcomes = JSON.arrayNode();
        List<Rows> blocks;
        try {
            blocks = rows(example);
        } catch (ProblemException e) {
            if (!example.isRaw()) {
                throw e;
            }
            return outcomes.add(JSON.objectNode()
                    .put(Outcomes.REFUSED, e.findings().get(0).problem().code()));
        }
        for (Rows rows : blocks) {
            Outcomes.of(mapping, rows).forEach(outcome -> outcomes.add(outcome.json()));
        }
        return outcomes;
    }

    private static void compare(int row, JsonNode expected, JsonNode made, List<Difference> differences) {
        JsonNode actual = likeExpected(expected, made);
        if (actual.equals(expected)) {
            return;
        }
        for (String kind : List.of(Outcomes.RECORD, Outcomes.DELETE)) {
            if (expected.has(kind) && actual.has(kind)) {
                compareItems(row, expected.get(kind), actual.get(kind), differences);
                return;
            }
        }
        differences.add(new Difference(row, null, expected, actual));
    }

    private static void compareItems(int row, JsonNode expected, JsonNode actual, List<Difference> differences) {
        Set<String> items = new TreeSet<>();
        expected.fieldNames().forEachRemaining(items::add);
        actual.fieldNames().forEachRemaining(items::add);
        for (String item : items) {
            if (!expected.path(item).equals(actual.path(item))) {
                differences.add(new Difference(row, item, expected.path(item), actual.path(item)));
            }
        }
    }

    /** An outcome with as many reasons as the expected one names. */
    private static JsonNode likeExpected(JsonNode expected, JsonNode actual) {
        JsonNode reasons = actual.path(Outcomes.REJECTED);
        if (!expected.path(Outcomes.REJECTED).isObject() || !reasons.isArray()) {
            return actual;
        }
        return JSON.objectNode().set(Outcomes.REJECTED, reasons.get(0));
    }
}
