package org.exchangebus.schemas.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.exchangebus.schemas.document.Document;
import org.exchangebus.schemas.document.DocumentSchema;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.exchangebus.schemas.problem.Similar;

/** Reads the resources below a folder into a map by name; goes on after a problem, so that all are told together. */
final class CatalogueReader {

    private static final DocumentSchema SCHEMA =
            DocumentSchema.of(Objects.requireNonNull(CatalogueReader.class.getResource("/schema/resource-1.json")));

    private final Map<String, Resource> resources;
    private final Map<String, String> codes = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Document, Resource> taken = new LinkedHashMap<>();

    CatalogueReader(Map<String, Resource> resources) {
        this.resources = resources;
        resources.values().forEach(resource -> codes.put(resource.code(), resource.name()));
    }

    void read(Path folder) {
        List<Path> files = files(folder);
        for (Path file : files) {
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
        if (taken.size() == files.size()) {
            taken.forEach(this::requireRelated);
        }
        if (!findings.isEmpty()) {
            throw new ProblemException(findings);
        }
    }

    /** Reads one file, wherever it lies. */
    static Resource resource(Path file) {
        Document document = Document.read(file);
        List<Finding> wrong = SCHEMA.check(document);
        if (wrong.isEmpty()) {
            Resource resource = ResourceReader.resource(document.root());
            wrong = new CatalogueCheck(document, resource).findings();
            if (wrong.isEmpty()) {
                return resource;
            }
        }
        throw new ProblemException(wrong);
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
        taken.put(document, resource);
        findings.addAll(new CatalogueCheck(document, resource).findings(file));
        Resource other = resources.putIfAbsent(resource.name(), resource);
        if (other != null) {
            findings.add(document.finding(
                    "/name", SchemaProblem.NAME_TWICE, "resource name", resource.name(), "'" + other.title() + "'"));
        }
        String owner = codes.putIfAbsent(resource.code(), resource.name());
        if (owner != null) {
            findings.add(document.finding(
                    "/code", SchemaProblem.NAME_TWICE, "resource code", resource.code(), "'" + owner + "'"));
        }
    }

    /** Asked when all files have been read, because a file may name one that comes after it. */
    private void requireRelated(Document document, Resource resource) {
        List<String> related = resource.metadata().related();
        for (int i = 0; i < related.size(); i++) {
            String code = related.get(i);
            if (!codes.containsKey(code)) {
                String nearest = Similar.nearest(code, codes.keySet());
                findings.add(document.finding("/related/" + i, SchemaProblem.RELATED_UNKNOWN, code, nearest));
            }
        }
    }
}
