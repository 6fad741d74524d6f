package org.exchangebus.deploy.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.schemas.problem.Finding;
import org.springframework.jdbc.core.JdbcTemplate;

/** The database keeps what it commits, also when the power fails; a replica does not replace the disk. */
final class DurabilityCheck implements SelfCheck {

    private static final List<String> SETTINGS = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final JdbcTemplate jdbc;

    DurabilityCheck(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "database-durable";
    }

    @Override
    public CheckResult look() {
        Map<String, String> found = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (String setting : SETTINGS) {
            String value = jdbc.queryForObject("SELECT current_setting(?)", String.class, setting);
            found.put(setting, value);
            if ("off".equals(value)) {
                findings.add(Finding.of("database", DeployProblem.DATABASE_IS_NOT_DURABLE, setting, value));
            }
        }
        return CheckResult.of(found.toString(), findings);
    }
}
