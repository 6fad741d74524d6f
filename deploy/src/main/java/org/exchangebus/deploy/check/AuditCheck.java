package org.exchangebus.deploy.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.exchangebus.routes.audit.HeadFile;
import org.exchangebus.routes.ledger.AuditTrail;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;

/** The end of the audit, from the last head that was exported on, is as it was entered. */
final class AuditCheck implements SelfCheck {

    private static final int LAST = 1000;

    private final DataSource database;
    private final Path heads;

    AuditCheck(DataSource database, Path heads) {
        this.database = database;
        this.heads = heads;
    }

    @Override
    public String name() {
        return "audit-end";
    }

    @Override
    public CheckResult look() {
        AuditTrail trail = new AuditTrail(database);
        if (!trail.isThere()) {
            return CheckResult.of("none yet", List.of());
        }
        try {
            AuditTrail.End end = trail.checkEnd(new HeadFile(heads).read(), LAST);
            List<Finding> findings = end.first() == null ? List.of() : List.of(end.first());
            return CheckResult.of(end.entries() + " entries", findings);
        } catch (ProblemException e) {
            return CheckResult.of(heads.toString(), e.findings());
        } catch (IOException e) {
            return CheckResult.notChecked(heads + ": " + e);
        }
    }
}
