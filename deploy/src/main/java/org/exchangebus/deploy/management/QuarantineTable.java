package org.exchangebus.deploy.management;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.exchangebus.routes.bus.FlowControl;
import org.exchangebus.routes.ledger.QuarantineEntry;

/**
 * What waits in quarantine, as a table that Hawtio shows: an operation's answer that begins with {@code <table}.
 *
 * <p>Reasons are shown, which name personal values masked; payloads never are.
 */
final class QuarantineTable {

    private static final int MOST = 500;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final List<String> HEADS =
            List.of("Met last", "Met first", "Runs", "Flow", "What", "Place", "Item", "Rule", "Code", "Reason");

    private QuarantineTable() {}

    /** The entries of these flows that wait, those met last first. */
    static String of(FlowControl flows, List<String> names, int limit) {
        int most = Math.max(1, Math.min(limit, MOST));
        List<QuarantineEntry> entries = names.stream()
                .flatMap(flow -> flows.quarantineOf(flow, most).stream())
                .sorted(Comparator.comparing(QuarantineEntry::lastSeen).reversed())
                .limit(most)
                .toList();
        if (entries.isEmpty()) {
            return "Nothing waits in quarantine.";
        }
        StringBuilder html = new StringBuilder("<table border=\"1\" cellpadding=\"4\">");
        row(html, "th", HEADS.stream());
        entries.forEach(entry -> row(html, "td", cells(entry)));
        return html.append("</table>").toString();
    }

    private static Stream<String> cells(QuarantineEntry entry) {
        return Stream.of(
                time(entry.lastSeen()),
                time(entry.firstSeen()),
                Integer.toString(entry.seen()),
                entry.flow(),
                entry.kind().equals("FILE") ? "file" : "record",
                entry.position() > 0 ? entry.place() + ":" + entry.position() : entry.place(),
                entry.item() == null ? "" : entry.item(),
                entry.rule(),
                entry.code(),
                entry.text());
    }

    private static void row(StringBuilder html, String tag, Stream<String> cells) {
        html.append("<tr>");
        cells.forEach(cell -> html.append('<')
                .append(tag)
                .append('>')
                .append(escaped(cell))
                .append("</")
                .append(tag)
                .append('>'));
        html.append("</tr>");
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
