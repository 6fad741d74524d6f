package org.exchangebus.schemas.codetable;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exchangebus.schemas.document.Document;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.exchangebus.schemas.problem.Similar;
import org.jspecify.annotations.Nullable;

/** Reads the cross-walks of a folder; they lead to codes that their tables hold. */
final class CrossWalkReader {

    private final Map<String, CodeTable> tables;
    private final List<Finding> findings = new ArrayList<>();

    CrossWalkReader(Map<String, CodeTable> tables) {
        this.tables = tables;
    }

    List<CrossWalk> read(Path folder) throws IOException {
        List<CrossWalk> walks = new ArrayList<>();
        new DocumentFolder("cross-walk-1.json").read(folder, findings, (file, document) -> {
            CrossWalk walk = walk(file, document);
            if (walk != null) {
                walks.add(walk);
            }
        });
        return List.copyOf(walks);
    }

    private @Nullable CrossWalk walk(Path file, Document document) {
        JsonNode root = document.root();
        String from = root.get("from").asText();
        String to = root.get("to").asText();
        String stem = file.getFileName().toString().replace(".yaml", "");
        String name = to + "-from-" + from;
        if (!stem.equals(name)) {
            findings.add(document.finding("", SchemaProblem.NAME_AND_PLACE_DISAGREE, "cross-walk", name, stem));
        }
        CodeTable target = tables.get(to);
        if (target == null) {
            findings.add(document.finding(
                    "/to",
                    SchemaProblem.NAME_UNKNOWN,
                    "code table",
                    to,
                    Similar.nearest(to, tables.keySet()),
                    Similar.list(tables.keySet())));
            return null;
        }
        Map<String, List<String>> codes = new LinkedHashMap<>();
        JsonNode entries = root.get("codes");
        for (int i = 0; i < entries.size(); i++) {
            String pointer = "/codes/" + i;
            String code = entries.get(i).get("from").asText();
            List<String> becomes = becomes(document, pointer, entries.get(i));
            becomes.forEach(found -> requireHeld(document, pointer, found, target));
            // The source may be a dialect, which has no table of its own.
            requireHeld(document, pointer, code, tables.get(from));
            if (codes.putIfAbsent(code, becomes) != null) {
                findings.add(document.finding(pointer, SchemaProblem.NAME_TWICE, "code", code, "another entry"));
            }
        }
        return new CrossWalk(from, to, root.get("summary").asText(), codes);
    }

    private List<String> becomes(Document document, String pointer, JsonNode entry) {
        if (entry.has("to") == entry.has("one-of")) {
            findings.add(document.finding(pointer, SchemaProblem.EITHER_OF_TWO_KEYS, "to", "one-of"));
            return List.of("");
        }
        List<String> becomes = new ArrayList<>();
        if (entry.has("to")) {
            becomes.add(entry.get("to").asText());
        } else {
            entry.get("one-of").forEach(code -> becomes.add(code.asText()));
        }
        return List.copyOf(becomes);
    }

    private void requireHeld(Document document, String pointer, String code, @Nullable CodeTable table) {
        if (table != null && !code.isEmpty() && !table.holds(code)) {
            findings.add(document.finding(pointer, SchemaProblem.WALKS_TO_NO_CODE, code, table.name()));
        }
    }
}
