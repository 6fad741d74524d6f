package org.exchangebus.routes.hub;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.BitSet;
import org.exchangebus.schemas.record.RecordChunk;
import org.jspecify.annotations.Nullable;

/** Brings a chunk's records into the registry, through tables that belong to the session. */
final class Merge {

    /** What did not come to stand in the registry because of this chunk. */
    record Outcome(int superseded, int unchanged) {}

    /** Waits until the chunk before is committed. */
    @FunctionalInterface
    interface Turn {
        void await() throws SQLException, InterruptedException;
    }

    private final ThreadLocal<ChunkCopy> copies = ThreadLocal.withInitial(ChunkCopy::new);

    /** All records are copied and merged: the fastest where most of them are new. */
    Outcome all(Connection connection, MergePlan plan, RecordChunk chunk, Turn turn)
            throws SQLException, InterruptedException {
        stage(connection, plan, chunk, null);
        turn.await();
        return merge(connection, plan, chunk, chunk.count());
    }

    /** Keys and digests first; only what differs is copied and merged: the fastest where most is known. */
    Outcome changed(Connection connection, MergePlan plan, RecordChunk chunk, Turn turn)
            throws SQLException, InterruptedException {
        Probe probe = new Probe(plan, chunk);
        if (probe.hasRepeatedKeys()) {
            return all(connection, plan, chunk, turn);
        }
        turn.await();
        BitSet changed = probe.changed(connection, plan);
        int known = chunk.count() - changed.cardinality();
        if (changed.isEmpty()) {
            return new Outcome(0, known);
        }
        stage(connection, plan, chunk, changed);
        Outcome merged = merge(connection, plan, chunk, changed.cardinality());
        return new Outcome(merged.superseded(), known + merged.unchanged());
    }

    /** The same inside a transaction that has merged before; how many records now stand in the registry by this. */
    int more(Connection connection, MergePlan plan, RecordChunk chunk) throws SQLException {
        execute(connection, plan.create());
        execute(connection, "TRUNCATE " + plan.staging());
        copies.get().records(connection, plan, chunk, null);
        Outcome outcome = merge(connection, plan, chunk, chunk.count());
        return chunk.count() - outcome.superseded() - outcome.unchanged();
    }

    private void stage(Connection connection, MergePlan plan, RecordChunk chunk, @Nullable BitSet ordinals)
            throws SQLException {
        execute(connection, plan.create());
        copies.get().records(connection, plan, chunk, ordinals);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Outcome merge(Connection connection, MergePlan plan, RecordChunk chunk, int staged)
            throws SQLException {
        int applied;
        try (PreparedStatement merge = connection.prepareStatement(plan.merge())) {
            merge.setString(1, chunk.flow());
            merge.setLong(2, chunk.id().run());
            applied = merge.executeUpdate();
        }
        if (applied == staged) {
            return new Outcome(0, 0);
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(plan.count())) {
            row.next();
            int distinct = row.getInt(1);
            int older = row.getInt(2);
            return new Outcome(staged - distinct + older, distinct - applied - older);
        }
    }
}
