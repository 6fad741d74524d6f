package org.exchangebus.routes.hub;

import jakarta.jms.ConnectionFactory;
import java.time.Duration;
import javax.sql.DataSource;
import org.exchangebus.schemas.catalogue.Catalogue;

/**
 * What the hub's side is made from.
 *
 * @param registry the registries' PostgreSQL database, pooled; each consumer holds one connection while it works
 * @param connections the broker, pooled; see {@link org.exchangebus.routes.wire.Queues} for what it has to grant
 * @param catalogue the resources that the hub keeps
 * @param consumers how many chunks are taken at once; chunks of one run are merged in their order all the same
 * @param patience how long a chunk waits for the one before it
 */
public record HubSettings(
        DataSource registry, ConnectionFactory connections, Catalogue catalogue, int consumers, Duration patience) {

    public HubSettings {
        if (consumers < 1) {
            throw new IllegalArgumentException("consumers " + consumers);
        }
    }
}
