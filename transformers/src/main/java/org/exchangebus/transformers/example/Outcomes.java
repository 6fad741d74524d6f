package org.exchangebus.transformers.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

/** What becomes of rows, in the words of {@code expected.json}, one outcome for each row in the order of the source. */
public final class Outcomes {

    static final String RECORD = "record";
    static final String DELETE = "delete";
    static final String LEFT_OUT = "left-out";
    static final String REJECTED = "rejected";

    /** Of a raw sample as a whole. */
    static final String REFUSED = "refused";

    /** Everything that can be expected. */
    static final List<String> KINDS = List.of(RECORD, DELETE, LEFT_OUT, REJECTED, REFUSED);

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** @param rejection null where the row was not rejected */
    public record Outcome(
            String place,
            long position,
            JsonNode json,
            @Nullable Rejection rejection) {}

    private Outcomes() {}

    /** Maps the rows and tells what became of each, bad ones included. */
    public static List<Outcome> of(Mapping mapping, Rows rows) {
        MappedChunk mapped = mapping.apply(new SourceChunk(new ChunkId(0, 0), mapping.name(), 0, rows));
        List<Outcome> outcomes = new ArrayList<>();
        boolean[] isTold = new boolean[rows.count()];
        Cells cells = new Cells(mapped.records().items().size());
        RecordChunk.Reader records = mapped.records().read();
        while (records.next()) {
            records.show(cells);
            int row = (int) records.version();
            isTold[row] = true;
            JsonNode json = record(mapped.records(), records.operation(), cells);
            outcomes.add(new Outcome(rows.place(), rows.position(row), json, null));
        }
        for (Rejection rejection : mapped.rejections()) {
            outcomes.add(new Outcome(rows.place(), rejection.position(), rejected(rejection), rejection));
            for (int row = 0; row < isTold.length; row++) {
                isTold[row] |= rows.position(row) == rejection.position();
            }
        }
        for (int row = 0; row < isTold.length; row++) {
            if (!isTold[row]) {
                JsonNode json = JSON.objectNode().set(LEFT_OUT, JSON.objectNode());
                outcomes.add(new Outcome(rows.place(), rows.position(row), json, null));
            }
        }
        outcomes.sort(Comparator.comparingLong(Outcome::position));
        return outcomes;
    }

    private static JsonNode record(RecordChunk chunk, Operation operation, Cells cells) {
        ObjectNode outcome = JSON.objectNode();
        ObjectNode items = outcome.putObject(operation == Operation.DELETE ? DELETE : RECORD);
        for (int i = 0; i < chunk.items().size(); i++) {
            String text = cells.text(i);
            if (text != null) {
                items.put(chunk.items().get(i), text);
            }
        }
        return outcome;
    }

    private static JsonNode rejected(Rejection rejection) {
        ArrayNode reasons = JSON.arrayNode();
        reasons.add(reason(rejection.item(), rejection.rule()));
        rejection.further().forEach(reason -> reasons.add(reason(reason.item(), reason.rule())));
        return JSON.objectNode().set(REJECTED, reasons.size() == 1 ? reasons.get(0) : reasons);
    }

    private static ObjectNode reason(@Nullable String item, String rule) {
        return JSON.objectNode().put("item", item).put("rule", rule);
    }
}
