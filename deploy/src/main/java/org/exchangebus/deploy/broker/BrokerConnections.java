package org.exchangebus.deploy.broker;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.exchangebus.deploy.check.BrokerFacts;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;

/** A pool of connections to one broker. */
public final class BrokerConnections implements AutoCloseable {

    /** Above the largest chunk, so that no chunk becomes a file of its own at the broker. */
    private static final int LARGE_MESSAGE = 3 << 19;

    /** A chunk fetched ahead would stand behind a busy consumer while the next one waits for it at another. */
    private static final int HAND_OUT_ONE = 0;

    private final JmsPoolConnectionFactory pool;

    private BrokerConnections(JmsPoolConnectionFactory pool) {
        this.pool = pool;
    }

    /** Connects once, so that a wrong address is told now and not at the first chunk. */
    public static BrokerConnections to(BrokerAddress address) {
        JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();
        try {
            ActiveMQConnectionFactory factory =
                    new ActiveMQConnectionFactory(address.url(), address.user(), address.password());
            factory.setMinLargeMessageSize(LARGE_MESSAGE);
            factory.setConsumerWindowSize(HAND_OUT_ONE);
            factory.setBlockOnDurableSend(true);
            factory.setCallTimeout(30_000);
            factory.setDeserializationAllowList("none");
            pool.setConnectionFactory(factory);
            pool.setMaxConnections(4);
            pool.setMaxSessionsPerConnection(64);
            try (Connection connection = pool.createConnection()) {
                connection.start();
            }
            return new BrokerConnections(pool);
        } catch (JMSException | RuntimeException e) {
            pool.stop();
            throw new ProblemException(
                    Finding.of("broker", DeployProblem.BROKER_UNREACHABLE, address.url(), reason(e)), e);
        }
    }

    /** How another's broker is set, as far as the user of this address may see it. */
    public static BrokerFacts inspect(BrokerAddress address, List<String> queues) throws Exception {
        return BrokerInspection.of(address, queues);
    }

    public ConnectionFactory factory() {
        return pool;
    }

    @Override
    public void close() {
        pool.stop();
    }

    private static String reason(Throwable e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
