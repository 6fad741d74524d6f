package org.exchangebus.routes.reconciliation;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.exchangebus.routes.reconciliation.Judge.Expected;
import org.exchangebus.routes.reconciliation.Judge.Held;
import org.exchangebus.routes.reconciliation.Judge.Verdict;
import org.jspecify.annotations.Nullable;

/** Goes through the key ranges that differ, both sides in the order of the keys' hashes, one row of each at a time. */
final class DrillDown {

    private static final int FETCHED = 2000;

    private static final String EXPECTED = "SELECT key_hash, key, since, last, digest, deleted, flow, run FROM expected"
            + " WHERE get_byte(uuid_send(key_hash), 0) = ANY(?) ORDER BY key_hash";

    /** Hears of every key on which the sides do not simply agree. */
    @FunctionalInterface
    interface Found {
        void accept(Verdict verdict, @Nullable Expected expected, @Nullable Held held) throws SQLException;
    }

    private final Judge judge;
    private final Found found;

    DrillDown(Judge judge, Found found) {
        this.judge = judge;
        this.found = found;
    }

    /** Both connections are in a transaction, so that rows are fetched as they are needed. */
    void run(Connection ledger, Connection registry, String query, List<Integer> ranges) throws SQLException {
        Integer[] wanted = ranges.toArray(Integer[]::new);
        try (PreparedStatement left = prepared(ledger, EXPECTED, wanted);
                PreparedStatement right = prepared(registry, query, wanted);
                ResultSet brought = left.executeQuery();
                ResultSet rows = right.executeQuery()) {
            Expected expected = nextExpected(brought);
            Held held = nextHeld(rows);
            while (expected != null || held != null) {
                int order = order(expected, held);
                if (order < 0) {
                    found.accept(judge.missing(expected), expected, null);
                    expected = nextExpected(brought);
                } else if (order > 0) {
                    found.accept(judge.unexpected(held), null, held);
                    held = nextHeld(rows);
                } else {
                    Verdict verdict = judge.both(expected, held);
                    if (verdict != Verdict.AGREES) {
                        found.accept(verdict, expected, held);
                    }
                    expected = nextExpected(brought);
                    held = nextHeld(rows);
                }
            }
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Integer[] ranges) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setFetchSize(FETCHED);
        statement.setArray(1, connection.createArrayOf("integer", ranges));
        return statement;
    }

    private static int order(@Nullable Expected expected, @Nullable Held held) {
        if (expected == null) {
            return 1;
        }
        if (held == null) {
            return -1;
        }
        int high = Long.compareUnsigned(
                expected.keyHash().getMostSignificantBits(), held.keyHash().getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(
                        expected.keyHash().getLeastSignificantBits(),
                        held.keyHash().getLeastSignificantBits());
    }

    private static @Nullable Expected nextExpected(ResultSet rows) throws SQLException {
        return rows.next()
                ? new Expected(
                        rows.getObject("key_hash", UUID.class),
                        rows.getString("key"),
                        rows.getLong("since"),
                        rows.getLong("last"),
                        rows.getObject("digest", UUID.class),
                        rows.getBoolean("deleted"),
                        rows.getString("flow"),
                        rows.getLong("run"))
                : null;
    }

    private static @Nullable Held nextHeld(ResultSet rows) throws SQLException {
        return rows.next()
                ? new Held(
                        uuid(rows.getBytes("key_hash")),
                        rows.getString("key"),
                        uuid(rows.getBytes("content")),
                        rows.getObject("record_digest", UUID.class),
                        rows.getLong("record_version"),
                        rows.getLong("record_run"),
                        rows.getString("record_flow"),
                        rows.getBoolean("record_deleted"),
                        rows.getBoolean("has_more"))
                : null;
    }

    private static UUID uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
