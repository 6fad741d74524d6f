package org.exchangebus.routes.reconciliation;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * What the registry should hold, key by key: the last record of each, gathered in a table of the session so that memory
 * stays flat. Records come in the order of their versions.
 *
 * <p>A record that equals the one before it changes nothing at the hub, which keeps the version of the first of them:
 * so does this table, in {@code since}.
 */
final class Expectation {

    private static final int MOST_PENDING = 20_000;

    private static final String CREATE = """
            CREATE TEMP TABLE expected (key_hash uuid PRIMARY KEY, key text NOT NULL, since bigint NOT NULL,
                last bigint NOT NULL, digest uuid, deleted boolean NOT NULL, flow text NOT NULL,
                run bigint NOT NULL, constant boolean NOT NULL) ON COMMIT DROP;
            CREATE TEMP TABLE incoming (LIKE expected) ON COMMIT DROP""";

    private static final String MERGE = """
            INSERT INTO expected AS e SELECT * FROM incoming ON CONFLICT (key_hash) DO UPDATE SET
                since = CASE WHEN excluded.constant AND e.digest = excluded.digest AND e.deleted = excluded.deleted
                    THEN e.since ELSE excluded.since END,
                flow = CASE WHEN excluded.constant AND e.digest = excluded.digest AND e.deleted = excluded.deleted
                    THEN e.flow ELSE excluded.flow END,
                run = CASE WHEN excluded.constant AND e.digest = excluded.digest AND e.deleted = excluded.deleted
                    THEN e.run ELSE excluded.run END,
                last = excluded.last, digest = excluded.digest, deleted = excluded.deleted""";

    /** What is sent again has the version that it had, and takes the place of nothing that is newer, as at the hub. */
    private static final String MERGE_AGAIN = """
            INSERT INTO expected AS e SELECT * FROM incoming ON CONFLICT (key_hash) DO UPDATE SET
                since = excluded.since, flow = excluded.flow, run = excluded.run, last = greatest(e.last, excluded.last),
                digest = excluded.digest, deleted = excluded.deleted
            WHERE e.since <= excluded.since
              AND (e.digest IS DISTINCT FROM excluded.digest OR e.deleted <> excluded.deleted)""";

    private static final String PROOFS = "SELECT uuid_send(key_hash) AS key_hash, uuid_send(key_hash)"
            + " || uuid_send(digest) || uuid_send(digest) || int8send(since) || int8send(run)"
            + " || convert_to(flow, 'UTF8') AS proof, deleted AS record_deleted FROM expected WHERE digest IS NOT NULL";

    /**
     * The last record of a key in a chunk.
     *
     * @param key the key's values as a JSON list
     * @param run the run that sent it
     * @param digest null where it is not known what the record was
     */
    record Brought(
            String key,
            String flow,
            long run,
            long version,
            @Nullable UUID digest,
            boolean isDeleted) {

        boolean isEqualTo(Brought other) {
            return digest != null && digest.equals(other.digest) && isDeleted == other.isDeleted;
        }
    }

    /** What is known of a key from the records that came since the last merge. */
    private static final class Pending {
        Brought since;
        Brought last;
        boolean isConstant = true;

        Pending(Brought first) {
            since = first;
            last = first;
        }
    }

    private final Connection connection;
    private final Map<UUID, Pending> pending = new HashMap<>();

    /** @param connection in a transaction, at whose end the table is gone */
    Expectation(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute(CREATE);
        }
    }

    /** A chunk brought a key. */
    void add(UUID keyHash, Brought brought) throws SQLException {
        Pending known = pending.get(keyHash);
        if (known == null) {
            pending.put(keyHash, new Pending(brought));
            if (pending.size() >= MOST_PENDING) {
                merge();
            }
            return;
        }
        if (!brought.isEqualTo(known.last)) {
            known.since = brought;
            known.isConstant = false;
        }
        known.last = brought;
    }

    /** All records have come: the sums of their proofs, by key range. */
    Sums sums() throws SQLException {
        merge();
        try (Statement analyze = connection.createStatement()) {
            analyze.execute("ANALYZE expected");
        }
        try (Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery(Sums.of(PROOFS))) {
            return Sums.read(rows);
        }
    }

    /** How many keys there are. */
    long count() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM expected")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** What came was sent again; keys of one chunk at most. */
    void mergeAgain() throws SQLException {
        merge(MERGE_AGAIN);
    }

    private void merge() throws SQLException {
        merge(MERGE);
    }

    private void merge(String merge) throws SQLException {
        if (pending.isEmpty()) {
            return;
        }
        StringBuilder lines = new StringBuilder();
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY incoming FROM STDIN");
        try {
            for (Map.Entry<UUID, Pending> entry : pending.entrySet()) {
                line(lines, entry.getKey(), entry.getValue());
                if (lines.length() > 1 << 18) {
                    send(copy, lines);
                }
            }
            send(copy, lines);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(merge);
            statement.execute("TRUNCATE incoming");
        }
        pending.clear();
    }

    private static void line(StringBuilder lines, UUID keyHash, Pending entry) {
        Brought since = entry.since;
        Brought last = entry.last;
        lines.append(keyHash).append('\t').append(last.key().replace("\\", "\\\\"));
        lines.append('\t')
                .append(since.version())
                .append('\t')
                .append(last.version())
                .append('\t');
        lines.append(last.digest() == null ? "\\N" : last.digest().toString());
        lines.append('\t')
                .append(last.isDeleted())
                .append('\t')
                .append(since.flow().replace("\\", "\\\\"));
        lines.append('\t')
                .append(since.run())
                .append('\t')
                .append(entry.isConstant)
                .append('\n');
    }

    private static void send(CopyIn copy, StringBuilder lines) throws SQLException {
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        lines.setLength(0);
    }
}
