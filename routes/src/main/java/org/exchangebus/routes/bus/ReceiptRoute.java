package org.exchangebus.routes.bus;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.exchangebus.routes.ledger.Ledger;
import org.exchangebus.routes.wire.Broker;
import org.exchangebus.routes.wire.Queues;
import org.exchangebus.routes.wire.ReceiptText;
import org.exchangebus.schemas.record.Receipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the hub's receipts into the ledger. What is no receipt goes to the dead letters, unopened. */
final class ReceiptRoute extends RouteBuilder {

    /** The bus's JMS component. */
    static final String COMPONENT = "exchange-bus";

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptRoute.class);
    private static final int LONGEST_RECEIPT = 64 << 10;

    private final Ledger ledger;
    private final Consumer<Receipt> signed;

    ReceiptRoute(Ledger ledger, Consumer<Receipt> signed) {
        this.ledger = ledger;
        this.signed = signed;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from(COMPONENT + ":queue:" + Queues.RECEIPT)
                .routeId("receipts")
                .routeGroup("exchange-bus")
                .routeDescription("Receipts of the hub, into the ledger")
                .process(this::sign)
                .id("sign");
    }

    private void sign(Exchange exchange) throws JMSException {
        Message message = Broker.received(exchange);
        Receipt receipt;
        try {
            receipt = read(message);
        } catch (IllegalArgumentException e) {
            LOG.warn("A message among the receipts is none; it stands in {}", Queues.DEAD);
            Broker.send(exchange, Queues.DEAD, message);
            return;
        }
        if (ledger.chunks().sign(receipt)) {
            signed.accept(receipt);
        }
    }

    private static Receipt read(Message message) throws JMSException {
        if (message instanceof TextMessage text
                && text.getText() != null
                && text.getText().length() <= LONGEST_RECEIPT) {
            return ReceiptText.read(text.getText());
        }
        throw new IllegalArgumentException("Not a receipt");
    }
}
