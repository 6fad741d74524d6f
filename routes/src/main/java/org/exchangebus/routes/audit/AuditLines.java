package org.exchangebus.routes.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Consumer;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The audit as JSON Lines: an entry a line, and the head as the last one, so that a cut off file is seen. */
public final class AuditLines {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AuditLines() {}

    /** An entry with all its columns, under their names. */
    public static String of(AuditEntry entry) {
        ObjectNode line = JSON.createObjectNode();
        line.put("number", entry.number()).put("at", entry.at().toString());
        line.put("who", entry.who()).put("act", entry.act()).put("subject", entry.subject());
        line.put("reason", entry.reason()).put("detail", entry.detail());
        line.put("previous", entry.previous()).put("hash", entry.hash());
        return line.toString();
    }

    /** The last line of a file. */
    public static String of(Head head) {
        ObjectNode line = JSON.createObjectNode();
        line.putObject("head")
                .put("number", head.number())
                .put("hash", head.hash())
                .put("at", head.at().toString());
        return line.toString();
    }

    /**
     * Reads a file to its head.
     *
     * @return the head; null where the file ends without it
     */
    public static @Nullable Head read(Path file, Consumer<AuditEntry> entries) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                number++;
                JsonNode line = parsed(file, number, text);
                if (line.has("head")) {
                    return head(file, number, line.get("head"));
                }
                entries.accept(entry(file, number, line));
            }
            return null;
        } catch (CharacterCodingException e) {
            throw new ProblemException(Finding.of(file.toString(), RoutesProblem.AUDIT_LINE_IS_UNREADABLE), e);
        }
    }

    private static JsonNode parsed(Path file, int number, String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw unreadable(file, number);
        }
    }

    private static Head head(Path file, int number, JsonNode head) {
        try {
            Instant at = Instant.parse(head.path("at").asText());
            return new Head(head.path("number").asLong(-1), head.path("hash").asText(), at);
        } catch (DateTimeException e) {
            throw unreadable(file, number);
        }
    }

    private static AuditEntry entry(Path file, int number, JsonNode line) {
        for (String name : new String[] {"number", "at", "who", "act", "subject", "detail", "previous", "hash"}) {
            if (!line.hasNonNull(name)) {
                throw unreadable(file, number);
            }
        }
        try {
            return new AuditEntry(
                    line.get("number").asLong(),
                    Instant.parse(line.get("at").asText()),
                    line.get("who").asText(),
                    line.get("act").asText(),
                    line.get("subject").asText(),
                    line.path("reason").isTextual() ? line.get("reason").asText() : null,
                    line.get("detail").asText(),
                    line.get("previous").asText(),
                    line.get("hash").asText());
        } catch (DateTimeException e) {
            throw unreadable(file, number);
        }
    }

    private static ProblemException unreadable(Path file, int number) {
        return new ProblemException(Finding.of(file + ":" + number, RoutesProblem.AUDIT_LINE_IS_UNREADABLE));
    }
}
