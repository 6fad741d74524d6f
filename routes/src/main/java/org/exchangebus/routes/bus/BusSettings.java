package org.exchangebus.routes.bus;

import jakarta.jms.ConnectionFactory;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.exchangebus.routes.landing.LandingSettings;
import org.exchangebus.schemas.run.Flow;

/**
 * What the bus's side is made from.
 *
 * @param ledger the ledger's PostgreSQL database, pooled
 * @param connections the broker, pooled; see {@link org.exchangebus.routes.wire.Queues} for what it has to grant
 * @param landing where what is taken is kept, how and for how long
 * @param flows what is carried to the hub
 * @param shapes fields and key of each flow
 * @param parallelism how many chunks are mapped and sent at once, over all flows
 * @param window how many chunks of a run may be out, or on the way there, without a receipt
 * @param scheduled whether flows run by their schedule; else only when asked
 * @param patience how long a run waits without a receipt until it is reported and its chunks are sent again
 */
public record BusSettings(
        DataSource ledger,
        ConnectionFactory connections,
        LandingSettings landing,
        List<Flow> flows,
        Function<Flow, FlowShape> shapes,
        int parallelism,
        int window,
        boolean scheduled,
        Duration patience) {

    /** One chunk is held by whoever asks for the next one. */
    public static final int LEAST_WINDOW = 2;

    public BusSettings {
        flows = List.copyOf(flows);
        if (parallelism < 1) {
            throw new IllegalArgumentException("parallelism " + parallelism);
        }
        if (window < LEAST_WINDOW) {
            throw new IllegalArgumentException("window " + window);
        }
    }
}
