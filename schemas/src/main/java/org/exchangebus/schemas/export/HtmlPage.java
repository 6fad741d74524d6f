package org.exchangebus.schemas.export;

import java.util.List;
import org.exchangebus.schemas.export.Page.Cell;

/** A page as HTML: one file that needs neither network nor script. */
final class HtmlPage {

    private static final String STYLE = """
            body{font:16px/1.5 system-ui,"Noto Sans SC","Microsoft YaHei",sans-serif;max-width:80rem;margin:2rem auto;\
            padding:0 1rem;color:#1a1a1a;background:#fff}
            .wide{overflow-x:auto}
            table{border-collapse:collapse;margin:.5rem 0}
            th,td{border:1px solid #c8ccd0;padding:.3rem .6rem;text-align:left;vertical-align:top}
            thead th,tbody th{background:#eef1f4;font-weight:600}
            tbody th{white-space:nowrap}
            a{color:#0b5394}
            """;

    private final StringBuilder html = new StringBuilder(16384);

    private HtmlPage() {}

    static String of(Page page) {
        return new HtmlPage().write(page);
    }

    private String write(Page page) {
        html.append("<!DOCTYPE html>\n<html lang=\"").append(page.words().tag()).append("\">\n<head>\n");
        html.append("<meta charset=\"utf-8\">\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.append("<title>").append(escaped(page.title())).append("</title>\n<style>\n");
        html.append(STYLE).append("</style>\n</head>\n<body>\n<main>\n");
        html.append("<h1>").append(escaped(page.title())).append("</h1>\n");
        page.parts().forEach(this::write);
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private void write(Page.Part part) {
        if (part instanceof Page.Sentence sentence) {
            html.append("<p>").append(cell(sentence.cell())).append("</p>\n");
        } else if (part instanceof Page.Heading heading) {
            html.append("<h2 id=\"").append(escaped(heading.anchor())).append("\">");
            html.append(escaped(heading.text())).append("</h2>\n");
        } else if (part instanceof Page.Table table) {
            write(table);
        }
    }

    private void write(Page.Table table) {
        String summary = table.summary();
        if (summary != null) {
            html.append("<details>\n<summary>").append(escaped(summary)).append("</summary>\n");
        }
        html.append("<div class=\"wide\">\n<table>\n");
        if (!table.heads().isEmpty()) {
            html.append("<thead><tr>");
            table.heads().forEach(head -> html.append("<th scope=\"col\">")
                    .append(escaped(head))
                    .append("</th>"));
            html.append("</tr></thead>\n");
        }
        html.append("<tbody>\n");
        table.rows().forEach(row -> write(row, table.heads().isEmpty()));
        html.append("</tbody>\n</table>\n</div>\n").append(summary == null ? "" : "</details>\n");
    }

    private void write(List<Cell> row, boolean hasHead) {
        html.append("<tr>");
        for (int i = 0; i < row.size(); i++) {
            boolean isHead = hasHead && i == 0;
            html.append(isHead ? "<th scope=\"row\">" : "<td>");
            html.append(cell(row.get(i))).append(isHead ? "</th>" : "</td>");
        }
        html.append("</tr>\n");
    }

    private static String cell(Cell cell) {
        String text = escaped(cell.text());
        return cell.link() == null ? text : "<a href=\"" + escaped(cell.link()) + "\">" + text + "</a>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
