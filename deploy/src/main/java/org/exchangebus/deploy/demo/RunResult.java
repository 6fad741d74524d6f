package org.exchangebus.deploy.demo;

import java.util.List;
import org.exchangebus.routes.ledger.QuarantineEntry;
import org.exchangebus.routes.ledger.RunReport;

/** What became of one run, and of what it could not accept. */
public record RunResult(RunReport report, List<QuarantineEntry> quarantine) {

    public RunResult {
        quarantine = List.copyOf(quarantine);
    }
}
