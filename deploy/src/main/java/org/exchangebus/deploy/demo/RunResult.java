package org.exchangebus.deploy.demo;

import java.util.List;
import org.exchangebus.routes.ledger.DoubtEntry;
import org.exchangebus.routes.ledger.QuarantineEntry;
import org.exchangebus.routes.ledger.RunReport;

/** What became of one run, what it could not accept, and what is doubtful about what it delivered. */
public record RunResult(RunReport report, List<QuarantineEntry> quarantine, List<DoubtEntry> doubts) {

    public RunResult {
        quarantine = List.copyOf(quarantine);
        doubts = List.copyOf(doubts);
    }
}
