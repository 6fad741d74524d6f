package org.exchangebus.deploy.application;

import java.util.List;
import java.util.function.BiConsumer;
import org.exchangebus.deploy.broker.BrokerAddress;
import org.exchangebus.deploy.broker.BrokerConnections;
import org.exchangebus.deploy.check.BrokerFacts;
import org.exchangebus.deploy.check.CheckResult;
import org.exchangebus.deploy.check.SelfCheck;
import org.exchangebus.deploy.check.SerialFilter;
import org.exchangebus.deploy.configuration.BusConfiguration;
import org.exchangebus.deploy.configuration.BusConfiguration.Server;
import org.exchangebus.deploy.data.DataDirectory;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.routes.wire.Queues;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;

/** The self-check of a start without the start; beside a bus that runs, as far as another process can look. */
public final class Examination {

    private final BusConfiguration configuration;
    private final BiConsumer<SelfCheck, CheckResult> told;

    public Examination(BusConfiguration configuration, BiConsumer<SelfCheck, CheckResult> told) {
        this.configuration = configuration;
        this.told = told;
    }

    /** What the bus would not start with. */
    public List<Finding> look() {
        SerialFilter.setWhereAbsent();
        try (DataDirectory data = DataDirectory.open(configuration.data());
                Infrastructure servers = Infrastructure.start(configuration, data)) {
            return servers.checks(configuration, data.path()).look(told);
        } catch (ProblemException e) {
            if (e.findings().get(0).problem() == DeployProblem.DIRECTORY_IN_USE) {
                return beside();
            }
            throw e;
        }
    }

    private List<Finding> beside() {
        try (LedgerAccess access = LedgerAccess.open(configuration)) {
            return Infrastructure.checks(
                            configuration,
                            configuration.data().toAbsolutePath().normalize(),
                            access.database(),
                            broker(configuration.broker()))
                    .look(told);
        }
    }

    private static BrokerFacts.Source broker(Server external) {
        if (external == null) {
            return () -> {
                throw new IllegalStateException("the bus that runs has looked at it when it started");
            };
        }
        return () -> BrokerConnections.inspect(
                new BrokerAddress(
                        external.url(), external.user(), external.password().text()),
                Queues.ALL);
    }
}
