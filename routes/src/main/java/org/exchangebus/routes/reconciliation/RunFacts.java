package org.exchangebus.routes.reconciliation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the ledger knows of the runs that the registry's rows name. */
final class RunFacts {

    private static final int MOST_KEPT = 1000;

    /**
     * Whose run it is, and whether it is proven.
     *
     * @param isAgain whether it sent again what earlier runs had landed, in the versions that they gave it
     * @param rows how many rows it read
     */
    record Fact(String flow, boolean isProven, boolean isAgain, long rows) {}

    private final JdbcTemplate jdbc;
    private final Map<Long, Optional<Fact>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Optional<Fact>> eldest) {
            return size() > MOST_KEPT;
        }
    };

    RunFacts(DataSource ledger) {
        jdbc = new JdbcTemplate(ledger);
    }

    /** Empty where the ledger has no such run. */
    Optional<Fact> of(long run) {
        Optional<Fact> known = kept.get(run);
        if (known == null) {
            known = jdbc
                    .query(
                            "SELECT flow, state = 'BALANCED', taken_from = 'LANDING', (SELECT coalesce(sum(c.read), 0) FROM ledger.chunk c"
                                    + " WHERE c.run = r.number) FROM ledger.run r WHERE number = ?",
                            (row, i) ->
                                    new Fact(row.getString(1), row.getBoolean(2), row.getBoolean(3), row.getLong(4)),
                            run)
                    .stream()
                    .findFirst();
            kept.put(run, known);
        }
        return known;
    }
}
