package org.exchangebus.transformers.example;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.transformers.problem.MappingProblem;

/** {@code expected.json}: read, and written in one way, so that a difference of files is a difference of outcomes. */
final class ExpectedFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectWriter WRITER = JSON.writer(new DefaultPrettyPrinter()
            .withSeparators(Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private ExpectedFile() {}

    /** What is expected; an empty list where there is no file yet. */
    static JsonNode read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return JSON.createArrayNode();
        }
        try {
            return JSON.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            String where = file + ":" + e.getLocation().getLineNr() + ":"
                    + e.getLocation().getColumnNr();
            throw new ProblemException(Finding.of(where, MappingProblem.SAMPLE_UNREADABLE, e.getOriginalMessage()));
        }
    }

    static String written(ArrayNode outcomes) throws IOException {
        return WRITER.writeValueAsString(outcomes) + "\n";
    }
}
