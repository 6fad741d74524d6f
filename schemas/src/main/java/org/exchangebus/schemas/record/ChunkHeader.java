package org.exchangebus.schemas.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands before the records of a chunk; the layout is told at {@link RecordChunk}. */
record ChunkHeader(
        ChunkId id,
        boolean isPart,
        @Nullable FullSetEnd end,
        String flow,
        String resource,
        List<String> items,
        int count,
        int kept,
        Digest digest) {

    private static final int FIRST_MAGIC = 0x58424331;
    private static final int MAGIC = 0x58424332;
    private static final int END = 8 + 8 + 4 + 4 + 1;
    private static final int FIXED = 4 + 8 + 4 + 1 + END + 2 + 2 + 2 + 4 + 4 + 16;
    private static final int MOST_BYTES_OF_A_CHARACTER = 3;
    private static final byte OF_A_WINDOW = 0;
    private static final byte PART_OF_A_FULL_SET = 1;
    private static final byte END_OF_A_FULL_SET = 2;

    ChunkHeader {
        items = List.copyOf(items);
    }

    /** Reads a header and leaves the buffer at the first record. */
    static ChunkHeader decode(ByteBuffer in) {
        int magic = in.getInt();
        require(magic == MAGIC || magic == FIRST_MAGIC, "no chunk");
        ChunkId id = new ChunkId(in.getLong(), in.getInt());
        byte kind = magic == FIRST_MAGIC ? OF_A_WINDOW : in.get();
        require(kind >= OF_A_WINDOW && kind <= END_OF_A_FULL_SET, "kind");
        FullSetEnd end = kind == END_OF_A_FULL_SET ? end(in) : null;
        String flow = text(in);
        String resource = text(in);
        int width = in.getShort();
        require((width > 0 || width == 0 && end != null) && width <= in.remaining(), "item count");
        List<String> items = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            items.add(text(in));
        }
        int count = in.getInt();
        int kept = magic == FIRST_MAGIC ? 0 : in.getInt();
        require(count >= 0 && kept >= 0 && (end == null || count + kept == 0), "record count");
        Digest digest = new Digest(in.getLong(), in.getLong());
        return new ChunkHeader(id, kind == PART_OF_A_FULL_SET, end, flow, resource, items, count, kept, digest);
    }

    private static FullSetEnd end(ByteBuffer in) {
        FullSetEnd end = new FullSetEnd(in.getLong(), in.getLong(), in.getInt(), in.getInt(), in.get() == 1);
        require(end.entries() >= 0 && end.stopRecords() >= 0 && end.stopPerCent() >= 0, "end of a full set");
        return end;
    }

    byte[] encoded() {
        int characters = flow.length()
                + resource.length()
                + items.stream().mapToInt(String::length).sum();
        ByteBuffer out = ByteBuffer.allocate(FIXED + 2 * items.size() + MOST_BYTES_OF_A_CHARACTER * characters);
        out.putInt(MAGIC).putLong(id.run()).putInt(id.number());
        FullSetEnd last = end;
        if (last == null) {
            out.put(isPart ? PART_OF_A_FULL_SET : OF_A_WINDOW);
        } else {
            out.put(END_OF_A_FULL_SET).putLong(last.entries()).putLong(last.version());
            out.putInt(last.stopRecords()).putInt(last.stopPerCent()).put((byte) (last.isLetThrough() ? 1 : 0));
        }
        putText(out, flow);
        putText(out, resource);
        out.putShort((short) items.size());
        items.forEach(item -> putText(out, item));
        out.putInt(count).putInt(kept).putLong(digest.high()).putLong(digest.low());
        return Arrays.copyOf(out.array(), out.position());
    }

    /** The same header of a chunk that is part of a full set. */
    ChunkHeader asPart() {
        return new ChunkHeader(id, true, end, flow, resource, items, count, kept, digest);
    }

    static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("Not a chunk as it was sent: " + what);
        }
    }

    private static String text(ByteBuffer in) {
        byte[] utf8 = new byte[in.getShort() & 0xFFFF];
        in.get(utf8);
        String text = new String(utf8, StandardCharsets.UTF_8);
        require(text.chars().noneMatch(c -> c < 0x20 || c == 0xFFFD), "a name");
        return text;
    }

    private static void putText(ByteBuffer out, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.putShort((short) utf8.length).put(utf8);
    }
}
