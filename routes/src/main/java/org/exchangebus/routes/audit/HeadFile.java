package org.exchangebus.routes.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;

/**
 * Heads of the audit outside of the database, one line each: number, hash, time.
 *
 * <p>Without it a chain that was cut off or written anew as a whole looks like any other. The file is worth as much as
 * the place it is copied to.
 */
public final class HeadFile {

    private final Path file;

    public HeadFile(Path file) {
        this.file = file;
    }

    /** The heads that were exported, in the order of their export; none where there is no file. */
    public List<Head> read() throws IOException {
        List<Head> heads = new ArrayList<>();
        if (!Files.exists(file)) {
            return heads;
        }
        List<String> lines = Files.readString(file).lines().toList();
        int whole = endsWithALine() ? lines.size() : lines.size() - 1;
        for (int i = 0; i < whole; i++) {
            Head head = Head.of(lines.get(i)).orElse(null);
            if (head == null) {
                throw new ProblemException(Finding.of(file + ":" + (i + 1), RoutesProblem.AUDIT_LINE_IS_UNREADABLE));
            }
            heads.add(head);
        }
        return heads;
    }

    /** Adds a head, durably; a line that a kill left unfinished is replaced. */
    public void append(Head head) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = endOfLastLine(channel);
            channel.truncate(end);
            channel.position(end);
            ByteBuffer line = ByteBuffer.wrap((head.line() + "\n").getBytes(StandardCharsets.US_ASCII));
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        }
    }

    private boolean endsWithALine() throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return endOfLastLine(channel) == channel.size();
        }
    }

    private static long endOfLastLine(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            one.clear();
            channel.read(one, end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }
}
