package org.exchangebus.routes.hub;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.routes.wire.Broker;
import org.exchangebus.routes.wire.ChunkBody;
import org.exchangebus.routes.wire.Queues;
import org.exchangebus.schemas.record.Digest;
import org.exchangebus.schemas.record.Receipt;
import org.exchangebus.schemas.record.RecordChunk;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The {@code registry:} steps: opens what is a chunk, lets it be applied, answers with the receipt. */
final class Reception {

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    /** Deliveries of one message after which the hub gives it up; the broker's own limit lies above. */
    private static final int LAST_DELIVERY = 5;

    private final Registry registry;
    private final Attempts attempts;

    Reception(Registry registry, Attempts attempts) {
        this.registry = registry;
        this.attempts = attempts;
    }

    /** The message's chunk becomes the body; what is none goes to the dead letters unopened, and the body is null. */
    void take(Exchange exchange) throws JMSException {
        Message message = Broker.received(exchange);
        RecordChunk chunk = read(message);
        if (chunk == null) {
            LOG.warn("A message among the chunks is none; it stands in {}", Queues.DEAD);
            Broker.send(exchange, Queues.DEAD, message);
        }
        exchange.getMessage().setBody(chunk);
        exchange.setPattern(ExchangePattern.InOnly);
    }

    /** The chunk's effect is in the registry, or the refusal in the inbox; the receipt becomes the body. */
    void apply(Exchange exchange) throws Exception {
        Message message = Broker.received(exchange);
        RecordChunk chunk = exchange.getMessage().getMandatoryBody(RecordChunk.class);
        String receipt;
        try {
            receipt = attempts.apply(chunk);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            int delivery = message.getIntProperty("JMSXDeliveryCount");
            if (delivery < LAST_DELIVERY || attempts.isStopping()) {
                throw e;
            }
            LOG.error("Chunk {} of {} is given up", chunk.id().text(), chunk.flow(), e);
            String refusal = e instanceof EarlierChunkMissingException
                    ? RoutesProblem.EARLIER_CHUNK_IS_MISSING.reason(chunk.id().number() - 1)
                    : RoutesProblem.HUB_GAVE_UP.reason(delivery, e.getClass().getSimpleName());
            receipt = registry.refuse(chunk, refusal);
            Broker.send(exchange, Queues.DEAD, message);
        }
        exchange.getMessage().setBody(receipt);
    }

    private static @Nullable RecordChunk read(Message message) throws JMSException {
        if (!(message instanceof BytesMessage bytes) || bytes.getBodyLength() > Queues.LARGEST_MESSAGE) {
            return null;
        }
        byte[] body = new byte[(int) bytes.getBodyLength()];
        bytes.readBytes(body);
        try {
            return ChunkBody.read(body);
        } catch (IllegalArgumentException e) {
            bytes.reset();
            return null;
        }
    }

    /** A receipt that says nothing but why. */
    static Receipt refusal(RecordChunk chunk, String why) {
        return new Receipt(chunk.id(), 0, 0, 0, Digest.ZERO, why);
    }
}
