package org.exchangebus.routes.ledger;

import java.util.Map;
import org.exchangebus.routes.audit.Act;
import org.jspecify.annotations.Nullable;

/** The flows whose next run takes everything. */
public final class Sweeps {

    private final LedgerDatabase database;
    private final Audit audit;

    Sweeps(LedgerDatabase database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /** The schedule wants the next run to take everything; a run that is open does not count. */
    public void ask(String flow) {
        ask(flow, null);
    }

    /**
     * A person wants it, which is entered in the audit.
     *
     * @param isLetThrough whether the person answers for it that more records go than may go by themselves
     */
    public void ask(String flow, String who, boolean isLetThrough) {
        Map<String, String> detail =
                isLetThrough ? Map.of("sweep", "true", "let-through", "true") : Map.of("sweep", "true");
        audit.enter(Act.RUN, who, flow, null, detail, () -> ask(flow, isLetThrough ? who : null));
    }

    /** The same inside of the caller's transaction. */
    int ask(String flow, @Nullable String letThroughBy) {
        return database.jdbc().update("""
                        INSERT INTO ledger.sweep_due AS d (flow, let_through_by) VALUES (?, ?)
                        ON CONFLICT (flow) DO UPDATE SET since = excluded.since,
                            let_through_by = coalesce(excluded.let_through_by, d.let_through_by)""", flow, LedgerText.clean(letThroughBy));
    }
}
