package org.exchangebus.deploy.check;

import java.util.List;
import javax.sql.DataSource;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.routes.ledger.Ledger;
import org.exchangebus.schemas.problem.Finding;

/** The ledger was not made by a later version of the bus, whose columns this one would not fill. */
final class LedgerVersionCheck implements SelfCheck {

    private final DataSource database;

    LedgerVersionCheck(DataSource database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "ledger-version";
    }

    @Override
    public CheckResult look() {
        return new Ledger(database)
                .newerVersion()
                .map(version ->
                        CheckResult.of(version, List.of(Finding.of("ledger", DeployProblem.LEDGER_IS_NEWER, version))))
                .orElseGet(() -> CheckResult.of("known", List.of()));
    }
}
