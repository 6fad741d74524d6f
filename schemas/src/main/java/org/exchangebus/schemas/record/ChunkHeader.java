package org.exchangebus.schemas.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What stands before the records of a chunk; the layout is told at {@link RecordChunk}. */
record ChunkHeader(ChunkId id, String flow, String resource, List<String> items, int count, Digest digest) {

    private static final int MAGIC = 0x58424331;
    private static final int FIXED = 4 + 8 + 4 + 2 + 2 + 2 + 4 + 16;
    private static final int MOST_BYTES_OF_A_CHARACTER = 3;

    ChunkHeader {
        items = List.copyOf(items);
    }

    /** Reads a header and leaves the buffer at the first record. */
    static ChunkHeader decode(ByteBuffer in) {
        require(in.getInt() == MAGIC, "no chunk");
        ChunkId id = new ChunkId(in.getLong(), in.getInt());
        String flow = text(in);
        String resource = text(in);
        int width = in.getShort();
        require(width > 0 && width <= in.remaining(), "item count");
        List<String> items = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            items.add(text(in));
        }
        int count = in.getInt();
        require(count >= 0, "record count");
        return new ChunkHeader(id, flow, resource, items, count, new Digest(in.getLong(), in.getLong()));
    }

    byte[] encoded() {
        int characters = flow.length()
                + resource.length()
                + items.stream().mapToInt(String::length).sum();
        ByteBuffer out = ByteBuffer.allocate(FIXED + 2 * items.size() + MOST_BYTES_OF_A_CHARACTER * characters);
        out.putInt(MAGIC).putLong(id.run()).putInt(id.number());
        putText(out, flow);
        putText(out, resource);
        out.putShort((short) items.size());
        items.forEach(item -> putText(out, item));
        out.putInt(count).putLong(digest.high()).putLong(digest.low());
        return Arrays.copyOf(out.array(), out.position());
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
