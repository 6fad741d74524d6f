package org.exchangebus.routes.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.routes.audit.Act;
import org.exchangebus.routes.audit.AuditEntry;
import org.exchangebus.routes.audit.Head;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Enters acts in the audit: in the transaction of the act, so that there is neither one without the other.
 *
 * <p>No value of a record and no secret belongs into an entry. Whoever enters holds the head's row until the end of the
 * transaction; so an act is entered last, and its transaction is short.
 */
public final class Audit {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The clock is asked after the row is locked, so that times rise with numbers. */
    private static final String LOCK = """
            WITH head AS MATERIALIZED (SELECT number, hash FROM ledger.audit_head FOR UPDATE)
            SELECT number, hash, clock_timestamp() AS at FROM head""";

    private static final String ENTER = """
            WITH entered AS (INSERT INTO ledger.audit (number, at, who, act, subject, reason, detail, previous, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number, hash)
            UPDATE ledger.audit_head SET number = entered.number, hash = entered.hash FROM entered""";

    private final LedgerDatabase database;

    Audit(LedgerDatabase database) {
        this.database = database;
    }

    /**
     * Enters an act in the transaction that is open on this thread, else in one of its own.
     *
     * @param who a login, or who runs the process
     * @param subject what it was done to: a flow, a run, an entry
     * @param reason why, in the words of whoever did it
     * @param detail what else was decided, by name
     * @throws ProblemException where it cannot be entered; the act's transaction is then rolled back
     */
    public void enter(Act act, String who, String subject, @Nullable String reason, Map<String, String> detail) {
        enter(act, who, subject, reason, detail, () -> act);
    }

    /** Does something and enters it: both or neither. */
    public <T> T enter(
            Act act,
            String who,
            String subject,
            @Nullable String reason,
            Map<String, String> detail,
            Supplier<T> work) {
        return database.together(() -> {
            T done = work.get();
            try {
                append(act, who, subject, reason, detail);
            } catch (DataAccessException e) {
                throw cannotBeWritten(act, subject, e);
            }
            return done;
        });
    }

    /** The last entry, and the database's time. */
    public Head head() {
        return head("SELECT number, hash, clock_timestamp() AS at FROM ledger.audit_head");
    }

    private Head head(String query) {
        return database.jdbc()
                .queryForObject(
                        query,
                        (row, i) -> new Head(
                                row.getLong("number"),
                                row.getString("hash"),
                                row.getTimestamp("at").toInstant()));
    }

    private void append(Act act, String who, String subject, @Nullable String reason, Map<String, String> detail) {
        Head head = head(LOCK);
        AuditEntry entry = new AuditEntry(
                        head.number() + 1,
                        head.at(),
                        AuditText.clean(who),
                        act.name(),
                        AuditText.clean(subject),
                        reason == null ? null : AuditText.clean(reason),
                        json(detail),
                        head.hash(),
                        AuditEntry.BEGINNING)
                .sealed();
        database.jdbc()
                .update(
                        ENTER,
                        entry.number(),
                        Timestamp.from(entry.at()),
                        entry.who(),
                        entry.act(),
                        entry.subject(),
                        entry.reason(),
                        entry.detail(),
                        entry.previous(),
                        entry.hash());
    }

    private static String json(Map<String, String> detail) {
        Map<String, String> sorted = new TreeMap<>();
        detail.forEach((name, value) -> sorted.put(AuditText.clean(name), AuditText.clean(value)));
        try {
            return JSON.writeValueAsString(sorted);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProblemException cannotBeWritten(Act act, String subject, DataAccessException e) {
        String reason = String.valueOf(e.getMostSpecificCause().getMessage());
        String line = reason.lines().findFirst().orElse("");
        return new ProblemException(Finding.of(subject, RoutesProblem.AUDIT_CANNOT_BE_WRITTEN, act.name(), line), e);
    }
}
