package org.exchangebus.routes.ledger;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The payload of an entry as a row: a JSON object of the source's fields, each a text or null. */
public final class QuarantinedRow {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private QuarantinedRow() {}

    /** The cells by field, in their order; empty where the bytes are no such object. */
    public static Optional<Map<String, @Nullable String>> read(byte[] payload) {
        JsonNode object;
        try {
            object = JSON.readTree(payload);
        } catch (IOException e) {
            return Optional.empty();
        }
        if (object == null || !object.isObject() || object.isEmpty()) {
            return Optional.empty();
        }
        Map<String, @Nullable String> cells = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!field.getValue().isTextual() && !field.getValue().isNull()) {
                return Optional.empty();
            }
            cells.put(field.getKey(), field.getValue().textValue());
        }
        return Optional.of(cells);
    }

    static void requireRow(String where, byte[] payload) {
        if (read(payload).isEmpty()) {
            throw new ProblemException(Finding.of(where, RoutesProblem.PAYLOAD_IS_NO_ROW));
        }
    }
}
