package org.exchangebus.routes.hub;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.exchangebus.schemas.record.Cells;
import org.exchangebus.schemas.record.Operation;
import org.exchangebus.schemas.record.RecordChunk;
import org.postgresql.PGConnection;

/**
 * Asks the registry which records of a chunk it does not hold as they are: by key and digest, in one statement.
 *
 * <p>The keys travel as arrays, in binary: a table of the session would have to be filled and truncated for every
 * chunk, which costs the server more than the question.
 */
final class Probe {

    private final String[][] keys;
    private final long[] high;
    private final long[] low;
    private final boolean[] deleted;
    private final boolean hasRepeatedKeys;

    Probe(MergePlan plan, RecordChunk chunk) {
        int[] positions = plan.keyPositions();
        int count = chunk.count();
        keys = new String[positions.length][count];
        high = new long[count];
        low = new long[count];
        deleted = new boolean[count];
        Set<Object> seen = new HashSet<>(count * 2);
        Cells cells = new Cells(plan.types().size());
        RecordChunk.Reader reader = chunk.read();
        for (int ordinal = 0; reader.next(); ordinal++) {
            reader.show(cells);
            for (int i = 0; i < positions.length; i++) {
                keys[i][ordinal] = cells.text(positions[i]);
            }
            high[ordinal] = reader.digestHigh();
            low[ordinal] = reader.digestLow();
            deleted[ordinal] = reader.operation() == Operation.DELETE;
            seen.add(key(ordinal));
        }
        hasRepeatedKeys = seen.size() < count;
    }

    private Object key(int ordinal) {
        return keys.length == 1
                ? String.valueOf(keys[0][ordinal])
                : List.of(Arrays.stream(keys)
                        .map(key -> String.valueOf(key[ordinal]))
                        .toArray());
    }

    /** Whether a key stands in the chunk twice; then the order of its records counts, and this question is the wrong one. */
    boolean hasRepeatedKeys() {
        return hasRepeatedKeys;
    }

    /** Ordinals of the records that are absent from the registry, or other there. */
    BitSet changed(Connection connection, MergePlan plan) throws SQLException {
        BitSet changed = new BitSet();
        try (PreparedStatement probe = connection.prepareStatement(plan.probe())) {
            int at = 1;
            for (String[] key : keys) {
                probe.setArray(at++, array(connection, "text", key));
            }
            probe.setArray(at++, array(connection, "int8", high));
            probe.setArray(at++, array(connection, "int8", low));
            probe.setArray(at, array(connection, "bool", deleted));
            try (ResultSet rows = probe.executeQuery()) {
                while (rows.next()) {
                    changed.set(rows.getInt(1) - 1);
                }
            }
        }
        return changed;
    }

    private static Array array(Connection connection, String type, Object elements) throws SQLException {
        return connection.unwrap(PGConnection.class).createArrayOf(type, elements);
    }
}
