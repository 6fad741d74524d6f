package org.exchangebus.deploy.management;

import java.util.List;
import org.exchangebus.routes.bus.FlowControl;
import org.exchangebus.routes.bus.FlowStatus;
import org.exchangebus.routes.ledger.DoubtEntry;

/** What is doubtful about records that the last runs delivered, as a table that Hawtio shows. */
final class DoubtRows {

    private static final List<String> HEADS = List.of("Flow", "Records", "Item", "Rule", "Code", "First at", "Doubt");

    private DoubtRows() {}

    static String of(FlowControl flows, List<FlowStatus> statuses) {
        List<DoubtEntry> doubts = statuses.stream()
                .filter(status -> status.lastRun() > 0)
                .flatMap(status -> flows.doubts(status.lastRun()).stream())
                .toList();
        if (doubts.isEmpty()) {
            return "The last runs raised no doubts.";
        }
        HtmlTable table = new HtmlTable(HEADS);
        for (DoubtEntry doubt : doubts) {
            table.add(List.of(
                    doubt.flow(),
                    Long.toString(doubt.records()),
                    doubt.item(),
                    doubt.rule(),
                    doubt.code(),
                    doubt.place() + ":" + doubt.position(),
                    doubt.text()));
        }
        return table.toString();
    }
}
