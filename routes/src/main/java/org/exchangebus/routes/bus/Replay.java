package org.exchangebus.routes.bus;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.exchangebus.routes.ledger.LandedSegment;
import org.exchangebus.schemas.record.MappedChunk;
import org.exchangebus.schemas.record.Rows;
import org.exchangebus.schemas.record.SourceChunk;
import org.exchangebus.schemas.run.Capture;
import org.exchangebus.schemas.run.Flow;
import org.exchangebus.schemas.run.Landing;

/**
 * Reads and maps again what a run took, as the run did: the same bytes give the same chunks under the same numbers.
 * Nothing is recorded and nothing is sent. Rows of the quarantine are not read: of what only they brought nothing is known.
 */
public final class Replay implements AutoCloseable {

    /** Hears of each chunk in the order of the run. */
    @FunctionalInterface
    public interface Each {
        void accept(MappedChunk chunk) throws Exception;
    }

    private final ProducerTemplate template;
    private final Landing landing;

    /** @param context started, with the components {@code adapter} and {@code mapping} */
    public Replay(CamelContext context, Landing landing) {
        template = context.createProducerTemplate();
        this.landing = landing;
    }

    /** Replays a run from its segments; what cannot be read or mapped is thrown as it came. */
    public void run(Flow flow, long run, List<LandedSegment> segments, Each each) throws Exception {
        ChunkIterator.Numbering numbering = new ChunkIterator.Numbering();
        String read = "adapter:" + flow.system() + "/" + flow.reader() + "?action=read";
        String map = "mapping:" + flow.system() + "/" + flow.mapping();
        for (LandedSegment landed : segments) {
            if (landed.isOfQuarantine()) {
                throw new IllegalStateException("Run " + landed.landedBy() + " sent entries of the quarantine");
            }
            numbering.begin(landed.landedBy());
            Iterator<?> blocks = ask(read, new Capture.Reading(landed.segment(), landing), Iterator.class);
            try {
                while (blocks.hasNext()) {
                    SourceChunk chunk = numbering.number(run, flow.name(), (Rows) blocks.next());
                    each.accept(ask(map, chunk, MappedChunk.class));
                }
            } finally {
                if (blocks instanceof Closeable closeable) {
                    closeable.close();
                }
            }
        }
    }

    private <T> T ask(String endpoint, Object body, Class<T> type) throws Exception {
        Exchange answer =
                template.request(endpoint, exchange -> exchange.getMessage().setBody(body));
        if (answer.getException() != null) {
            throw answer.getException();
        }
        return answer.getMessage().getMandatoryBody(type);
    }

    @Override
    public void close() throws IOException {
        template.close();
    }
}
