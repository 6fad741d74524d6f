package org.exchangebus.schemas.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.exchangebus.schemas.catalogue.Item;
import org.exchangebus.schemas.catalogue.Metadata;
import org.exchangebus.schemas.catalogue.Resource;
import org.exchangebus.schemas.catalogue.Rule;
import org.exchangebus.schemas.codetable.CodeTable;
import org.exchangebus.schemas.export.Page.Cell;
import org.exchangebus.schemas.export.Page.Heading;
import org.exchangebus.schemas.export.Page.Sentence;
import org.exchangebus.schemas.export.Page.Table;

/** The catalogue as pages: one for each resource, and an index that leads to them. */
final class CataloguePages {

    private final Collection<Resource> resources;
    private final Words words;
    private final String ending;

    /** @param ending that of the files, such as {@code .html}; links are made with it */
    CataloguePages(Collection<Resource> resources, Words words, String ending) {
        this.resources = resources;
        this.words = words;
        this.ending = ending;
    }

    Page index() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Resource resource : resources) {
            Metadata metadata = resource.metadata();
            rows.add(List.of(
                    Cell.of(resource.code()),
                    new Cell(resource.title(), resource.name() + ending),
                    Cell.of(resource.name()),
                    Cell.of(words.label(metadata.classification().resourceClass()) + " / "
                            + metadata.classification().category()),
                    Cell.of(metadata.provider().name()),
                    Cell.of(words.label(metadata.sharing().type())),
                    Cell.of(words.label(metadata.updateCycle()))));
        }
        List<String> heads = List.of(
                words.say("code"),
                words.say("title"),
                words.say("name"),
                words.say("class"),
                words.say("provider"),
                words.say("sharing-type"),
                words.say("update-cycle"));
        return new Page(words, words.say("index.title"))
                .add(new Sentence(Cell.of(words.say("index.about", resources.size()))))
                .add(new Table(heads, rows, null));
    }

    Page page(Resource resource) {
        Page page = new Page(words, resource.title());
        page.add(new Sentence(new Cell(words.say("back"), "index" + ending)));
        page.add(new Heading(words.say("metadata"), "metadata"));
        page.add(new Table(List.of(), facts(resource), null));
        page.add(new Heading(words.say("items"), "items"));
        page.add(items(resource));
        if (!resource.rules().isEmpty()) {
            page.add(new Heading(words.say("rules"), "rules"));
            page.add(rules(resource));
        }
        List<String> tables = codeTables(resource);
        if (!tables.isEmpty()) {
            page.add(new Heading(words.say("codes"), "codes"));
            tables.forEach(name -> addCodes(page, CodeTable.bundled(name)));
        }
        return page;
    }

    /** The data dictionary alone. */
    Page dictionary(Resource resource) {
        ItemTable table = new ItemTable(resource, words);
        return new Page(words, words.say("dictionary.title", resource.title()))
                .add(new Table(
                        table.heads(), table.rows().stream().map(Page::cells).toList(), null));
    }

    /** The names of the code tables that a resource uses. */
    static List<String> codeTables(Resource resource) {
        return List.copyOf(resource.items().stream()
                .map(Item::codeTable)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private List<List<Cell>> facts(Resource resource) {
        Map<String, String> pages =
                resources.stream().collect(Collectors.toMap(Resource::code, other -> other.name() + ending));
        List<List<Cell>> rows = new ArrayList<>();
        for (Facts.Fact fact : Facts.of(resource, words)) {
            boolean isOwn = fact.value().equals(resource.code());
            rows.add(List.of(Cell.of(fact.label()), new Cell(fact.value(), isOwn ? null : pages.get(fact.value()))));
        }
        return rows;
    }

    private Table items(Resource resource) {
        ItemTable table = new ItemTable(resource, words);
        int codeTable = table.heads().indexOf(words.say("code-table"));
        List<List<Cell>> rows = new ArrayList<>();
        for (List<String> texts : table.rows()) {
            List<Cell> row = new ArrayList<>(Page.cells(texts));
            String name = texts.get(codeTable);
            if (!name.isEmpty()) {
                row.set(codeTable, new Cell(name, "#" + anchor(name)));
            }
            rows.add(row);
        }
        return new Table(table.heads(), rows, null);
    }

    private Table rules(Resource resource) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Rule rule : resource.rules()) {
            rows.add(Page.cells(
                    List.of(rule.name(), String.join(words.say("separator"), rule.items()), rule.because())));
        }
        return new Table(List.of(words.say("rule"), words.say("rule-items"), words.say("because")), rows, null);
    }

    private void addCodes(Page page, CodeTable table) {
        CodeTable.Origin origin = table.origin();
        List<List<Cell>> rows = new ArrayList<>();
        table.labels().forEach((code, label) -> rows.add(Page.cells(List.of(code, label))));
        page.add(new Heading(table.name(), anchor(table.name())));
        page.add(new Sentence(Cell.of(origin.summary())));
        String summary = origin.title() + " " + origin.standard() + "-" + origin.edition() + " (" + rows.size() + ")";
        page.add(new Table(List.of(words.say("code-value"), words.say("label")), rows, summary));
    }

    private static String anchor(String table) {
        return "codes-" + table;
    }
}
