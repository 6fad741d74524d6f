package org.exchangebus.schemas.codetable;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.exchangebus.schemas.document.Document;
import org.exchangebus.schemas.document.DocumentSchema;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.exchangebus.schemas.run.SystemFolder;

/** Reads code tables from a folder; everything wrong in all of them is reported together. */
final class CodeTables {

    static final SortedMap<String, CodeTable> BUNDLED = bundled();

    private final List<Finding> findings = new ArrayList<>();

    private static SortedMap<String, CodeTable> bundled() {
        URL folder = Objects.requireNonNull(CodeTables.class.getResource("/code-tables"), "code-tables");
        try {
            return new CodeTables().read(SystemFolder.onClassPath(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SortedMap<String, CodeTable> read(Path folder) throws IOException {
        DocumentSchema schema =
                DocumentSchema.of(Objects.requireNonNull(CodeTables.class.getResource("/schema/code-table-1.json")));
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        SortedMap<String, CodeTable> tables = new TreeMap<>();
        for (Path file : files) {
            try {
                Document document = Document.read(file);
                List<Finding> wrong = schema.check(document);
                findings.addAll(wrong);
                if (wrong.isEmpty()) {
                    CodeTable table = table(file, document);
                    tables.put(table.name(), table);
                }
            } catch (ProblemException e) {
                findings.addAll(e.findings());
            }
        }
        if (!findings.isEmpty()) {
            throw new ProblemException(findings);
        }
        return Collections.unmodifiableSortedMap(tables);
    }

    private CodeTable table(Path file, Document document) {
        JsonNode root = document.root();
        String name = root.get("name").asText();
        String stem = file.getFileName().toString().replace(".yaml", "");
        if (!stem.equals(name)) {
            findings.add(document.finding("/name", SchemaProblem.NAME_AND_PLACE_DISAGREE, "name", name, stem));
        }
        List<String> prefixes = new ArrayList<>();
        root.path("prefixes").forEach(prefix -> prefixes.add(prefix.asText()));
        CodeTable.Origin origin = new CodeTable.Origin(
                root.get("title").asText(),
                root.get("standard").asText(),
                root.get("edition").asText(),
                root.get("summary").asText(),
                root.path("open").asBoolean(false),
                prefixes,
                root.at("/digits/fewest").asInt(0),
                root.at("/digits/most").asInt(0));
        Map<String, String> labels = new LinkedHashMap<>();
        Map<String, String> codes = new LinkedHashMap<>();
        JsonNode entries = root.get("codes");
        for (int i = 0; i < entries.size(); i++) {
            JsonNode entry = entries.get(i);
            String code = entry.get("code").asText();
            String label = entry.path("label").asText(code);
            if (labels.putIfAbsent(code, label) != null) {
                findings.add(document.finding("/codes/" + i, SchemaProblem.NAME_TWICE, "code", code, "another entry"));
            }
            addLabel(document, i, codes, label, code);
            for (JsonNode alias : entry.path("aliases")) {
                addLabel(document, i, codes, alias.asText(), code);
            }
        }
        return new CodeTable(name, origin, labels, codes);
    }

    private void addLabel(Document document, int entry, Map<String, String> codes, String label, String code) {
        String taken = codes.putIfAbsent(label, code);
        if (taken != null) {
            findings.add(document.finding(
                    "/codes/" + entry, SchemaProblem.NAME_TWICE, "label", label, "code '" + taken + "'"));
        }
    }
}
