package org.exchangebus.routes.wire;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import org.apache.camel.Exchange;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsMessage;

/** The broker as both sides use it: messages are never unpacked by type, headers pass by name only. */
public final class Broker {

    private Broker() {}

    /**
     * A JMS component whose consumers take a message, and send what follows from it, in one local transaction.
     *
     * @param connections pooled; the same instance for consuming and sending
     */
    public static JmsComponent component(ConnectionFactory connections) {
        JmsComponent jms = JmsComponent.jmsComponent(connections);
        jms.setHeaderFilterStrategy(new HeaderWhitelist());
        jms.setMapJmsMessage(false);
        jms.setTransacted(true);
        jms.setLazyCreateTransactionManager(false);
        jms.setCacheLevelName("CACHE_CONSUMER");
        jms.setReceiveTimeout(500);
        jms.setRecoveryInterval(1000);
        jms.setDeliveryPersistent(true);
        jms.setAutoStartup(true);
        return jms;
    }

    /** The message that was received, unopened. */
    public static Message received(Exchange exchange) {
        return exchange.getIn(JmsMessage.class).getJmsMessage();
    }

    /** Sends to a queue in the transaction in which the exchange's message was received. */
    public static void send(Exchange exchange, String queue, Message message) throws JMSException {
        Session session = session(exchange);
        try (MessageProducer producer = session.createProducer(session.createQueue(queue))) {
            producer.send(message);
        }
    }

    /** The session in whose transaction the exchange's message was received. */
    public static Session session(Exchange exchange) {
        return exchange.getIn(JmsMessage.class).getJmsSession();
    }
}
