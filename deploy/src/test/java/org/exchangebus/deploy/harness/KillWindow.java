package org.exchangebus.deploy.harness;

import java.util.List;

/**
 * The crash windows of a record's way: between which two things a process may die. Each is entered at every edge that
 * can be told from outside.
 */
enum KillWindow {
    K01("while the source is being taken", List.of()),
    K02(
            "between durable content and its entry in the ledger",
            List.of("after-step capture", "before-commit ledger.segment")),
    K03(
            "between the entry in the ledger and the acknowledgement of the source",
            List.of("after-commit ledger.segment", "before-step acknowledge", "after-step acknowledge")),
    K04("while a chunk is mapped and recorded", List.of("after-step map", "before-commit ledger.chunk")),
    K05("between the record of a chunk and its sending", List.of("after-commit ledger.chunk", "before-step publish")),
    K06("between sending and knowing that it was sent", List.of("after-step publish", "before-step await")),
    K07("between receiving and the hub's work", List.of("before-step take-chunk", "before-step apply")),
    K08("in the middle of the hub's transaction", List.of("before-commit hub.inbox")),
    K09("between the hub's effect and its receipt", List.of("after-commit hub.inbox", "before-step receipt")),
    K10(
            "between the receipt and the acknowledgement of the chunk",
            List.of("after-step receipt", "before-acknowledge exchange.chunk", "after-acknowledge exchange.chunk")),
    K11(
            "while the bus takes a receipt",
            List.of(
                    "before-step sign",
                    "after-step sign",
                    "before-acknowledge exchange.receipt",
                    "after-acknowledge exchange.receipt")),
    K12(
            "while a run is reconciled and the cursor moves",
            List.of("before-step close", "before-commit ledger.cursor", "after-commit ledger.cursor")),
    K15(
            "while an act and its entry in the audit are written",
            List.of("before-commit ledger.audit", "after-commit ledger.audit"));

    private final String between;
    private final List<String> edges;

    KillWindow(String between, List<String> edges) {
        this.between = between;
        this.edges = edges;
    }

    /** Moments and places; none where only the source itself knows the moment. */
    List<String> edges() {
        return edges;
    }

    @Override
    public String toString() {
        return name() + ", " + between;
    }
}
