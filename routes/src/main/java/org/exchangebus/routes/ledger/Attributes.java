package org.exchangebus.routes.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.exchangebus.schemas.run.Segment;

/** A segment's attributes as the ledger keeps them. */
final class Attributes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Attributes() {}

    static String write(Segment segment) {
        try {
            return JSON.writeValueAsString(segment.attributes());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> read(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
