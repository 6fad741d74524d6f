package org.exchangebus.deploy.ledger;

import java.util.Locale;
import org.exchangebus.deploy.ledger.Sheet.Bar;
import org.exchangebus.deploy.ledger.Sheet.Part;
import org.jspecify.annotations.Nullable;

/** A sheet as one HTML file, to be printed and filed: Chinese and English, without script, picture or font from elsewhere. */
final class SheetPage {

    private static final String STYLE = """
            body{font:15px/1.5 system-ui,"Noto Sans SC","Microsoft YaHei",SimSun,sans-serif;max-width:70rem;\
            margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
            small{color:#555;font-weight:400}
            .good,.red{display:inline-block;padding:.2rem .8rem;border:2px solid;font-weight:600}
            .good{color:#1b5e20}.red{color:#b00020}
            table{border-collapse:collapse;margin:.5rem 0;width:100%}
            th,td{border:1px solid #c8ccd0;padding:.25rem .6rem;text-align:left;vertical-align:top;\
            overflow-wrap:anywhere}
            th{background:#eef1f4;font-weight:600}
            td.number{text-align:right;font-variant-numeric:tabular-nums}
            svg{width:100%;height:auto;margin:.5rem 0}
            @media print{body{margin:0;max-width:none;font-size:11px}tr,svg{break-inside:avoid}}
            """;
    private static final int WIDTH = 600;
    private static final int STEP = 30;

    private final SheetWords english = new SheetWords(Locale.ENGLISH);
    private final SheetWords chinese = new SheetWords(Locale.CHINESE);
    private final StringBuilder html = new StringBuilder(1 << 14);

    private SheetPage() {}

    static String of(Sheet sheet) {
        return new SheetPage().write(sheet);
    }

    private String write(Sheet sheet) {
        html.append("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
                .append("style-src 'unsafe-inline'\">\n<title>")
                .append(escaped(chinese.say(sheet.title()) + " " + sheet.subject()))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>")
                .append(label(sheet.title()))
                .append("</h1>\n<p><strong>")
                .append(escaped(sheet.subject()))
                .append("</strong> <span class=\"")
                .append(sheet.isGood() ? "good" : "red")
                .append("\">")
                .append(label(sheet.verdict().word()))
                .append("</span></p>\n");
        picture(sheet);
        sheet.parts().stream().filter(part -> !part.rows().isEmpty()).forEach(this::write);
        return html.append("</body>\n</html>\n").toString();
    }

    private void picture(Sheet sheet) {
        if (sheet.bars().isEmpty()) {
            return;
        }
        long most =
                Math.max(1, sheet.bars().stream().mapToLong(Bar::value).max().orElse(1));
        int height = STEP * sheet.bars().size();
        html.append("<svg viewBox=\"0 0 900 ").append(height).append("\" role=\"img\">\n");
        int y = 0;
        for (Bar bar : sheet.bars()) {
            long width = Math.round((double) WIDTH * bar.value() / most);
            html.append("<text x=\"170\" y=\"%d\" text-anchor=\"end\" font-size=\"13\">".formatted(y + 19))
                    .append(escaped(chinese.say(bar.name()) + " " + english.say(bar.name())))
                    .append("</text><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"22\" fill=\"#5b8db8\"/>"
                            .formatted(180 + (WIDTH - width) / 2, y + 4, width))
                    .append("<text x=\"800\" y=\"%d\" font-size=\"13\">%d</text>\n".formatted(y + 19, bar.value()));
            y += STEP;
        }
        html.append("</svg>\n");
    }

    private void write(Part part) {
        html.append("<h2>").append(label(part.name())).append("</h2>\n<table>\n");
        if (part.isSingle()) {
            for (int i = 0; i < part.columns().size(); i++) {
                html.append("<tr><th scope=\"row\">")
                        .append(label(part.columns().get(i)))
                        .append("</th>");
                cell(part.rows().get(0).get(i));
                html.append("</tr>\n");
            }
        } else {
            html.append("<thead><tr>");
            part.columns().forEach(column -> html.append("<th scope=\"col\">")
                    .append(label(column))
                    .append("</th>"));
            html.append("</tr></thead>\n");
            part.rows().forEach(row -> {
                html.append("<tr>");
                row.forEach(this::cell);
                html.append("</tr>\n");
            });
        }
        html.append("</table>\n");
    }

    private void cell(@Nullable Object value) {
        html.append(value instanceof Number ? "<td class=\"number\">" : "<td>");
        if (value instanceof Boolean truth) {
            html.append(label(truth ? "yes" : "no"));
        } else {
            html.append(escaped(chinese.shown(value)));
        }
        html.append("</td>");
    }

    private String label(String key) {
        return escaped(chinese.say(key)) + " <small>" + escaped(english.say(key)) + "</small>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
