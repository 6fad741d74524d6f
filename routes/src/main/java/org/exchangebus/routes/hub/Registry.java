package org.exchangebus.routes.hub;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.exchangebus.routes.wire.ReceiptText;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.catalogue.ItemType;
import org.exchangebus.schemas.record.Cells;
import org.exchangebus.schemas.record.Operation;
import org.exchangebus.schemas.record.Receipt;
import org.exchangebus.schemas.record.RecordChunk;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Applies chunks to the registries: one transaction holds the effect and the inbox's memory of it.
 *
 * <p>Chunks of one run are staged side by side and merged in their order, so that of two versions of a record
 * in one run the later one stands.
 */
final class Registry {

    private record PlanKey(String resource, List<String> items) {}

    private final DataSource dataSource;
    private final Catalogue catalogue;
    private final Inbox inbox;
    private final Duration patience;
    private final Map<PlanKey, MergePlan> plans = new ConcurrentHashMap<>();
    private final Map<PGConnection, Set<String>> staged = Collections.synchronizedMap(new WeakHashMap<>());
    private final ThreadLocal<CopyBuffer> buffers = ThreadLocal.withInitial(CopyBuffer::new);
    private final ThreadLocal<ColumnWriter> writers = ThreadLocal.withInitial(ColumnWriter::new);
    private volatile boolean isStopping;

    Registry(DataSource dataSource, Catalogue catalogue, Inbox inbox, Duration patience) {
        this.dataSource = dataSource;
        this.catalogue = catalogue;
        this.inbox = inbox;
        this.patience = patience;
    }

    void stop() {
        isStopping = true;
    }

    boolean isStopping() {
        return isStopping;
    }

    /** The receipt of the chunk, as text: the same for the same chunk, however often it comes. */
    String apply(RecordChunk chunk) throws SQLException, InterruptedException {
        MergePlan plan = plans.computeIfAbsent(
                new PlanKey(chunk.resource(), chunk.items()),
                key -> new MergePlan(catalogue.resource(key.resource()), key.items()));
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                String receipt = inbox.receipt(connection, chunk);
                if (receipt == null) {
                    stage(connection, plan, chunk);
                    inbox.awaitEarlier(connection, chunk, patience);
                    receipt = ReceiptText.write(merge(connection, plan, chunk));
                    inbox.add(connection, chunk, receipt);
                }
                connection.commit();
                inbox.committed();
                staged(connection).add(plan.staging());
                return receipt;
            } catch (SQLException | RuntimeException | InterruptedException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    /** Keeps a refusal in the inbox, so that the chunk gets it again; a receipt that it got before stands. */
    String refuse(RecordChunk chunk, String why) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            String receipt = inbox.receipt(connection, chunk);
            if (receipt == null) {
                receipt = ReceiptText.write(Reception.refusal(chunk, why));
                inbox.add(connection, chunk, receipt);
            }
            connection.commit();
            inbox.committed();
            return receipt;
        }
    }

    private void stage(Connection connection, MergePlan plan, RecordChunk chunk) throws SQLException {
        if (!staged(connection).contains(plan.staging())) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(plan.create());
            }
        }
        CopyBuffer rows = rows(plan, chunk);
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(plan.copy());
        try {
            copy.writeToCopy(rows.bytes(), 0, rows.length());
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private Set<String> staged(Connection connection) throws SQLException {
        return staged.computeIfAbsent(connection.unwrap(PGConnection.class), c -> new HashSet<>());
    }

    private CopyBuffer rows(MergePlan plan, RecordChunk chunk) {
        CopyBuffer out = buffers.get();
        ColumnWriter writer = writers.get();
        List<ItemType> types = plan.types();
        Cells cells = new Cells(types.size());
        RecordChunk.Reader reader = chunk.read();
        out.begin();
        while (reader.next()) {
            reader.show(cells);
            out.row(types.size() + 3);
            for (int i = 0; i < types.size(); i++) {
                writer.write(out, types.get(i), cells, i);
            }
            out.putInt8(reader.version());
            out.putUuid(reader.digestHigh(), reader.digestLow());
            out.putBoolean(reader.operation() == Operation.DELETE);
        }
        out.end();
        return out;
    }

    private static Receipt merge(Connection connection, MergePlan plan, RecordChunk chunk) throws SQLException {
        int applied;
        try (PreparedStatement merge = connection.prepareStatement(plan.merge())) {
            merge.setString(1, chunk.flow());
            merge.setLong(2, chunk.id().run());
            applied = merge.executeUpdate();
        }
        if (applied == chunk.count()) {
            return new Receipt(chunk.id(), applied, 0, 0, chunk.digest(), null);
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(plan.count())) {
            row.next();
            int distinct = row.getInt(1);
            int unchanged = row.getInt(2);
            int older = row.getInt(3);
            int superseded = chunk.count() - distinct + older;
            return new Receipt(
                    chunk.id(), chunk.count() - superseded - unchanged, superseded, unchanged, chunk.digest(), null);
        }
    }
}
