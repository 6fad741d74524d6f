package org.exchangebus.deploy.check;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.schemas.problem.Finding;
import org.springframework.jdbc.core.JdbcTemplate;

/** The database's clock, which decides, is this machine's. */
final class ClockCheck implements SelfCheck {

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Duration most;

    ClockCheck(JdbcTemplate jdbc, Clock clock, Duration most) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.most = most;
    }

    @Override
    public String name() {
        return "database-clock";
    }

    @Override
    public CheckResult look() {
        List<Finding> findings = new ArrayList<>();
        Instant before = clock.instant();
        Instant there = databaseTime();
        Instant after = clock.instant();
        // Whatever the answer took is in doubt, and doubt is not held against the clock.
        Duration skew = there.isBefore(before)
                ? Duration.between(there, before)
                : there.isAfter(after) ? Duration.between(after, there) : Duration.ZERO;
        if (skew.compareTo(most) > 0) {
            findings.add(Finding.of(
                    "database", DeployProblem.CLOCKS_DIFFER, Long.toString(skew.toMillis()), "" + most.toMillis()));
        }
        return CheckResult.of("skew " + skew.toMillis() + " ms", findings);
    }

    private Instant databaseTime() {
        return jdbc.queryForObject("SELECT clock_timestamp()", Timestamp.class).toInstant();
    }
}
