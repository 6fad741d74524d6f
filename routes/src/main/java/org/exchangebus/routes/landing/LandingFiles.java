package org.exchangebus.routes.landing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.run.Segment;

/** The files of a landing store by content, whether a bus has it open or not. */
public final class LandingFiles {

    private final Path content;
    private final LongConsumer removed;

    /** @param root the landing store's own directory */
    public LandingFiles(Path root) {
        this(root, bytes -> {});
    }

    /** @param removed hears how many bytes a file took that was removed */
    LandingFiles(Path root, LongConsumer removed) {
        content = LandingStore.content(root);
        this.removed = removed;
    }

    /** Bytes that all of them take. */
    public long stored() {
        long[] sum = {0};
        walk((file, attributes) -> sum[0] += attributes.size());
        return sum[0];
    }

    /** Contents whose files are older than a moment. */
    public List<String> before(Instant moment) {
        List<String> found = new ArrayList<>();
        walk((file, attributes) -> {
            if (attributes.lastModifiedTime().toInstant().isBefore(moment)) {
                found.add(file.getFileName().toString());
            }
        });
        return found;
    }

    /** Bytes that a content takes; 0 where it is not there. */
    long size(String sha256) throws IOException {
        try {
            return Files.size(LandingStore.path(content, sha256));
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    /** What is about to be claimed has to be there. */
    public void requireThere(Segment segment) {
        if (!Files.isRegularFile(LandingStore.path(content, segment.sha256()))) {
            throw new ProblemException(Finding.of(segment.name(), RoutesProblem.SEGMENT_IS_MISSING, segment.sha256()));
        }
    }

    /**
     * Removes a content for good.
     *
     * @return bytes that it took; 0 where it was gone
     */
    public long remove(String sha256) {
        Path file = LandingStore.path(content, sha256);
        try {
            long size = Files.size(file);
            Files.delete(file);
            removed.accept(size);
            return size;
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Visitor {
        void visit(Path file, BasicFileAttributes attributes);
    }

    private void walk(Visitor visitor) {
        if (!Files.isDirectory(content)) {
            return;
        }
        try {
            Files.walkFileTree(content, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    visitor.visit(file, attributes);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    if (e instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw e;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
