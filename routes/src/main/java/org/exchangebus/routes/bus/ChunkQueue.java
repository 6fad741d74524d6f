package org.exchangebus.routes.bus;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import org.exchangebus.routes.wire.HeaderWhitelist;
import org.exchangebus.routes.wire.Queues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether chunks of a run still wait at the broker: then nobody lost them, and sending them again would only fill it.
 */
final class ChunkQueue {

    private static final Logger LOG = LoggerFactory.getLogger(ChunkQueue.class);

    private final ConnectionFactory connections;

    ChunkQueue(ConnectionFactory connections) {
        this.connections = connections;
    }

    /** False also where the broker does not tell: then they are sent again, and the hub knows them. */
    boolean holds(long run) {
        String ofRun = HeaderWhitelist.DUPLICATE_ID + " LIKE '" + run + "-%'";
        try (Connection connection = connections.createConnection();
                Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
                QueueBrowser browser = session.createBrowser(session.createQueue(Queues.CHUNK), ofRun)) {
            connection.start();
            return browser.getEnumeration().hasMoreElements();
        } catch (JMSException e) {
            LOG.warn("The broker does not tell what waits in {}: {}", Queues.CHUNK, e.getMessage());
            return false;
        }
    }
}
