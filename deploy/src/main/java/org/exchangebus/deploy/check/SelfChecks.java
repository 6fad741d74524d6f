package org.exchangebus.deploy.check;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.exchangebus.deploy.configuration.BusConfiguration;
import org.exchangebus.deploy.configuration.BusConfiguration.Role;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Everything that has to hold before the first route starts, told together.
 *
 * <p>There is no way around a refusal: a server that is unsafe on purpose is one for other data.
 */
public final class SelfChecks {

    private static final Duration SKEW = Duration.ofSeconds(1);

    private final List<SelfCheck> checks = new ArrayList<>();

    /**
     * @param heads the file of the audit's exported heads
     */
    public SelfChecks(
            BusConfiguration configuration, Path data, Path heads, DataSource database, BrokerFacts.Source broker) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        checks.add(new DurabilityCheck(jdbc));
        checks.add(new DatabaseKindCheck(jdbc));
        checks.add(new ClockCheck(jdbc, Clock.systemUTC(), SKEW));
        if (configuration.has(Role.BUS)) {
            checks.add(new LedgerVersionCheck(database));
            checks.add(new AuditCheck(database, heads));
        }
        checks.add(new BrokerCheck(broker));
        checks.add(new PasswordCheck(configuration));
        checks.add(new DirectoryCheck(data));
        checks.add(new DiskCheck(data, configuration.landing().reserve()));
        checks.add(new SerialFilter());
    }

    /** Looks at everything; {@code told} hears of each check when it is known. */
    public List<Finding> look(BiConsumer<SelfCheck, CheckResult> told) {
        List<Finding> findings = new ArrayList<>();
        for (SelfCheck check : checks) {
            CheckResult result = check.look();
            told.accept(check, result);
            findings.addAll(result.findings());
        }
        return findings;
    }

    /** Refuses the start where anything does not hold. */
    public void require() {
        List<Finding> findings = look((check, result) -> {});
        if (!findings.isEmpty()) {
            throw new ProblemException(findings);
        }
    }
}
