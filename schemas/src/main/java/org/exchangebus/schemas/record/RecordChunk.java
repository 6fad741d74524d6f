package org.exchangebus.schemas.record;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/**
 * Some hundred records of one run and one resource, encoded once: what travels from bus to hub.
 *
 * <p>Layout (big-endian): magic {@code XBC1}, run, number, flow, resource, item names, record count, digest;
 * then each record as version, digest, operation and values. A value is its length + 1 as a variable-length
 * integer (0 is null) and its canonical text in UTF-8. A text is its length in two bytes and UTF-8.
 *
 * <p>Canonical text: dates {@code yyyy-MM-dd}, date-times {@code yyyy-MM-ddTHH:mm:ss}, numbers in plain
 * notation without superfluous zeros, booleans {@code true} or {@code false}, geometry as GeoJSON, structures as
 * JSON without blanks whose names are sorted.
 */
public final class RecordChunk {

    private static final int FIXED_PER_RECORD = 8 + 16;

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
        return new Reader();
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
            ChunkHeader.require(header.count() <= in.remaining() / FIXED_PER_RECORD + 1, "record count");
            RecordChunk chunk = new RecordChunk(header, encoded, in.position());
            chunk.verify();
            return chunk;
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("The chunk is cut short", e);
        }
    }

    private void verify() {
        MessageDigest sha256 = sha256();
        Reader reader = read();
        Digest sum = Digest.ZERO;
        byte[] hash = new byte[32];
        while (reader.next()) {
            hash(sha256, encoded, reader.bodyStart, reader.position - reader.bodyStart, hash);
            ChunkHeader.require(
                    longAt(hash, 0) == reader.digestHigh() && longAt(hash, 8) == reader.digestLow(),
                    "digest of a record");
            sum = sum.plus(reader.digestHigh(), reader.digestLow());
        }
        ChunkHeader.require(reader.position == encoded.length, "bytes after the last record");
        ChunkHeader.require(sum.equals(digest()), "digest");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void hash(MessageDigest sha256, byte[] bytes, int start, int length, byte[] hash) {
        sha256.update(bytes, start, length);
        try {
            sha256.digest(hash, 0, 32);
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long longAt(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes, at, 8).getLong();
    }

    /** Walks over the records of a chunk without making an object per value. Not thread-safe. */
    public final class Reader {

        private final int width = header.items().size();
        private int position = records;
        private int left = header.count();
        private int recordStart;
        private int bodyStart;

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

        private static final byte[] NONE = {};
        private static final int LONGEST_SPARE = 4 << 20;

        /** The room of this thread's last chunk, for its next. */
        private static final ThreadLocal<byte[]> SPARE = new ThreadLocal<>();

        private final ChunkId id;
        private final String flow;
        private final String resource;
        private final List<String> items;
        private final MessageDigest sha256 = sha256();
        private final byte[] hash = new byte[32];
        private byte[] bytes;
        private int length;
        private int count;
        private Digest digest = Digest.ZERO;

        /** @param expectedBytes how many bytes of records to make room for at first */
        public Builder(ChunkId id, String flow, String resource, List<String> items, int expectedBytes) {
            this.id = id;
            this.flow = flow;
            this.resource = resource;
            this.items = List.copyOf(items);
            byte[] spare = SPARE.get();
            SPARE.remove();
            bytes = spare != null && spare.length >= expectedBytes ? spare : new byte[Math.max(256, expectedBytes)];
        }

        /** Appends a record whose canonical values stand in {@code cells}, in the order of the items. */
        public void add(Operation operation, long version, Cells cells) {
            int start = length;
            requireRoom(FIXED_PER_RECORD + 1);
            ByteBuffer.wrap(bytes, length, 8).putLong(version);
            length += FIXED_PER_RECORD;
            int body = length;
            bytes[length++] = (byte) operation.ordinal();
            for (int i = 0; i < items.size(); i++) {
                if (cells.isNull(i)) {
                    requireRoom(1);
                    bytes[length++] = 0;
                } else {
                    int size = cells.end(i) - cells.start(i);
                    requireRoom(5 + size);
                    writeLength(size + 1);
                    System.arraycopy(cells.array(i), cells.start(i), bytes, length, size);
                    length += size;
                }
            }
            hash(sha256, bytes, body, length - body, hash);
            System.arraycopy(hash, 0, bytes, start + 8, 16);
            digest = digest.plus(longAt(hash, 0), longAt(hash, 8));
            count++;
        }

        public int count() {
            return count;
        }

        /** Makes the chunk; nothing can be added after that. */
        public RecordChunk build() {
            ChunkHeader whole = new ChunkHeader(id, flow, resource, items, count, digest);
            byte[] header = whole.encoded();
            byte[] encoded = new byte[header.length + length];
            System.arraycopy(header, 0, encoded, 0, header.length);
            System.arraycopy(bytes, 0, encoded, header.length, length);
            if (bytes.length <= LONGEST_SPARE) {
                SPARE.set(bytes);
            }
            bytes = NONE;
            return new RecordChunk(whole, encoded, header.length);
        }

        private void writeLength(int value) {
            int rest = value;
            while (rest > 0x7F) {
                bytes[length++] = (byte) (rest & 0x7F | 0x80);
                rest >>>= 7;
            }
            bytes[length++] = (byte) rest;
        }

        private void requireRoom(int size) {
            if (length + size > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + size));
            }
        }
    }
}
