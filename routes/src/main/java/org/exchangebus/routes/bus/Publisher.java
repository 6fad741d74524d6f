package org.exchangebus.routes.bus;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.exchangebus.routes.wire.ChunkBody;
import org.exchangebus.routes.wire.HeaderWhitelist;
import org.exchangebus.routes.wire.Queues;
import org.exchangebus.schemas.record.RecordChunk;

/**
 * The {@code hub:publish} step: sends a chunk, durable, in the order of the run.
 *
 * <p>A chunk that is sent again because no receipt came carries another duplicate id, or the broker would
 * drop it for the one that got lost; the hub's inbox tells whether it was lost.
 */
final class Publisher {

    private static final String ENDPOINT = ReceiptRoute.COMPONENT + ":queue:" + Queues.CHUNK
            + "?transacted=false&jmsMessageType=Bytes&deliveryPersistent=true";

    private final ProducerTemplate template;
    private final QuarantineSteps quarantine;

    Publisher(ProducerTemplate template, QuarantineSteps quarantine) {
        this.template = template;
        this.quarantine = quarantine;
    }

    void publish(Exchange exchange) throws Exception {
        ActiveRun run = ActiveRun.of(exchange);
        RecordChunk chunk = exchange.getMessage().getMandatoryBody(RecordChunk.class);
        String duplicateId = run.attempt() == 0 ? chunk.id().text() : chunk.id().text() + "/" + run.attempt();
        byte[] body = ChunkBody.write(chunk);
        run.awaitTurn(RunSteps.turn(exchange));
        quarantine.supersede(run, chunk);
        Exchange sent = template.send(ENDPOINT, ExchangePattern.InOnly, message -> {
            message.getMessage().setBody(body);
            message.getMessage().setHeader(HeaderWhitelist.DUPLICATE_ID, duplicateId);
        });
        if (sent.getException() != null) {
            throw sent.getException();
        }
        run.passTurn();
    }
}
