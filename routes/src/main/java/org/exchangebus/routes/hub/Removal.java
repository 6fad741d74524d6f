package org.exchangebus.routes.hub;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.schemas.record.Cells;
import org.exchangebus.schemas.record.Digest;
import org.exchangebus.schemas.record.FullSetEnd;
import org.exchangebus.schemas.record.Operation;
import org.exchangebus.schemas.record.Receipt;
import org.exchangebus.schemas.record.RecordChunk;

/**
 * Ends a full set: what its flow brought earlier and is not in it is marked as deleted, unless that is too much.
 *
 * <p>The deletions are made as the source's own would be, so that a record that went looks the same whoever found it
 * gone, and comes back in the same way.
 */
final class Removal {

    private static final int RECORDS_PER_CHUNK = 1_000;

    private final SetKeys keys;
    private final Merge merge;

    Removal(SetKeys keys, Merge merge) {
        this.keys = keys;
        this.merge = merge;
    }

    /** @param plan of all items of the resource */
    Receipt end(Connection connection, MergePlan plan, SetPlan set, RecordChunk chunk)
            throws SQLException, InterruptedException {
        FullSetEnd end = Objects.requireNonNull(chunk.end());
        SetKeys.Known known = keys.known(connection, chunk.flow());
        boolean isHere = known != null && known.run() == chunk.id().run();
        int chunks = isHere ? known.chunks() : 0;
        long entries = isHere ? known.entries() : 0;
        Receipt receipt;
        if (chunks != chunk.id().number() || entries != end.entries()) {
            receipt = Reception.refusal(
                    chunk,
                    RoutesProblem.FULL_SET_HAS_GAPS.reason(chunks, chunk.id().number(), entries, end.entries()));
        } else {
            receipt = remove(connection, plan, set, chunk, end);
        }
        if (known != null) {
            keys.forget(connection, chunk.flow(), known);
        }
        return receipt;
    }

    private Receipt remove(Connection connection, MergePlan plan, SetPlan set, RecordChunk chunk, FullSetEnd end)
            throws SQLException, InterruptedException {
        long live;
        try (PreparedStatement count = connection.prepareStatement(set.live())) {
            count.setString(1, chunk.flow());
            live = number(count);
        }
        long missing;
        try (PreparedStatement count = missing(connection, set.missing(), chunk, end)) {
            missing = number(count);
        }
        if (missing == 0) {
            return new Receipt(chunk.id(), 0, 0, 0, Digest.ZERO, null);
        }
        if (!end.isLetThrough() && isTooMuch(missing, live, end)) {
            return Reception.refusal(
                    chunk,
                    RoutesProblem.TOO_MANY_RECORDS_ARE_GONE.reason(
                            missing, live, end.stopRecords(), end.stopPerCent()));
        }
        int removed = remove(connection, plan, chunk, end, set);
        return new Receipt(chunk.id(), 0, 0, 0, removed, Digest.ZERO, null);
    }

    /** Everything is always too much: a source that gives nothing, or only what is new, is more likely broken. */
    private static boolean isTooMuch(long missing, long live, FullSetEnd end) {
        return missing >= live || missing > end.stopRecords() && missing * 100 > end.stopPerCent() * live;
    }

    private int remove(Connection connection, MergePlan plan, RecordChunk chunk, FullSetEnd end, SetPlan set)
            throws SQLException, InterruptedException {
        int removed = 0;
        try (PreparedStatement select = missing(connection, set.missingKeys(), chunk, end)) {
            select.setFetchSize(RECORDS_PER_CHUNK);
            try (ResultSet rows = select.executeQuery()) {
                boolean isMore = rows.next();
                while (isMore) {
                    RecordChunk.Builder deletions = new RecordChunk.Builder(
                            chunk.id(), chunk.flow(), chunk.resource(), plan.items(), 64 * RECORDS_PER_CHUNK);
                    do {
                        deletions.add(Operation.DELETE, end.version(), key(rows, plan));
                        isMore = rows.next();
                    } while (isMore && deletions.count() < RECORDS_PER_CHUNK);
                    removed += merge.more(connection, plan, deletions.build());
                }
            }
        }
        return removed;
    }

    private static Cells key(ResultSet row, MergePlan plan) throws SQLException {
        Cells cells = new Cells(plan.items().size());
        for (int i = 0; i < plan.keyPositions().length; i++) {
            cells.setText(plan.keyPositions()[i], row.getString(i + 1));
        }
        return cells;
    }

    private static PreparedStatement missing(Connection connection, String sql, RecordChunk chunk, FullSetEnd end)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setString(1, chunk.flow());
        statement.setLong(2, end.version());
        statement.setString(3, chunk.flow());
        statement.setLong(4, chunk.id().run());
        return statement;
    }

    private static long number(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
