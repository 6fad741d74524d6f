package org.exchangebus.deploy.check;

import java.util.ArrayList;
import java.util.List;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.schemas.problem.Finding;
import org.springframework.jdbc.core.JdbcTemplate;

/** The database is one that the bus was written for: version, character set, isolation, and it takes writes. */
final class DatabaseKindCheck implements SelfCheck {

    /** What the server says of itself. */
    record Kind(int version, String encoding, String isolation, boolean takesWrites) {

        private static final int OLDEST = 140_000;

        List<Finding> findings() {
            List<Finding> findings = new ArrayList<>();
            if (version < OLDEST) {
                findings.add(Finding.of("database", DeployProblem.DATABASE_IS_TOO_OLD, Integer.toString(version)));
            }
            if (!encoding.equals("UTF8")) {
                findings.add(Finding.of("database", DeployProblem.DATABASE_IS_NOT_UTF8, encoding));
            }
            if (!isolation.equals("read committed")) {
                findings.add(Finding.of("database", DeployProblem.DATABASE_ISOLATES_OTHERWISE, isolation));
            }
            if (!takesWrites) {
                findings.add(Finding.of("database", DeployProblem.DATABASE_TAKES_NO_WRITES));
            }
            return findings;
        }
    }

    private final JdbcTemplate jdbc;

    DatabaseKindCheck(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "database-kind";
    }

    @Override
    public CheckResult look() {
        Kind kind = jdbc.queryForObject(
                """
                SELECT current_setting('server_version_num')::int, current_setting('server_encoding'),
                    current_setting('default_transaction_isolation'),
                    NOT pg_is_in_recovery() AND current_setting('transaction_read_only') = 'off'""", (row, i) -> new Kind(row.getInt(1), row.getString(2), row.getString(3), row.getBoolean(4)));
        return CheckResult.of(kind.toString(), kind.findings());
    }
}
