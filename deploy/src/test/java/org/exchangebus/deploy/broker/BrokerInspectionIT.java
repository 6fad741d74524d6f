package org.exchangebus.deploy.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.exchangebus.deploy.check.BrokerCheck;
import org.exchangebus.deploy.check.CheckResult;
import org.exchangebus.deploy.check.CheckResult.Outcome;
import org.exchangebus.deploy.data.DataDirectory;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.routes.wire.Queues;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real brokers with settings that lose messages: B05, B06, B15, B16, B17, B26. */
class BrokerInspectionIT {

    private static final List<Problem> VISIBLE_TO_CLIENTS = List.of(
            DeployProblem.BROKER_IS_NOT_PERSISTENT,
            DeployProblem.BROKER_DOES_NOT_SYNC,
            DeployProblem.BROKER_IS_OPEN,
            DeployProblem.ADDRESS_HAS_NO_DEAD_LETTERS,
            DeployProblem.ADDRESS_HAS_NO_EXPIRY,
            DeployProblem.ADDRESS_DROPS,
            DeployProblem.ADDRESS_IS_MADE_BY_USE);

    @TempDir
    Path directory;

    private int port;

    @Test
    void findsNothingInTheEmbeddedBroker() {
        try (DataDirectory data = DataDirectory.open(directory.resolve("data"));
                EmbeddedBroker broker = EmbeddedBroker.start(data, Queues.ALL)) {
            assertThat(broker.facts().addresses()).hasSameSizeAs(Queues.ALL);
            assertThat(new BrokerCheck(broker::facts).look().outcome()).isEqualTo(Outcome.HOLDS);
        }
    }

    @Test
    void refusesABrokerThatIsUnsafeInEveryWay() throws Exception {
        EmbeddedActiveMQ server = start(unsafe(), AddressFullMessagePolicy.DROP, null);
        try {
            CheckResult own = new BrokerCheck(() -> BrokerInspection.of(server.getActiveMQServer())).look();
            assertThat(problems(own)).containsAll(VISIBLE_TO_CLIENTS).contains(DeployProblem.BROKER_IS_REACHABLE);

            BrokerAddress address = new BrokerAddress("tcp://127.0.0.1:" + port, "anybody", "anything");
            CheckResult others = new BrokerCheck(() -> BrokerInspection.of(address, Queues.ALL)).look();
            assertThat(others.outcome()).as(others.found()).isEqualTo(Outcome.REFUSED);
            assertThat(problems(others))
                    .containsOnlyElementsOf(VISIBLE_TO_CLIENTS)
                    .containsAll(VISIBLE_TO_CLIENTS);
        } finally {
            server.stop();
        }
    }

    @Test
    void findsNothingInASafeOneWhereTheUserMayManage() throws Exception {
        EmbeddedActiveMQ server = start(safe(), AddressFullMessagePolicy.BLOCK, Queues.DEAD);
        try {
            BrokerAddress manager = new BrokerAddress("tcp://127.0.0.1:" + port, "manager", "of-the-manager");
            CheckResult result = new BrokerCheck(() -> BrokerInspection.of(manager, Queues.ALL)).look();
            assertThat(result.outcome()).as(result.found() + result.findings()).isEqualTo(Outcome.HOLDS);
        } finally {
            server.stop();
        }
    }

    @Test
    void saysOpenlyThatItCouldNotLookWhereTheUserMayNotManage() throws Exception {
        EmbeddedActiveMQ server = start(safe(), AddressFullMessagePolicy.DROP, null);
        try {
            BrokerAddress user = new BrokerAddress("tcp://127.0.0.1:" + port, "bus", "of-the-bus");
            CheckResult result = new BrokerCheck(() -> BrokerInspection.of(user, Queues.ALL)).look();
            assertThat(result.outcome()).isEqualTo(Outcome.NOT_CHECKED);
            assertThat(result.found()).isNotBlank();
        } finally {
            server.stop();
        }
    }

    private ConfigurationImpl unsafe() {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setPersistenceEnabled(false);
        configuration.setSecurityEnabled(false);
        configuration.setJournalSyncTransactional(false);
        return configuration;
    }

    private ConfigurationImpl safe() {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setPersistenceEnabled(true);
        configuration.setSecurityEnabled(true);
        configuration.putSecurityRoles(
                "#",
                Set.of(
                        new Role(
                                "bus", true, true, false, false, false, false, false, true, false, false, false, false),
                        new Role("manager", true, true, true, true, true, true, true, true, true, true, true, true)));
        return configuration;
    }

    private EmbeddedActiveMQ start(ConfigurationImpl configuration, AddressFullMessagePolicy policy, String dead)
            throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        configuration.setJournalDirectory(directory.resolve("journal").toString());
        configuration.setBindingsDirectory(directory.resolve("bindings").toString());
        configuration.setPagingDirectory(directory.resolve("paging").toString());
        configuration.setLargeMessagesDirectory(directory.resolve("large").toString());
        configuration.addAcceptorConfiguration(new TransportConfiguration(
                NettyAcceptorFactory.class.getName(), Map.of("host", "127.0.0.1", "port", port), "tcp"));
        AddressSettings settings = new AddressSettings().setAddressFullMessagePolicy(policy);
        if (dead != null) {
            settings.setDeadLetterAddress(SimpleString.of(dead))
                    .setExpiryAddress(SimpleString.of(Queues.EXPIRED))
                    .setAutoCreateAddresses(false)
                    .setAutoCreateQueues(false);
        }
        configuration.addAddressSetting("exchange.#", settings);
        for (String queue : Queues.ALL) {
            configuration.addAddressConfiguration(new CoreAddressConfiguration().setName(queue));
        }
        SecurityConfiguration users = new SecurityConfiguration();
        users.addUser("bus", "of-the-bus");
        users.addRole("bus", "bus");
        users.addUser("manager", "of-the-manager");
        users.addRole("manager", "manager");
        EmbeddedActiveMQ server = new EmbeddedActiveMQ();
        server.setConfiguration(configuration);
        server.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
        server.start();
        return server;
    }

    private static List<Problem> problems(CheckResult result) {
        return result.findings().stream().map(Finding::problem).toList();
    }
}
