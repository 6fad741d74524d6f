package org.exchangebus.deploy.catalogue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.deploy.demo.Table;
import org.exchangebus.deploy.demo.TextWidth;
import org.exchangebus.schemas.catalogue.Item;
import org.exchangebus.schemas.catalogue.Resource;
import org.exchangebus.schemas.catalogue.Rule;
import org.exchangebus.schemas.codetable.CodeTable;
import org.exchangebus.schemas.export.Facts;
import org.exchangebus.schemas.export.ItemTable;
import org.exchangebus.schemas.export.Words;

/** Everything that the catalogue says of one resource. */
public final class ResourceSheet {

    private final Resource resource;
    private final boolean hasCodes;

    /** @param hasCodes whether the codes of its code tables are told, too */
    public ResourceSheet(Resource resource, boolean hasCodes) {
        this.resource = resource;
        this.hasCodes = hasCodes;
    }

    /** Metadata, items and rules for people, or one JSON object. */
    public void write(PrintWriter out, Locale language, ReportFormat format) {
        if (format == ReportFormat.JSON) {
            out.println(json());
            return;
        }
        Words words = Words.in(language);
        out.println(resource.name() + "  " + resource.title());
        out.println();
        writePairs(
                out,
                Facts.of(resource, words).stream()
                        .map(fact -> List.of(fact.label(), fact.value()))
                        .toList());
        writeItems(out, words);
        writeRules(out, words);
        if (hasCodes) {
            tables().forEach(name -> writeCodes(out, CodeTable.bundled(name)));
        }
    }

    private void writeItems(PrintWriter out, Words words) {
        ItemTable items = new ItemTable(resource, words);
        int last = items.heads().size() - 1;
        out.println();
        out.println(words.say("items"));
        out.println();
        Table table = new Table(items.heads().subList(0, last));
        items.rows().forEach(row -> table.add(row.subList(0, last)));
        table.lines().forEach(out::println);
        out.println();
        writePairs(
                out,
                resource.items().stream()
                        .map(item -> List.of(item.name(), words.in(item.summary())))
                        .toList());
    }

    private void writeRules(PrintWriter out, Words words) {
        if (resource.rules().isEmpty()) {
            return;
        }
        out.println();
        out.println(words.say("rules"));
        for (Rule rule : resource.rules()) {
            out.println();
            out.println(rule.statement());
            out.println("    " + rule.because());
        }
    }

    private static void writeCodes(PrintWriter out, CodeTable codes) {
        CodeTable.Origin origin = codes.origin();
        out.println();
        out.println(codes.name() + "  " + origin.title() + " " + origin.standard() + "-" + origin.edition());
        out.println();
        writePairs(
                out,
                codes.labels().entrySet().stream()
                        .map(code -> List.of(code.getKey(), code.getValue()))
                        .toList());
    }

    /** The first of each pair in a column of its own. */
    private static void writePairs(PrintWriter out, List<List<String>> pairs) {
        int widest =
                pairs.stream().mapToInt(pair -> TextWidth.of(pair.get(0))).max().orElse(0);
        for (List<String> pair : pairs) {
            out.println("  " + pair.get(0) + " ".repeat(widest - TextWidth.of(pair.get(0)) + 2) + pair.get(1));
        }
    }

    private List<String> tables() {
        return resource.items().stream()
                .map(Item::codeTable)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private ObjectNode json() {
        ObjectNode json = ResourceList.json(resource);
        json.put("summary", resource.summary());
        ArrayNode key = json.putArray("key");
        resource.key().forEach(key::add);
        ArrayNode items = json.putArray("items");
        resource.items().forEach(item -> items.add(json(item)));
        ArrayNode rules = json.putArray("rules");
        for (Rule rule : resource.rules()) {
            ObjectNode node = rules.addObject().put("rule", rule.name()).put("statement", rule.statement());
            ArrayNode names = node.putArray("items");
            rule.items().forEach(names::add);
            node.put("because", rule.because());
        }
        if (hasCodes) {
            ObjectNode tables = json.putObject("codeTables");
            tables().forEach(name -> {
                ObjectNode codes = tables.putObject(name);
                CodeTable.bundled(name).labels().forEach(codes::put);
            });
        }
        return json;
    }

    private static ObjectNode json(Item item) {
        ObjectNode json = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        json.put("name", item.name()).put("title", item.title()).put("shortName", item.shortName());
        json.put("type", ResourceList.label(item.type()));
        if (item.length() > 0) {
            json.put("length", item.length());
        }
        if (item.precision() > 0) {
            json.put("precision", item.precision()).put("scale", item.scale());
        }
        json.put("obligation", ResourceList.label(item.obligation()));
        json.put("codeTable", item.codeTable()).put("identifier", item.identifier());
        json.put("masking", item.masking() == null ? null : item.masking().label());
        if (!item.items().isEmpty()) {
            json.put("repeated", item.isRepeated());
            ArrayNode nested = json.putArray("items");
            item.items().forEach(inner -> nested.add(json(inner)));
        }
        json.put("summary", item.summary().english());
        return json.put("summaryZh", item.summary().chinese());
    }
}
