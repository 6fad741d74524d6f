package org.exchangebus.schemas.codetable;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.exchangebus.schemas.document.Document;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.jspecify.annotations.Nullable;

/** Reads the code tables of a folder; everything wrong in all of them is reported together. */
final class CodeTableReader {

    private static final DocumentFolder FOLDER = new DocumentFolder("code-table-1.json");

    private final List<Finding> findings = new ArrayList<>();

    SortedMap<String, CodeTable> read(Path folder) throws IOException {
        SortedMap<String, CodeTable> tables = new TreeMap<>();
        FOLDER.read(folder, findings, (file, document) -> {
            String name = document.root().get("name").asText();
            String stem = file.getFileName().toString().replace(".yaml", "");
            if (!stem.equals(name)) {
                findings.add(document.finding("/name", SchemaProblem.NAME_AND_PLACE_DISAGREE, "name", name, stem));
            }
            CodeTable table = table(file, document);
            tables.put(table.name(), table);
        });
        return Collections.unmodifiableSortedMap(tables);
    }

    CodeTable readFile(Path file) {
        Document document = Document.read(file);
        findings.addAll(FOLDER.check(document));
        CodeTable table = findings.isEmpty() ? table(file, document) : null;
        if (table == null || !findings.isEmpty()) {
            throw new ProblemException(findings);
        }
        return table;
    }

    private CodeTable table(Path file, Document document) {
        JsonNode root = document.root();
        String name = root.get("name").asText();
        Map<String, Code> codes = new LinkedHashMap<>();
        Words words = new Words();
        if (root.has("rows") == root.has("codes")) {
            findings.add(document.finding("", SchemaProblem.EITHER_OF_TWO_KEYS, "codes", "rows"));
        } else if (root.has("rows")) {
            new CodeRows(file.resolveSibling(root.get("rows").asText()), findings)
                    .read((code, where) -> add(code, where, codes, words));
        } else {
            JsonNode entries = root.get("codes");
            for (int i = 0; i < entries.size(); i++) {
                add(code(entries.get(i)), document.where("/codes/" + i), codes, words);
            }
        }
        return new CodeTable(name, origin(root), codes, words.codes());
    }

    private static CodeTable.Origin origin(JsonNode root) {
        return new CodeTable.Origin(
                root.get("title").asText(),
                root.get("standard").asText(),
                root.get("edition").asText(),
                root.get("summary").asText(),
                root.path("open").asBoolean(false),
                texts(root.path("prefixes")),
                root.at("/digits/fewest").asInt(0),
                root.at("/digits/most").asInt(0));
    }

    private static Code code(JsonNode entry) {
        String code = entry.get("code").asText();
        return new Code(
                code,
                entry.path("label").asText(code),
                texts(entry.path("aliases")),
                day(entry, "valid-from"),
                day(entry, "valid-until"));
    }

    private static @Nullable LocalDate day(JsonNode entry, String key) {
        return entry.has(key) ? LocalDate.parse(entry.get(key).asText()) : null;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private void add(Code code, String where, Map<String, Code> codes, Words words) {
        if (codes.putIfAbsent(code.code(), code) != null) {
            find(where, SchemaProblem.NAME_TWICE, "code", code.code(), "another entry");
        }
        LocalDate from = code.validFrom();
        LocalDate until = code.validUntil();
        if (from != null && until != null && from.isAfter(until)) {
            find(where, SchemaProblem.LIMITS_CROSSED, "valid-from", from.toString(), "valid-until", until.toString());
        }
        name(code.label(), code, where, words);
        code.aliases().forEach(alias -> name(alias, code, where, words));
    }

    private void name(String word, Code code, String where, Words words) {
        String taken = words.add(word, code);
        if (taken != null) {
            find(where, SchemaProblem.NAME_TWICE, "label", word, "code '" + taken + "'");
        }
    }

    private void find(String where, SchemaProblem problem, String... arguments) {
        findings.add(Finding.of(where, problem, arguments));
    }
}
