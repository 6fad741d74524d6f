package org.exchangebus.deploy.management;

import java.util.Comparator;
import java.util.List;
import org.exchangebus.routes.bus.FlowControl;
import org.exchangebus.routes.ledger.QuarantineEntry;

/**
 * What waits in quarantine, as a table that Hawtio shows.
 *
 * <p>Reasons are shown, which name personal values masked; payloads never are.
 */
final class QuarantineTable {

    private static final int MOST = 500;
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
        HtmlTable table = new HtmlTable(HEADS);
        entries.forEach(entry -> table.add(cells(entry)));
        return table.toString();
    }

    private static List<String> cells(QuarantineEntry entry) {
        return List.of(
                HtmlTable.time(entry.lastSeen()),
                HtmlTable.time(entry.firstSeen()),
                Integer.toString(entry.seen()),
                entry.flow(),
                entry.kind().equals("FILE") ? "file" : "record",
                entry.position() > 0 ? entry.place() + ":" + entry.position() : entry.place(),
                entry.item() == null ? "" : entry.item(),
                entry.rule(),
                entry.code(),
                entry.text());
    }
}
