package org.exchangebus.deploy.management;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A table that Hawtio shows: an operation's answer that begins with {@code <table}. */
final class HtmlTable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final StringBuilder html = new StringBuilder("<table border=\"1\" cellpadding=\"4\">");

    HtmlTable(List<String> heads) {
        row("th", heads);
    }

    void add(List<String> cells) {
        row("td", cells);
    }

    static String time(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }

    private void row(String tag, List<String> cells) {
        html.append("<tr>");
        for (String cell : cells) {
            html.append('<').append(tag).append('>').append(escaped(cell));
            html.append("</").append(tag).append('>');
        }
        html.append("</tr>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return html + "</table>";
    }
}
