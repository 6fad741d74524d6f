package org.exchangebus.routes.ledger;

import java.util.Optional;
import javax.sql.DataSource;

/** The ledger, by what it keeps: runs, chunks, quarantine, doubts, flows, requests, the audit. The ledger is the truth. */
public final class Ledger {

    private final LedgerDatabase database;
    private final Audit audit;
    private final Quarantine quarantine;
    private final Doubts doubts;
    private final Resubmissions resubmissions;
    private final Requests requests;
    private final QuarantineDesk desk;
    private final Runs runs;
    private final Chunks chunks;
    private final FlowStates flows;
    private final Claims claims;
    private final Sweeps sweeps;

    public Ledger(DataSource dataSource) {
        database = new LedgerDatabase(dataSource);
        audit = new Audit(database);
        quarantine = new Quarantine(database);
        doubts = new Doubts(database);
        resubmissions = new Resubmissions(database);
        requests = new Requests(database, audit, resubmissions);
        desk = new QuarantineDesk(database, audit, requests);
        sweeps = new Sweeps(database, audit);
        runs = new Runs(database, quarantine, requests, sweeps);
        chunks = new Chunks(database, quarantine, resubmissions, doubts);
        flows = new FlowStates(database, audit);
        claims = new Claims(database, audit);
    }

    /** Brings the tables to the state that this version needs. */
    public void migrate() {
        database.migrate();
    }

    /** Whether the tables are in that state already; changes nothing. */
    public boolean isCurrent() {
        return database.isCurrent();
    }

    /** The version of the tables, where a later bus than this one has made them; changes nothing. */
    public Optional<String> newerVersion() {
        return database.newerVersion();
    }

    /** What people and the bus have done; entered in the transaction of what is done. */
    public Audit audit() {
        return audit;
    }

    /** What people ask the bus to do. */
    public Requests requests() {
        return requests;
    }

    /** The flows whose next run takes everything. */
    public Sweeps sweeps() {
        return sweeps;
    }

    public Runs runs() {
        return runs;
    }

    public Chunks chunks() {
        return chunks;
    }

    public Quarantine quarantine() {
        return quarantine;
    }

    /** What is sent out of the quarantine. */
    public Resubmissions resubmissions() {
        return resubmissions;
    }

    /** What people do with the quarantine. */
    public QuarantineDesk desk() {
        return desk;
    }

    public Doubts doubts() {
        return doubts;
    }

    public Claims claims() {
        return claims;
    }

    public FlowStates flows() {
        return flows;
    }
}
