package org.exchangebus.routes.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.exchangebus.routes.audit.AuditEntry;
import org.exchangebus.routes.audit.ChainCheck;
import org.exchangebus.routes.audit.Head;
import org.exchangebus.schemas.problem.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the audit; changes nothing, and the bus may run meanwhile. */
public final class AuditTrail {

    private static final String COLUMNS = "number, at, who, act, subject, reason, detail, previous, hash";
    private static final int FETCHED_AT_ONCE = 2000;

    /**
     * What is wanted; null for all.
     *
     * @param limit how many at most, the latest
     */
    public record Filter(
            @Nullable Instant since,
            @Nullable String who,
            @Nullable String act,
            @Nullable String subject,
            int limit) {}

    private final JdbcTemplate jdbc;
    private final TransactionTemplate snapshot;

    public AuditTrail(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
        jdbc.setFetchSize(FETCHED_AT_ONCE);
        snapshot = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Whether this ledger has an audit; one of an older version gets it at the next start of the bus. */
    public boolean isThere() {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("SELECT to_regclass('ledger.audit_head') IS NOT NULL", Boolean.class));
    }

    /** The latest entries that are wanted, in their order. */
    public List<AuditEntry> list(Filter filter) {
        StringBuilder query = new StringBuilder("SELECT " + COLUMNS + " FROM ledger.audit WHERE true");
        List<Object> arguments = new ArrayList<>();
        condition(query, arguments, " AND at >= ?::timestamptz", filter.since() == null ? null : filter.since() + "");
        condition(query, arguments, " AND who = ?", filter.who());
        condition(query, arguments, " AND act = upper(?)", filter.act());
        condition(query, arguments, " AND subject = ?", filter.subject());
        query.append(" ORDER BY number DESC LIMIT ?");
        arguments.add(filter.limit());
        List<AuditEntry> latest = jdbc.query(query.toString(), (row, i) -> entry(row), arguments.toArray());
        List<AuditEntry> ordered = new ArrayList<>(latest);
        Collections.reverse(ordered);
        return ordered;
    }

    /**
     * Gives every entry in the order of the numbers, all as of one moment.
     *
     * @return the head as of that moment; null where its row is gone
     */
    public @Nullable Head read(Consumer<AuditEntry> entries) {
        return read("", entries);
    }

    /** The same for the entries behind a number. */
    public @Nullable Head readAfter(long number, Consumer<AuditEntry> entries) {
        return read(" WHERE number > " + number, entries);
    }

    /**
     * The end of the audit.
     *
     * @param entries how many were looked at
     * @param first the first bad one among them; null where there is none
     */
    public record End(long entries, @Nullable Finding first) {}

    /** Proves the last entries, and all since the last head that was exported; cheap enough for every start. */
    public End checkEnd(List<Head> heads, int last) {
        Long highest = jdbc.queryForObject("SELECT coalesce(max(number), 0) FROM ledger.audit", Long.class);
        long exported = heads.stream().mapToLong(Head::number).max().orElse(Long.MAX_VALUE);
        long before = Math.max(0, Math.min(highest - last, exported - 1));
        long[] entries = new long[1];
        ChainCheck[] check = {before == 0 ? new ChainCheck(heads) : null};
        Head head = readAfter(Math.max(0, before - 1), entry -> {
            entries[0]++;
            if (check[0] == null) {
                check[0] = ChainCheck.after(entry, heads);
            } else {
                check[0].take(entry);
            }
        });
        if (check[0] == null) {
            check[0] = new ChainCheck(heads);
        }
        return new End(entries[0], check[0].end(head).orElse(null));
    }

    private @Nullable Head read(String condition, Consumer<AuditEntry> entries) {
        return snapshot.execute(status -> {
            Head head = jdbc
                    .query(
                            "SELECT number, hash, clock_timestamp() AS at FROM ledger.audit_head",
                            (row, i) -> new Head(
                                    row.getLong("number"),
                                    row.getString("hash"),
                                    row.getTimestamp("at").toInstant()))
                    .stream()
                    .findFirst()
                    .orElse(null);
            RowCallbackHandler each = row -> entries.accept(entry(row));
            jdbc.query("SELECT " + COLUMNS + " FROM ledger.audit" + condition + " ORDER BY number", each);
            return head;
        });
    }

    private static void condition(
            StringBuilder query, List<Object> arguments, String condition, @Nullable String value) {
        if (value != null) {
            query.append(condition);
            arguments.add(value);
        }
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("number"),
                row.getTimestamp("at").toInstant(),
                row.getString("who"),
                row.getString("act"),
                row.getString("subject"),
                row.getString("reason"),
                row.getString("detail"),
                row.getString("previous"),
                row.getString("hash"));
    }
}
