package org.exchangebus.routes.hub;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.catalogue.Resource;
import org.exchangebus.schemas.record.RecordChunk;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the full sets that flows are bringing; each change is part of the transaction of a chunk.
 *
 * <p>A set belongs to one run. What is left of an earlier one is forgotten when the flow's next run begins.
 */
final class SetKeys {

    /** What of a set is here. */
    record Known(long run, String resource, int chunks, long entries) {}

    private static final String ENTER = """
            INSERT INTO hub.full_set AS s (flow, run, resource, chunks, entries) VALUES (?, ?, ?, 1, ?)
            ON CONFLICT (flow) DO UPDATE SET chunks = s.chunks + 1, entries = s.entries + excluded.entries""";

    private final Catalogue catalogue;
    private final ThreadLocal<ChunkCopy> copies = ThreadLocal.withInitial(ChunkCopy::new);

    SetKeys(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Adds the keys of a chunk's records and those that it keeps. */
    void enter(Connection connection, MergePlan plan, SetPlan set, RecordChunk chunk) throws SQLException {
        forgetOthers(connection, chunk);
        copies.get().keys(connection, plan, set, chunk);
        try (PreparedStatement enter = connection.prepareStatement(ENTER)) {
            enter.setString(1, chunk.flow());
            enter.setLong(2, chunk.id().run());
            enter.setString(3, chunk.resource());
            enter.setLong(4, (long) chunk.count() + chunk.keptCount());
            enter.executeUpdate();
        }
    }

    /** Forgets what is left of another run of the chunk's flow. */
    void forgetOthers(Connection connection, RecordChunk chunk) throws SQLException {
        Known known = known(connection, chunk.flow());
        if (known != null && known.run() != chunk.id().run()) {
            forget(connection, chunk.flow(), known);
        }
    }

    /** What is here of the flow's set; null where there is nothing. */
    @Nullable
    Known known(Connection connection, String flow) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT run, resource, chunks, entries FROM hub.full_set WHERE flow = ?")) {
            select.setString(1, flow);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Known(row.getLong(1), row.getString(2), row.getInt(3), row.getLong(4)) : null;
            }
        }
    }

    /** Forgets the set; its resource may have left the catalogue. */
    void forget(Connection connection, String flow, Known known) throws SQLException {
        for (Resource resource : catalogue.resources()) {
            if (resource.name().equals(known.resource())) {
                delete(connection, new SetPlan(resource).forget(), flow);
            }
        }
        delete(connection, "DELETE FROM hub.full_set WHERE flow = ?", flow);
    }

    private static void delete(Connection connection, String sql, String flow) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setString(1, flow);
            delete.executeUpdate();
        }
    }
}
