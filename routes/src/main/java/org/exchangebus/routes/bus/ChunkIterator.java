package org.exchangebus.routes.bus;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.exchangebus.routes.ledger.RunVersions;
import org.exchangebus.schemas.record.ChunkId;
import org.exchangebus.schemas.record.Rows;
import org.exchangebus.schemas.record.SourceChunk;
import org.jspecify.annotations.Nullable;

/** Numbers the blocks of a segment in the order in which they are read, and passes over those signed for. */
final class ChunkIterator implements Iterator<ChunkIterator.Numbered>, Closeable {

    /**
     * A chunk that is to be sent.
     *
     * @param turn its place among those that are sent
     */
    record Numbered(SourceChunk chunk, long turn) {}

    /**
     * What stands behind all rows.
     *
     * @param version later than that of any row
     */
    record Last(ChunkId id, long version, long turn) {}

    /** Where a run's numbering stands; goes on from segment to segment, rows anew with each run that landed them. */
    static final class Numbering {
        private int chunk;
        private long landedBy;
        private long ordinal;
        private long turn;

        void begin(long run) {
            ordinal = run == landedBy ? ordinal : 0;
            landedBy = run;
        }

        SourceChunk number(long run, String flow, Rows rows) {
            ChunkId id = new ChunkId(run, chunk++);
            SourceChunk numbered = new SourceChunk(id, flow, RunVersions.of(landedBy, ordinal), rows);
            ordinal += rows.count() + rows.badRows().size();
            return numbered;
        }

        int chunks() {
            return chunk;
        }

        /** Numbers what stands behind all rows. */
        Last last(ActiveRun run) {
            return new Last(new ChunkId(run.number(), chunk++), RunVersions.of(run.number(), ordinal), turn++);
        }
    }

    /** Lets one chunk more pass, or none where chunks before it have to be sent again. */
    interface Gate {
        boolean await(int chunks) throws InterruptedException;
    }

    private final ActiveRun run;
    private final Numbering numbering;
    private final Iterator<Rows> blocks;
    private final Gate gate;
    private @Nullable Numbered next;
    private boolean isClosed;

    ChunkIterator(ActiveRun run, Numbering numbering, long landedBy, Iterator<Rows> blocks, Gate gate) {
        this.run = run;
        this.numbering = numbering;
        this.blocks = blocks;
        this.gate = gate;
        numbering.begin(landedBy);
    }

    @Override
    public boolean hasNext() {
        // Camel asks once more when it has closed it.
        while (!isClosed && next == null && blocks.hasNext() && mayGoOn()) {
            SourceChunk chunk = numbering.number(run.number(), run.flow(), blocks.next());
            if (!run.isSigned(chunk.id().number())) {
                run.handOut();
                next = new Numbered(chunk, numbering.turn++);
            }
        }
        return next != null;
    }

    private boolean mayGoOn() {
        try {
            return run.isSigned(numbering.chunk) || !run.isHeldUp() && gate.await(numbering.chunk);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for receipts", e);
        }
    }

    @Override
    public Numbered next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Numbered result = next;
        next = null;
        return java.util.Objects.requireNonNull(result);
    }

    @Override
    public void close() throws IOException {
        isClosed = true;
        if (blocks instanceof Closeable closeable) {
            closeable.close();
        }
    }
}
