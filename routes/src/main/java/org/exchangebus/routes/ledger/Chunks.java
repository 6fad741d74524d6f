package org.exchangebus.routes.ledger;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.exchangebus.routes.ledger.RejectedRow.Origin;
import org.exchangebus.schemas.record.ChunkId;
import org.exchangebus.schemas.record.Digest;
import org.exchangebus.schemas.record.MappedChunk;
import org.exchangebus.schemas.record.Receipt;
import org.exchangebus.schemas.record.RecordChunk;
import org.exchangebus.schemas.record.Rejection;
import org.jspecify.annotations.Nullable;

/** The chunks of runs: recorded before they are sent, signed for by receipts. */
public final class Chunks {

    private static final String RECORD = """
            WITH earlier AS (
                DELETE FROM ledger.doubt d USING ledger.chunk c
                WHERE d.run = ? AND d.chunk = ? AND c.run = d.run AND c.number = d.chunk AND c.receipted_at IS NULL)
            INSERT INTO ledger.chunk AS c (run, number, read, records, rejected, filtered, kept, digest)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (run, number) DO UPDATE SET read = excluded.read, records = excluded.records,
                rejected = excluded.rejected, filtered = excluded.filtered, kept = excluded.kept,
                digest = excluded.digest,
                recorded_at = clock_timestamp()
            WHERE c.receipted_at IS NULL""";

    private static final String SIGN = """
            UPDATE ledger.chunk SET receipted_at = clock_timestamp(), applied = ?, superseded = ?, unchanged = ?,
                removed = ?, hub_digest = ?, refusal = ?
            WHERE run = ? AND number = ? AND receipted_at IS NULL""";

    /**
     * How large a set is.
     *
     * @param entries records and kept keys
     * @param keyless rows that nobody can say the record of
     */
    public record SetSize(long entries, long keyless) {}

    private final LedgerDatabase database;
    private final Quarantine quarantine;
    private final Resubmissions resubmissions;
    private final Doubts doubts;

    Chunks(LedgerDatabase database, Quarantine quarantine, Resubmissions resubmissions, Doubts doubts) {
        this.database = database;
        this.resubmissions = resubmissions;
        this.quarantine = quarantine;
        this.doubts = doubts;
    }

    /**
     * Enters what became of a source chunk, with the rows that go to quarantine and the doubts; a signed chunk stays as
     * it is.
     *
     * @param rejected the chunk's rejections with what quarantine keeps of them
     * @param sent where the rows are entries of the quarantine: which of them are records now; else null
     */
    public void record(MappedChunk mapped, int read, List<RejectedRow> rejected, @Nullable SentEntries sent) {
        RecordChunk records = mapped.records();
        ChunkId id = records.id();
        Object[] row = {
            id.run(),
            id.number(),
            id.run(),
            id.number(),
            read,
            records.count(),
            rowsOf(mapped.rejections()),
            mapped.filtered(),
            records.keptCount(),
            records.digest().hex()
        };
        if (rejected.isEmpty() && mapped.doubts().isEmpty() && sent == null) {
            database.jdbc().update(RECORD, row);
            return;
        }
        database.together(() -> {
            int recorded = database.jdbc().update(RECORD, row);
            if (recorded > 0) {
                doubts.add(id, mapped.doubts());
            }
            if (sent != null) {
                resubmissions.record(id.run(), sent.request(), sent.entries(), mapped.rejections());
            } else if (!rejected.isEmpty() && rejected.get(0).origin() != Origin.SOURCE) {
                resubmissions.rejectOnceMore(id.run(), rejected);
            } else {
                quarantine.addRecords(records.flow(), id.run(), rejected);
            }
            return id;
        });
    }

    private static long rowsOf(List<Rejection> rejections) {
        return rejections.size() < 2
                ? rejections.size()
                : rejections.stream()
                        .map(r -> r.place() + ' ' + r.position())
                        .distinct()
                        .count();
    }

    /** Enters the chunk that ends a full set; a signed one stays as it is. */
    public void recordEnd(RecordChunk end) {
        record(new MappedChunk(end, List.of(), 0), 0, List.of(), null);
    }

    /** What the chunks of a run tell a full set: how many records and kept keys, and how many rows without a key. */
    public SetSize size(long run) {
        return database.jdbc()
                .queryForObject(
                        "SELECT coalesce(sum(records + kept), 0), coalesce(sum(greatest(rejected - kept, 0)), 0)"
                                + " FROM ledger.chunk WHERE run = ?",
                        (row, i) -> new SetSize(row.getLong(1), row.getLong(2)),
                        run);
    }

    /** Numbers of a run's chunks that the hub has signed for. */
    public BitSet signed(long run) {
        BitSet numbers = new BitSet();
        database.jdbc()
                .query(
                        "SELECT number FROM ledger.chunk WHERE run = ? AND receipted_at IS NOT NULL",
                        row -> {
                            numbers.set(row.getInt(1));
                        },
                        run);
        return numbers;
    }

    /** Number of the last chunk of a run that is recorded; -1 before the first. */
    public int last(long run) {
        return Objects.requireNonNull(database.jdbc()
                .queryForObject(
                        "SELECT coalesce(max(number), -1) FROM ledger.chunk WHERE run = ?", Integer.class, run));
    }

    /** How many chunks of a run are recorded and not signed for. */
    public int unsigned(long run) {
        return Objects.requireNonNull(database.jdbc()
                .queryForObject(
                        "SELECT count(*) FROM ledger.chunk WHERE run = ? AND receipted_at IS NULL",
                        Integer.class,
                        run));
    }

    /**
     * Enters a receipt; the same receipt again changes nothing. One for a chunk that was never sent, or that
     * says otherwise than an earlier one, is kept aside as an alarm.
     *
     * @return whether the chunk is signed for in the ledger: a receipt alone proves nothing
     */
    public boolean sign(Receipt receipt) {
        ChunkId id = receipt.chunk();
        int signed = database.jdbc()
                .update(
                        SIGN,
                        receipt.applied(),
                        receipt.superseded(),
                        receipt.unchanged(),
                        receipt.removed(),
                        receipt.digest().hex(),
                        receipt.refusal(),
                        id.run(),
                        id.number());
        return signed > 0 || isSignedBefore(receipt);
    }

    private boolean isSignedBefore(Receipt receipt) {
        ChunkId id = receipt.chunk();
        List<Receipt> earlier = database.jdbc()
                .query(
                        "SELECT * FROM ledger.chunk WHERE run = ? AND number = ? AND receipted_at IS NOT NULL",
                        (row, i) -> new Receipt(
                                id,
                                row.getInt("applied"),
                                row.getInt("superseded"),
                                row.getInt("unchanged"),
                                row.getInt("removed"),
                                Digest.parse(row.getString("hub_digest")),
                                row.getString("refusal")),
                        id.run(),
                        id.number());
        if (earlier.isEmpty()) {
            stray(receipt, "no such chunk was sent");
        } else if (!earlier.get(0).equals(receipt)) {
            stray(receipt, "an earlier receipt says otherwise");
        }
        return !earlier.isEmpty();
    }

    private void stray(Receipt receipt, String reason) {
        database.jdbc()
                .update(
                        "INSERT INTO ledger.stray_receipt (chunk, reason) VALUES (?, ?)",
                        receipt.chunk().text(),
                        receipt.isRefusal() ? reason + "; it refuses: " + receipt.refusal() : reason);
    }
}
