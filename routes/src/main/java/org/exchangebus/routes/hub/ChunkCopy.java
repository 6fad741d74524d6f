package org.exchangebus.routes.hub;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import org.exchangebus.schemas.catalogue.ItemType;
import org.exchangebus.schemas.record.Cells;
import org.exchangebus.schemas.record.Operation;
import org.exchangebus.schemas.record.RecordChunk;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Copies a chunk's records into the session's tables, in PostgreSQL's binary format. Not thread-safe. */
final class ChunkCopy {

    private final CopyBuffer buffer = new CopyBuffer();
    private final ColumnWriter writer = new ColumnWriter();

    /** All items of the records; of those whose ordinals are given, or of all. */
    void records(Connection connection, MergePlan plan, RecordChunk chunk, @Nullable BitSet ordinals)
            throws SQLException {
        List<ItemType> types = plan.types();
        Cells cells = new Cells(types.size());
        RecordChunk.Reader reader = chunk.read();
        buffer.begin();
        for (int ordinal = 0; reader.next(); ordinal++) {
            if (ordinals == null || ordinals.get(ordinal)) {
                reader.show(cells);
                buffer.row(types.size() + 3);
                for (int i = 0; i < types.size(); i++) {
                    writer.write(buffer, plan.items().get(i), types.get(i), cells, i);
                }
                proof(reader);
            }
        }
        buffer.end();
        send(connection, plan.copy());
    }

    /** The keys of the records and those that are kept, as part of the flow's full set. */
    void keys(Connection connection, MergePlan plan, SetPlan set, RecordChunk chunk) throws SQLException {
        byte[] flow = chunk.flow().getBytes(StandardCharsets.UTF_8);
        Cells cells = new Cells(plan.types().size());
        buffer.begin();
        for (RecordChunk.Reader reader : List.of(chunk.read(), chunk.readKept())) {
            while (reader.next()) {
                reader.show(cells);
                buffer.row(plan.keyPositions().length + 2);
                for (int i : plan.keyPositions()) {
                    writer.write(buffer, plan.items().get(i), plan.types().get(i), cells, i);
                }
                buffer.putText(flow, 0, flow.length);
                buffer.putInt8(chunk.id().run());
            }
        }
        buffer.end();
        send(connection, set.copy());
    }

    private void proof(RecordChunk.Reader reader) {
        buffer.putInt8(reader.version());
        buffer.putUuid(reader.digestHigh(), reader.digestLow());
        buffer.putBoolean(reader.operation() == Operation.DELETE);
    }

    private void send(Connection connection, String sql) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            copy.writeToCopy(buffer.bytes(), 0, buffer.length());
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
