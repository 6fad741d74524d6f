package org.exchangebus.deploy.management;

import java.util.List;
import org.exchangebus.routes.bus.FlowControl;
import org.exchangebus.routes.ledger.Request;

/** What people asked for, as a table that Hawtio shows. */
final class RequestRows {

    private static final int MOST = 500;
    private static final List<String> HEADS =
            List.of("Request", "Asked", "Who", "What", "Flow", "Run", "Why", "Outcome");

    private RequestRows() {}

    /** The newest requests of these flows. */
    static String of(FlowControl flows, List<String> names) {
        List<Request> requests = flows.requests(MOST).stream()
                .filter(request -> names.contains(request.flow()))
                .toList();
        if (requests.isEmpty()) {
            return "Nothing was asked for.";
        }
        HtmlTable table = new HtmlTable(HEADS);
        for (Request request : requests) {
            table.add(List.of(
                    Long.toString(request.id()),
                    HtmlTable.time(request.askedAt()),
                    request.who(),
                    request.kind().name(),
                    request.flow(),
                    request.run() == null ? "" : request.run().toString(),
                    request.reason() == null ? "" : request.reason(),
                    request.outcome() == null ? "open" : request.outcome()));
        }
        return table.toString();
    }
}
