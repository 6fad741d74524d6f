package org.exchangebus.schemas.codetable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.exchangebus.schemas.document.Document;
import org.exchangebus.schemas.document.DocumentSchema;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;

/** The YAML files of one folder, each held to one schema; everything wrong in all of them is reported together. */
final class DocumentFolder {

    private final DocumentSchema schema;

    DocumentFolder(String schema) {
        this.schema = DocumentSchema.of(Objects.requireNonNull(DocumentFolder.class.getResource("/schema/" + schema)));
    }

    /** Gives each sound file, by name, to a reader, which adds what it finds wrong. */
    void read(Path folder, List<Finding> findings, BiConsumer<Path, Document> reader) throws IOException {
        for (Path file : files(folder)) {
            try {
                Document document = Document.read(file);
                List<Finding> wrong = schema.check(document);
                findings.addAll(wrong);
                if (wrong.isEmpty()) {
                    reader.accept(file, document);
                }
            } catch (ProblemException e) {
                findings.addAll(e.findings());
            }
        }
        if (!findings.isEmpty()) {
            throw new ProblemException(findings);
        }
    }

    /** What is wrong with a single document of such a folder. */
    List<Finding> check(Document document) {
        return schema.check(document);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }
}
