package org.exchangebus.schemas.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.exchangebus.schemas.document.Document;
import org.exchangebus.schemas.document.DocumentSchema;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.problem.SchemaProblem;

/** Reads the resources below a folder into a map by name; goes on after a problem, so that all are told together. */
final class CatalogueReader {

    private static final DocumentSchema SCHEMA =
            DocumentSchema.of(Objects.requireNonNull(CatalogueReader.class.getResource("/schema/resource-1.json")));

    private final Map<String, Resource> resources;
    private final Map<String, String> codes = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    CatalogueReader(Map<String, Resource> resources) {
        this.resources = resources;
        resources.values().forEach(resource -> codes.put(resource.code(), resource.name()));
    }

    void read(Path folder) {
        for (Path file : files(folder)) {
            try {
                Document document = Document.read(file);
                List<Finding> wrong = SCHEMA.check(document);
                findings.addAll(wrong);
                if (wrong.isEmpty()) {
                    add(document, folder.relativize(file));
                }
            } catch (ProblemException e) {
                findings.addAll(e.findings());
            }
        }
        if (!findings.isEmpty()) {
            throw new ProblemException(findings);
        }
    }

    private List<Path> files(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            findings.add(Finding.of(folder.toString(), SchemaProblem.FILE_UNREADABLE, String.valueOf(e.getMessage())));
            return List.of();
        }
    }

    private void add(Document document, Path file) {
        Resource resource = ResourceReader.resource(document.root());
        findings.addAll(new CatalogueCheck(document, resource).findings(file));
        Resource other = resources.putIfAbsent(resource.name(), resource);
        if (other != null) {
            findings.add(document.finding(
                    "/name", SchemaProblem.NAME_TWICE, "resource name", resource.name(), "'" + other.title() + "'"));
        }
        String taken = codes.putIfAbsent(resource.code(), resource.name());
        if (taken != null) {
            findings.add(document.finding(
                    "/code", SchemaProblem.NAME_TWICE, "resource code", resource.code(), "'" + taken + "'"));
        }
    }
}
