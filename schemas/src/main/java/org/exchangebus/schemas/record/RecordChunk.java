package org.exchangebus.schemas.record;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Some hundred records of one run and one resource, encoded once: what travels from bus to hub.
 *
 * <p>Layout (big-endian): magic {@code XBC2}, run, number, kind, flow, resource, item names, record count, count of
 * kept keys, digest; then each record as version, digest, operation and values. A value is its length + 1 as a
 * variable-length integer (0 is null) and its canonical text in UTF-8. A text is its length in two bytes and UTF-8.
 * Chunks of before have the magic {@code XBC1}, no kind and no kept keys.
 *
 * <p>The kind is 0 for a window, 1 for a part of a full set, 2 for its end, behind which the parts of
 * {@link FullSetEnd} stand. Kept keys look like records of which only the key is there; they are in no digest: rows
 * that the source has and that did not become records, so that a full set does not miss them.
 *
 * <p>Canonical text: dates {@code yyyy-MM-dd}, date-times {@code yyyy-MM-ddTHH:mm:ss}, numbers in plain
 * notation without superfluous zeros, booleans {@code true} or {@code false}, geometry as GeoJSON, structures as
 * JSON without blanks whose names are sorted.
 */
public final class RecordChunk {

    private static final int FIXED_PER_RECORD = 8 + 16;
    private static final byte KEPT = 2;

    private final ChunkHeader header;
    private final byte[] encoded;
    private final int records;

    private RecordChunk(ChunkHeader header, byte[] encoded, int records) {
        this.header = header;
        this.encoded = encoded;
        this.records = records;
    }

    public ChunkId id() {
        return header.id();
    }

    /** The flow that the chunk belongs to, {@code <system>-<source>}. */
    public String flow() {
        return header.flow();
    }

    /** Name of the resource in the catalogue. */
    public String resource() {
        return header.resource();
    }

    /** Item names, in the order of the values. */
    public List<String> items() {
        return header.items();
    }

    public int count() {
        return header.count();
    }

    /** How many rows are told by their keys only. */
    public int keptCount() {
        return header.kept();
    }

    /** Whether the chunk is one of those that hold everything that the source holds. */
    public boolean isPartOfFullSet() {
        return header.isPart();
    }

    /** What ends a full set; null where the chunk holds records. */
    public @Nullable FullSetEnd end() {
        return header.end();
    }

    /** The same chunk as part of a full set; this one is used no more. */
    public RecordChunk asPartOfFullSet() {
        ChunkHeader part = header.asPart();
        byte[] start = part.encoded();
        System.arraycopy(start, 0, encoded, 0, start.length);
        return new RecordChunk(part, encoded, records);
    }

    /** The same records in other versions, which are in no digest; this one is used no more. */
    public RecordChunk withVersions(LongUnaryOperator versions) {
        Reader reader = read();
        while (reader.next()) {
            ByteBuffer.wrap(encoded, reader.recordStart, Long.BYTES).putLong(versions.applyAsLong(reader.version()));
        }
        return this;
    }

    /** The chunk that ends a full set. */
    public static RecordChunk endOfFullSet(ChunkId id, String flow, String resource, FullSetEnd end) {
        ChunkHeader header = new ChunkHeader(id, false, end, flow, resource, List.of(), 0, 0, Digest.ZERO);
        byte[] encoded = header.encoded();
        return new RecordChunk(header, encoded, encoded.length);
    }

    /** Sum of the records' digests. */
    public Digest digest() {
        return header.digest();
    }

    /** The chunk as it travels. The array is not copied; nobody writes to it. */
    public byte[] encoded() {
        return encoded;
    }

    /** Reads the records from the first. */
    public Reader read() {
        return new Reader(records, header.count());
    }

    /** Reads the kept keys from the first; what is not of the key is null. */
    public Reader readKept() {
        Reader before = read();
        while (before.next()) {
            continue;
        }
        return new Reader(before.position, header.kept());
    }

    /**
     * Decodes a chunk that arrived.
     *
     * @throws IllegalArgumentException if the bytes are no chunk, are cut short, go on too long, or if a
     *     record's digest is not that of its values; the message names no value
     */
    public static RecordChunk decode(byte[] encoded) {
        try {
            ByteBuffer in = ByteBuffer.wrap(encoded);
            ChunkHeader header = ChunkHeader.decode(in);
            int most = in.remaining() / FIXED_PER_RECORD + 1;
            ChunkHeader.require(header.count() <= most && header.kept() <= most, "record count");
            RecordChunk chunk = new RecordChunk(header, encoded, in.position());
            chunk.verify();
            return chunk;
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("The chunk is cut short", e);
        }
    }

    private void verify() {
        Reader reader = read();
        ChunkHeader.require(sum(reader).equals(digest()), "digest");
        Reader kept = new Reader(reader.position, header.kept());
        sum(kept);
        ChunkHeader.require(kept.position == encoded.length, "bytes after the last record");
    }

    /** The sum of the digests of what a reader reads, each compared with what it is the digest of. */
    private Digest sum(Reader reader) {
        RecordDigest digest = new RecordDigest();
        Digest sum = Digest.ZERO;
        while (reader.next()) {
            digest.of(encoded, reader.bodyStart, reader.position - reader.bodyStart);
            ChunkHeader.require(
                    digest.high() == reader.digestHigh() && digest.low() == reader.digestLow(), "digest of a record");
            sum = sum.plus(reader.digestHigh(), reader.digestLow());
        }
        return sum;
    }

    private static long longAt(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes, at, 8).getLong();
    }

    /** Walks over the records of a chunk without making an object per value. Not thread-safe. */
    public final class Reader {

        private final int width = header.items().size();
        private int position;
        private int left;
        private int recordStart;
        private int bodyStart;

        private Reader(int start, int count) {
            position = start;
            left = count;
        }

        /**
         * Steps to the next record; afterwards {@link #show} lets its values be seen.
         *
         * @return whether there is one
         */
        public boolean next() {
            if (left == 0) {
                return false;
            }
            left--;
            recordStart = position;
            bodyStart = position + FIXED_PER_RECORD;
            position = bodyStart + 1;
            for (int i = 0; i < width; i++) {
                int length = length() - 1;
                position += Math.max(0, length);
            }
            if (position > encoded.length) {
                throw new IndexOutOfBoundsException(position);
            }
            return true;
        }

        public Operation operation() {
            return encoded[bodyStart] == 0 ? Operation.UPSERT : Operation.DELETE;
        }

        /** Grows from run to run and within a run; an older version never overwrites a newer one. */
        public long version() {
            return longAt(encoded, recordStart);
        }

        public long digestHigh() {
            return longAt(encoded, recordStart + 8);
        }

        public long digestLow() {
            return longAt(encoded, recordStart + 16);
        }

        /** Lets {@code cells}, of as many positions as there are items, show the values of this record. */
        public void show(Cells cells) {
            int end = position;
            position = bodyStart + 1;
            for (int i = 0; i < width; i++) {
                int length = length() - 1;
                if (length < 0) {
                    cells.setNull(i);
                } else {
                    cells.set(i, encoded, position, position + length);
                    position += length;
                }
            }
            position = end;
        }

        private int length() {
            int value = 0;
            for (int shift = 0; shift < 32; shift += 7) {
                byte b = encoded[position++];
                value |= (b & 0x7F) << shift;
                if (b >= 0) {
                    if (value < 0 || value - 1 > encoded.length - position) {
                        throw new IndexOutOfBoundsException(value);
                    }
                    return value;
                }
            }
            throw new IndexOutOfBoundsException(position);
        }
    }

    /** Collects the records of one chunk. Not thread-safe. */
    public static final class Builder {

        private final ChunkId id;
        private final String flow;
        private final String resource;
        private final List<String> items;
        private final RecordBuffer added;
        private final RecordBuffer kept;

        /** @param expectedBytes how many bytes of records to make room for at first */
        public Builder(ChunkId id, String flow, String resource, List<String> items, int expectedBytes) {
            this.id = id;
            this.flow = flow;
            this.resource = resource;
            this.items = List.copyOf(items);
            added = RecordBuffer.ofAtLeast(expectedBytes);
            kept = new RecordBuffer();
        }

        /** Appends a record whose canonical values stand in {@code cells}, in the order of the items. */
        public void add(Operation operation, long version, Cells cells) {
            added.add((byte) operation.ordinal(), version, cells, items.size());
        }

        /**
         * Tells that the source has a row of this key, whose record is not delivered.
         *
         * @param cells of which the key alone is there
         */
        public void keep(Cells cells) {
            kept.add(KEPT, 0, cells, items.size());
        }

        public int count() {
            return added.count();
        }

        /** Makes the chunk; nothing can be added after that. */
        public RecordChunk build() {
            ChunkHeader whole = new ChunkHeader(
                    id, false, null, flow, resource, items, added.count(), kept.count(), added.digest());
            byte[] header = whole.encoded();
            byte[] encoded = new byte[header.length + added.length() + kept.length()];
            System.arraycopy(header, 0, encoded, 0, header.length);
            kept.moveTo(encoded, header.length + added.length());
            added.moveTo(encoded, header.length);
            return new RecordChunk(whole, encoded, header.length);
        }
    }
}
