package org.exchangebus.routes.hub;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.routes.wire.ReceiptText;
import org.exchangebus.schemas.record.ChunkId;
import org.exchangebus.schemas.record.Digest;
import org.exchangebus.schemas.record.Receipt;
import org.exchangebus.schemas.record.RecordChunk;
import org.jspecify.annotations.Nullable;

/** The hub's memory of chunks: a chunk that comes again gets the receipt it got. */
final class Inbox {

    private static final String SELECT =
            "SELECT digest, receipt FROM hub.inbox WHERE flow = ? AND run = ? AND number = ?";

    private static final String LAST_BEFORE =
            "SELECT coalesce(max(number), -1) FROM hub.inbox WHERE flow = ? AND run = ? AND number < ?";

    private static final String LATER = "SELECT 1 FROM hub.inbox WHERE flow = ? AND run > ? LIMIT 1";

    private static final String INSERT =
            "INSERT INTO hub.inbox (flow, run, number, digest, receipt) VALUES (?, ?, ?, ?, ?)";

    /** How long a wait for another process's commit sleeps between two looks. */
    private static final long LOOK_MILLIS = 10;

    /** Chunks that this process committed: whoever read it before a look misses no commit after the look. */
    private long commits;

    /** The receipt that the chunk got before; a refusal where one of its name had other content. Null if it is new. */
    @Nullable
    String receipt(Connection connection, RecordChunk chunk) throws SQLException {
        try (PreparedStatement select = select(connection, chunk, chunk.id().number());
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return null;
            }
            return row.getString(1).equals(chunk.digest().hex())
                    ? row.getString(2)
                    : ReceiptText.write(new Receipt(
                            chunk.id(), 0, 0, 0, Digest.ZERO, RoutesProblem.CHUNK_CONTRADICTS_AN_EARLIER_ONE.reason()));
        }
    }

    /**
     * Whether a later run of the flow has brought chunks. Runs of a flow follow one another, and one that did not
     * balance is taken again: what comes late of an earlier run is older than what the registry holds.
     */
    boolean isOvertaken(Connection connection, RecordChunk chunk) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LATER)) {
            select.setString(1, chunk.flow());
            select.setLong(2, chunk.id().run());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    void add(Connection connection, RecordChunk chunk, String receipt) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            fill(insert, chunk, chunk.id().number());
            insert.setString(4, chunk.digest().hex());
            insert.setString(5, receipt);
            insert.executeUpdate();
        }
    }

    /** Another chunk was committed. */
    synchronized void committed() {
        commits++;
        notifyAll();
    }

    private synchronized long commits() {
        return commits;
    }

    private synchronized void awaitCommitAfter(long seen) throws InterruptedException {
        if (commits == seen) {
            wait(LOOK_MILLIS);
        }
    }

    /**
     * Waits until the chunk before this one of the same run is committed.
     *
     * @param patience how long no chunk of the run may be committed; one that stands in a queue behind others is
     *     late, not missing
     * @throws EarlierChunkMissingException if none was for so long
     */
    void awaitEarlier(Connection connection, RecordChunk chunk, Duration patience)
            throws SQLException, InterruptedException {
        ChunkId id = chunk.id();
        int reached = -1;
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            long seen = commits();
            int last = lastBefore(connection, chunk);
            if (last == id.number() - 1) {
                return;
            }
            if (last > reached) {
                reached = last;
                deadline = System.nanoTime() + patience.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new EarlierChunkMissingException(id);
            }
            awaitCommitAfter(seen);
        }
    }

    /** Number of the last chunk of the run that is committed before this one; -1 if there is none. */
    private static int lastBefore(Connection connection, RecordChunk chunk) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LAST_BEFORE)) {
            fill(select, chunk, chunk.id().number());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static PreparedStatement select(Connection connection, RecordChunk chunk, int number) throws SQLException {
        PreparedStatement select = connection.prepareStatement(SELECT);
        fill(select, chunk, number);
        return select;
    }

    private static void fill(PreparedStatement statement, RecordChunk chunk, int number) throws SQLException {
        statement.setString(1, chunk.flow());
        statement.setLong(2, chunk.id().run());
        statement.setInt(3, number);
    }
}
