package org.exchangebus.schemas.export;

import java.util.List;
import java.util.stream.Collectors;
import org.exchangebus.schemas.export.Page.Cell;

/** A page as Markdown with tables, as code hosts show it. */
final class MarkdownPage {

    private MarkdownPage() {}

    static String of(Page page) {
        StringBuilder markdown = new StringBuilder(8192);
        markdown.append("# ").append(escaped(page.title())).append('\n');
        for (Page.Part part : page.parts()) {
            markdown.append('\n').append(text(part));
        }
        return markdown.toString();
    }

    private static String text(Page.Part part) {
        if (part instanceof Page.Sentence sentence) {
            return cell(sentence.cell()) + "\n";
        }
        if (part instanceof Page.Heading heading) {
            return "<a id=\"" + heading.anchor() + "\"></a>\n\n## " + escaped(heading.text()) + "\n";
        }
        Page.Table table = (Page.Table) part;
        String summary = table.summary() == null ? "" : escaped(table.summary()) + "\n\n";
        List<String> heads = table.heads().isEmpty() ? List.of("", "") : table.heads();
        return summary
                + row(heads.stream().map(MarkdownPage::escaped).toList())
                + row(heads.stream().map(head -> "---").toList())
                + table.rows().stream()
                        .map(row -> row(row.stream().map(MarkdownPage::cell).toList()))
                        .collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String cell(Cell cell) {
        String text = escaped(cell.text());
        return cell.link() == null ? text : "[" + text + "](" + cell.link() + ")";
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\\\|`*_<>\\[\\]]", "\\\\$0").replaceAll("\\R", " ");
    }
}
