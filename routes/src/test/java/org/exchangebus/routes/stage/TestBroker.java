package org.exchangebus.routes.stage;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.exchangebus.routes.wire.Queues;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;

/** A real broker as in production: journal on disk, security on, no address made by use. */
public final class TestBroker implements AutoCloseable {

    private static final AtomicInteger IDS = new AtomicInteger();
    private static final String USER = "bus";

    private final int id = IDS.getAndIncrement();
    private final String password = UUID.randomUUID().toString();
    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    private final JmsPoolConnectionFactory connections = new JmsPoolConnectionFactory();

    public TestBroker(Path data) {
        try {
            server.setConfiguration(configuration(data));
            SecurityConfiguration users = new SecurityConfiguration();
            users.addUser(USER, password);
            users.addRole(USER, USER);
            server.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
            server.start();
            server.getActiveMQServer().waitForActivation(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory("vm://" + id, USER, password);
        factory.setMinLargeMessageSize(3 << 19);
        factory.setConsumerWindowSize(0);
        factory.setDeserializationAllowList("none");
        connections.setConnectionFactory(factory);
        connections.setMaxConnections(4);
    }

    private ConfigurationImpl configuration(Path data) throws Exception {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setPersistenceEnabled(true);
        configuration.setJournalDirectory(data.resolve("journal").toString());
        configuration.setBindingsDirectory(data.resolve("bindings").toString());
        configuration.setPagingDirectory(data.resolve("paging").toString());
        configuration.setLargeMessagesDirectory(data.resolve("large").toString());
        configuration.setJournalType(JournalType.NIO);
        configuration.setJournalBufferTimeout_NIO(100_000);
        configuration.setJournalBufferSize_NIO(2 << 20);
        configuration.setJournalFileSize(32 << 20);
        configuration.setSecurityEnabled(true);
        configuration.setJMXManagementEnabled(false);
        configuration.addAcceptorConfiguration(
                new TransportConfiguration(InVMAcceptorFactory.class.getName(), Map.of("serverId", "" + id)));
        configuration.putSecurityRoles(
                "#",
                Set.of(new Role(
                        USER, true, true, false, false, false, false, false, true, false, false, false, false)));
        configuration.addAddressSetting(
                "#",
                new AddressSettings()
                        .setAutoCreateAddresses(false)
                        .setAutoCreateQueues(false)
                        .setDeadLetterAddress(SimpleString.of(Queues.DEAD))
                        .setExpiryAddress(SimpleString.of(Queues.EXPIRED))
                        .setMaxDeliveryAttempts(30)
                        .setRedeliveryDelay(20)
                        .setRedeliveryMultiplier(2)
                        .setMaxRedeliveryDelay(1000)
                        .setMaxSizeBytes(64L << 20)
                        .setAddressFullMessagePolicy(AddressFullMessagePolicy.BLOCK));
        for (String queue : Queues.ALL) {
            configuration.addAddressConfiguration(new CoreAddressConfiguration()
                    .setName(queue)
                    .addRoutingType(RoutingType.ANYCAST)
                    .addQueueConfig(QueueConfiguration.of(queue)
                            .setAddress(queue)
                            .setRoutingType(RoutingType.ANYCAST)
                            .setDurable(true)));
        }
        return configuration;
    }

    public JmsPoolConnectionFactory connections() {
        return connections;
    }

    /** Messages that stand in a queue or are being delivered from it. */
    public long count(String queue) {
        return server.getActiveMQServer().locateQueue(SimpleString.of(queue)).getMessageCount();
    }

    /** Loses every message of a queue. */
    public void empty(String queue) {
        try {
            server.getActiveMQServer().locateQueue(SimpleString.of(queue)).deleteAllReferences();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a message of whatever kind. */
    public interface Maker {
        jakarta.jms.Message make(Session session) throws JMSException;
    }

    /** Sends a message as somebody with the right password could. */
    public void send(String queue, Maker maker) {
        try (Connection connection = connections.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            session.createProducer(session.createQueue(queue)).send(maker.make(session));
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        connections.stop();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
