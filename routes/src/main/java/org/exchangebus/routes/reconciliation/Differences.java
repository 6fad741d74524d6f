package org.exchangebus.routes.reconciliation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.exchangebus.routes.reconciliation.Judge.Expected;
import org.exchangebus.routes.reconciliation.Judge.Held;
import org.exchangebus.routes.reconciliation.Judge.Verdict;
import org.exchangebus.schemas.catalogue.Resource;
import org.jspecify.annotations.Nullable;

/** What a comparison finds: kept in a table of the session, then entered as work in one transaction. */
final class Differences implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BATCH = 500;

    private static final String CREATE = "CREATE TEMP TABLE found (key_hash uuid PRIMARY KEY, key text NOT NULL,"
            + " kind text, flow text NOT NULL, run bigint NOT NULL) ON COMMIT DROP";

    private static final String ENTER = """
            INSERT INTO ledger.difference AS d (resource, key_hash, key, kind, flow, run)
            SELECT ?, key_hash, key, kind, flow, run FROM found WHERE kind IS NOT NULL
            ON CONFLICT (resource, key_hash) WHERE settled_at IS NULL DO UPDATE SET last_found_at = clock_timestamp(),
                kind = excluded.kind, flow = excluded.flow, run = excluded.run""";

    /** A key is settled where it was compared and agrees, or where nobody brought it and it is gone. */
    private static final String SETTLE = """
            UPDATE ledger.difference d SET settled_at = clock_timestamp()
            WHERE d.resource = ? AND d.settled_at IS NULL AND d.flow = ANY(?)
              AND NOT EXISTS (SELECT 1 FROM found f WHERE f.key_hash = d.key_hash)
              AND (d.kind = 'NOT_FROM_ANY_RUN'
                OR EXISTS (SELECT 1 FROM expected e WHERE e.key_hash = d.key_hash AND e.digest IS NOT NULL))""";

    private final Connection connection;
    private final Resource resource;
    private final Consumer<Difference> each;
    private final PreparedStatement insert;
    private final Map<Difference.Kind, Long> counts = new EnumMap<>(Difference.Kind.class);
    private final Map<String, Long> notJudged = new TreeMap<>();
    private int pending;

    /** @param each hears of every difference, in no order that means anything */
    Differences(Connection connection, Resource resource, Consumer<Difference> each) throws SQLException {
        this.connection = connection;
        this.resource = resource;
        this.each = each;
        try (Statement statement = connection.createStatement()) {
            statement.execute(CREATE);
        }
        insert = connection.prepareStatement("INSERT INTO found VALUES (?, ?, ?, ?, ?)");
    }

    void add(Verdict verdict, @Nullable Expected expected, @Nullable Held held) throws SQLException {
        UUID keyHash = expected == null ? held.keyHash() : expected.keyHash();
        List<String> key = values(expected == null ? held.key() : expected.key());
        String flow = expected == null ? held.flow() : expected.flow();
        long run = expected == null ? held.run() : expected.run();
        Difference.Kind kind =
                switch (verdict) {
                    case MISSING -> Difference.Kind.MISSING;
                    case OTHER_CONTENT -> Difference.Kind.OTHER_CONTENT;
                    case NOT_FROM_ANY_RUN -> Difference.Kind.NOT_FROM_ANY_RUN;
                    default -> null;
                };
        if (kind == null) {
            notJudged.merge(verdict.name(), 1L, Long::sum);
        } else {
            counts.merge(kind, 1L, Long::sum);
            each.accept(new Difference(kind, key, flow, run));
        }
        insert.setObject(1, keyHash);
        insert.setString(2, masked(resource, key));
        insert.setString(3, kind == null ? null : kind.name());
        insert.setString(4, flow);
        insert.setLong(5, run);
        insert.addBatch();
        if (++pending == BATCH) {
            flush();
        }
    }

    /** Enters what was found, and settles what is no longer there; returns how many were settled. */
    long enter(List<String> flows) throws SQLException {
        flush();
        try (PreparedStatement enter = connection.prepareStatement(ENTER);
                PreparedStatement settle = connection.prepareStatement(SETTLE)) {
            enter.setString(1, resource.name());
            enter.executeUpdate();
            settle.setString(1, resource.name());
            settle.setArray(2, connection.createArrayOf("text", flows.toArray()));
            return settle.executeUpdate();
        }
    }

    Map<Difference.Kind, Long> counts() {
        return counts;
    }

    Map<String, Long> notJudged() {
        return notJudged;
    }

    /** A key as people may see it. */
    static String masked(Resource resource, List<String> key) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < key.size(); i++) {
            int position = resource.position(resource.key().get(i));
            shown.append(i == 0 ? "" : "|")
                    .append(resource.items().get(position).shown(key.get(i)));
        }
        return shown.toString();
    }

    private static List<String> values(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void flush() throws SQLException {
        if (pending > 0) {
            insert.executeBatch();
            pending = 0;
        }
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
