package org.exchangebus.transformers.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.exchangebus.schemas.record.Cells;
import org.exchangebus.schemas.record.ChunkId;
import org.exchangebus.schemas.record.MappedChunk;
import org.exchangebus.schemas.record.Operation;
import org.exchangebus.schemas.record.RecordChunk;
import org.exchangebus.schemas.record.Rejection;
import org.exchangebus.schemas.record.Rows;
import org.exchangebus.schemas.record.SourceChunk;
import org.exchangebus.transformers.mapping.Mapping;
import org.jspecify.annotations.Nullable;

/**
 * Tries a mapping on its examples.
 *
 * <p>{@code in.json} is a list of rows: objects of texts or nulls, a field that is not named is null.
 * {@code expected.json} says of each row, in order, {@code {"record": {item: text}}} without the items that have no
 * value, {@code {"delete": {key item: text}}}, {@code {"left-out": {}}}, or {@code {"rejected": {"item", "rule"}}};
 * {@code rejected} with a list names all reasons, else only the first counts.
 */
public final class MappingExamples {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String REJECTED = "rejected";

    private MappingExamples() {}

    /** What is not as expected, row by row, for people; nothing where all is. */
    public static List<String> differences(Mapping mapping, MappingExample example) throws IOException {
        JsonNode rows = JSON.readTree(Files.readString(example.in()));
        JsonNode expected = JSON.readTree(Files.readString(example.expected()));
        List<String> differences = new ArrayList<>(shape(mapping, rows));
        if (!expected.isArray() || expected.size() != rows.size()) {
            differences.add("expected.json is no list of " + rows.size() + " outcomes");
        }
        if (!differences.isEmpty()) {
            return differences;
        }
        ArrayNode actual = outcomes(mapping, rows);
        for (int i = 0; i < rows.size(); i++) {
            JsonNode is = likeExpected(expected.get(i), actual.get(i));
            if (!is.equals(expected.get(i))) {
                differences.add("row " + (i + 1) + ": expected " + expected.get(i) + " but was " + is);
            }
        }
        return differences;
    }

    /** What becomes of the rows, as the text that {@code expected.json} would be. */
    public static String actual(Mapping mapping, MappingExample example) throws IOException {
        JsonNode rows = JSON.readTree(Files.readString(example.in()));
        List<String> wrong = shape(mapping, rows);
        if (!wrong.isEmpty()) {
            throw new IOException(example + ": " + String.join("; ", wrong));
        }
        return JSON.writeValueAsString(outcomes(mapping, rows)) + "\n";
    }

    private static List<String> shape(Mapping mapping, JsonNode rows) {
        List<String> wrong = new ArrayList<>();
        if (!rows.isArray() || rows.isEmpty()) {
            return List.of("in.json is no list of rows");
        }
        for (int i = 0; i < rows.size(); i++) {
            Iterator<Map.Entry<String, JsonNode>> fields = rows.get(i).fields();
            while (fields.hasNext()) {
                Map.Entry<String, JsonNode> field = fields.next();
                if (!mapping.fields().contains(field.getKey())) {
                    wrong.add("row " + (i + 1) + ": the source has no field '" + field.getKey() + "'");
                } else if (!field.getValue().isTextual() && !field.getValue().isNull()) {
                    wrong.add("row " + (i + 1) + ": '" + field.getKey() + "' is neither a text nor null");
                }
            }
        }
        return wrong;
    }

    private static ArrayNode outcomes(Mapping mapping, JsonNode rows) {
        Rows.Builder builder = new Rows.Builder(mapping.fields(), "in.json", rows.size());
        for (int i = 0; i < rows.size(); i++) {
            for (String field : mapping.fields()) {
                builder.cell(rows.get(i).path(field).textValue());
            }
            builder.endRow(i + 1L);
        }
        MappedChunk mapped = mapping.apply(new SourceChunk(new ChunkId(0, 0), "example", 0, builder.build()));
        JsonNode[] outcomes = new JsonNode[rows.size()];
        Cells cells = new Cells(mapped.records().items().size());
        RecordChunk.Reader records = mapped.records().read();
        while (records.next()) {
            records.show(cells);
            outcomes[(int) records.version()] = record(mapped.records(), records.operation(), cells);
        }
        for (Rejection rejection : mapped.rejections()) {
            outcomes[(int) rejection.position() - 1] = rejected(rejection);
        }
        ArrayNode all = JSON.createArrayNode();
        for (JsonNode outcome : outcomes) {
            all.add(outcome == null ? JSON.createObjectNode().set("left-out", JSON.createObjectNode()) : outcome);
        }
        return all;
    }

    private static JsonNode record(RecordChunk chunk, Operation operation, Cells cells) {
        ObjectNode outcome = JSON.createObjectNode();
        ObjectNode items = outcome.putObject(operation == Operation.DELETE ? "delete" : "record");
        for (int i = 0; i < chunk.items().size(); i++) {
            String text = cells.text(i);
            if (text != null) {
                items.put(chunk.items().get(i), text);
            }
        }
        return outcome;
    }

    private static JsonNode rejected(Rejection rejection) {
        ArrayNode reasons = JSON.createArrayNode();
        reasons.add(reason(rejection.item(), rejection.rule()));
        rejection.further().forEach(reason -> reasons.add(reason(reason.item(), reason.rule())));
        return JSON.createObjectNode().set(REJECTED, reasons.size() == 1 ? reasons.get(0) : reasons);
    }

    private static ObjectNode reason(@Nullable String item, String rule) {
        return JSON.createObjectNode().put("item", item).put("rule", rule);
    }

    /** An outcome with as many reasons as the expected one names. */
    private static JsonNode likeExpected(JsonNode expected, JsonNode actual) {
        JsonNode reasons = actual.path(REJECTED);
        return expected.path(REJECTED).isObject() && reasons.isArray()
                ? JSON.createObjectNode().set(REJECTED, reasons.get(0))
                : actual;
    }
}
