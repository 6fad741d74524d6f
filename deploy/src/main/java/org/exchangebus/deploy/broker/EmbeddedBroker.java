package org.exchangebus.deploy.broker;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.exchangebus.deploy.check.BrokerFacts;
import org.exchangebus.deploy.data.DataDirectory;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;

/**
 * An Artemis of our own: journal on disk, security on, addresses declared and none made on the way,
 * reachable from this process alone.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final String DEAD = "exchange.dead";
    private static final String EXPIRED = "exchange.expired";
    private static final String USER = "bus";
    private static final int JOURNAL_BUFFER = 2 << 20;
    private static final AtomicInteger SERVERS = new AtomicInteger();

    private final EmbeddedActiveMQ server;
    private final BrokerAddress address;

    private EmbeddedBroker(EmbeddedActiveMQ server, BrokerAddress address) {
        this.server = server;
        this.address = address;
    }

    /** Starts the broker on {@code <data>/broker} with these queues and no others. */
    public static EmbeddedBroker start(DataDirectory directory, Collection<String> queues) {
        Path data = directory.directory("broker");
        int id = SERVERS.getAndIncrement();
        String password = directory.secrets().orNew("broker");
        EmbeddedActiveMQ server = new EmbeddedActiveMQ();
        try {
            Configuration configuration = configuration(data, id, queues);
            server.setConfiguration(configuration);
            server.setSecurityManager(security(password));
            server.start();
            if (!server.getActiveMQServer().waitForActivation(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("its files are locked");
            }
            return new EmbeddedBroker(server, new BrokerAddress("vm://" + id, USER, password));
        } catch (Exception e) {
            stop(server);
            String reason = e.getMessage() == null ? e.toString() : e.getMessage();
            throw new ProblemException(
                    Finding.of("broker", DeployProblem.BROKER_DID_NOT_START, reason, data.toString()), e);
        }
    }

    /** Where the bus finds its broker. */
    public BrokerAddress address() {
        return address;
    }

    /** How it is set, read from the server that runs. */
    public BrokerFacts facts() {
        return BrokerInspection.of(server.getActiveMQServer());
    }

    @Override
    public void close() {
        stop(server);
    }

    private static Configuration configuration(Path data, int id, Collection<String> queues) throws Exception {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setName("exchange-bus");
        configuration.setPersistenceEnabled(true);
        configuration.setJournalDirectory(data.resolve("journal").toString());
        configuration.setBindingsDirectory(data.resolve("bindings").toString());
        configuration.setPagingDirectory(data.resolve("paging").toString());
        configuration.setLargeMessagesDirectory(data.resolve("large").toString());
        configuration.setNodeManagerLockDirectory(data.resolve("journal").toString());
        configuration.setJournalLockAcquisitionTimeout(5_000);
        configuration.setJournalType(JournalType.NIO);
        // The default of 3.3 ms would cap a producer at 250 synced sends a second.
        configuration.setJournalBufferTimeout_NIO(100_000);
        configuration.setJournalBufferSize_NIO(JOURNAL_BUFFER);
        configuration.setJournalFileSize(32 << 20);
        configuration.setJournalMinFiles(2);
        configuration.setJournalSyncTransactional(true);
        configuration.setJournalSyncNonTransactional(true);
        configuration.setJournalDatasync(true);
        configuration.setMaxDiskUsage(95);
        configuration.setGlobalMaxSize(128L << 20);
        configuration.setPersistIDCache(true);
        configuration.setIDCacheSize(20_000);
        configuration.setSecurityEnabled(true);
        configuration.setJMXManagementEnabled(true);
        configuration.setMessageCounterEnabled(false);
        configuration.addAcceptorConfiguration(new TransportConfiguration(
                InVMAcceptorFactory.class.getName(), Map.of("serverId", Integer.toString(id)), "in-vm"));
        configuration.putSecurityRoles("#", Set.of(messagesOnly()));
        configuration.addAddressSetting("#", settings());
        Set<String> declared = new LinkedHashSet<>(List.of(DEAD, EXPIRED));
        declared.addAll(queues);
        declared.forEach(name -> configuration.addAddressConfiguration(queue(name)));
        return configuration;
    }

    /** Send, consume and browse; nothing may be created, deleted or managed over a connection. */
    private static Role messagesOnly() {
        return new Role(USER, true, true, false, false, false, false, false, true, false, false, false, false);
    }

    private static AddressSettings settings() {
        return new AddressSettings()
                .setAutoCreateAddresses(false)
                .setAutoCreateQueues(false)
                .setAutoDeleteAddresses(false)
                .setAutoDeleteQueues(false)
                .setDeadLetterAddress(SimpleString.of(DEAD))
                .setExpiryAddress(SimpleString.of(EXPIRED))
                .setMaxDeliveryAttempts(30)
                .setRedeliveryDelay(500)
                .setRedeliveryMultiplier(2)
                .setRedeliveryCollisionAvoidanceFactor(0.15)
                .setMaxRedeliveryDelay(60_000)
                .setMaxSizeBytes(64L << 20)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.BLOCK);
    }

    private static CoreAddressConfiguration queue(String name) {
        return new CoreAddressConfiguration()
                .setName(name)
                .addRoutingType(RoutingType.ANYCAST)
                .addQueueConfig(QueueConfiguration.of(name)
                        .setAddress(name)
                        .setRoutingType(RoutingType.ANYCAST)
                        .setDurable(true));
    }

    private static ActiveMQJAASSecurityManager security(String password) {
        SecurityConfiguration users = new SecurityConfiguration();
        users.addUser(USER, password);
        users.addRole(USER, USER);
        return new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users);
    }

    private static void stop(EmbeddedActiveMQ server) {
        try {
            server.stop();
        } catch (Exception ignored) {
            // The journal is durable without an orderly end.
        }
    }
}
