package org.exchangebus.routes.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.exchangebus.schemas.record.ChunkId;
import org.exchangebus.schemas.record.Digest;
import org.exchangebus.schemas.record.Receipt;

/** A receipt as it travels: a JSON object. */
public final class ReceiptText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ReceiptText() {}

    public static String write(Receipt receipt) {
        ObjectNode object = JSON.createObjectNode()
                .put("chunk", receipt.chunk().text())
                .put("applied", receipt.applied())
                .put("superseded", receipt.superseded())
                .put("unchanged", receipt.unchanged())
                .put("digest", receipt.digest().hex());
        if (receipt.removed() > 0) {
            object.put("removed", receipt.removed());
        }
        if (receipt.refusal() != null) {
            object.put("refusal", receipt.refusal());
        }
        return object.toString();
    }

    /** @throws IllegalArgumentException if the text is no receipt; the message repeats nothing of it */
    public static Receipt read(String text) {
        try {
            JsonNode object = JSON.readTree(text);
            return new Receipt(
                    ChunkId.parse(object.required("chunk").asText()),
                    count(object, "applied"),
                    count(object, "superseded"),
                    count(object, "unchanged"),
                    object.has("removed") ? count(object, "removed") : 0,
                    Digest.parse(object.required("digest").asText()),
                    object.hasNonNull("refusal") ? object.get("refusal").asText() : null);
        } catch (JsonProcessingException | RuntimeException e) {
            throw new IllegalArgumentException("Not a receipt", e);
        }
    }

    private static int count(JsonNode object, String name) {
        JsonNode node = object.required(name);
        if (!node.canConvertToInt() || node.intValue() < 0) {
            throw new IllegalArgumentException(name);
        }
        return node.intValue();
    }
}
