package org.exchangebus.adapters.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.exchangebus.adapters.BlockReader;
import org.exchangebus.adapters.Source;
import org.exchangebus.adapters.format.FileFormat;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.record.Rows;
import org.exchangebus.schemas.run.Capture;
import org.exchangebus.schemas.run.Segment;
import org.jspecify.annotations.Nullable;

/** Files of one directory, each taken whole or held whole. */
final class FileSource implements Source {

    static final String SIZE = "size";
    static final String MODIFIED = "modified";
    static final String COMPANION = "companion";

    /** Waits; a test's own lets time pass without waiting. */
    @FunctionalInterface
    interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    /**
     * Where the files lie and what becomes of them.
     *
     * @param delivered directory for files whose records are proven, null to leave them
     * @param held directory for files that were not accepted, null to leave them
     */
    record Place(
            String directory,
            @Nullable String delivered,
            @Nullable String held) {}

    private final RemoteServer server;
    private final Place place;
    private final ArrivalRules rules;
    private final FileFormat format;
    private final Pause pause;

    FileSource(RemoteServer server, Place place, ArrivalRules rules, FileFormat format, Pause pause) {
        this.server = server;
        this.place = place;
        this.rules = rules;
        this.format = format;
        this.pause = pause;
    }

    @Override
    public List<String> fields() {
        return format.fields();
    }

    @Override
    public Capture capture(Capture.Request request) throws IOException, InterruptedException {
        try (RemoteDirectory directory = server.connect(place.directory())) {
            boolean mayLeaveSome = place.delivered() != null && place.held() != null;
            return new FileCapture(directory, rules, format, request.landing(), pause, mayLeaveSome).take();
        }
    }

    @Override
    public BlockReader open(Capture.Reading reading) throws IOException {
        if (reading.segment().bytes() == 0) {
            return new NoRows();
        }
        InputStream in = new BufferedInputStream(reading.landing().open(reading.segment()), 64 << 10);
        try {
            return format.open(in, reading.segment().name());
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    @Override
    public BlockReader openSample(Path file) throws IOException {
        String name = file.toString();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 64 << 10)) {
            Finding problem = format.check(in, name).problem();
            if (problem != null) {
                throw new ProblemException(problem);
            }
        }
        return format.open(new BufferedInputStream(Files.newInputStream(file), 64 << 10), name);
    }

    @Override
    public void acknowledge(Capture.Acknowledgement acknowledgement) throws IOException {
        boolean isToMove =
                place.delivered() != null && !acknowledgement.delivered().isEmpty()
                        || place.held() != null && !acknowledgement.held().isEmpty();
        if (!isToMove) {
            return;
        }
        try (RemoteDirectory directory = server.connect(place.directory())) {
            Map<String, RemoteFile> files = directory.list().files();
            for (Segment segment : acknowledgement.delivered()) {
                move(directory, files, segment, place.delivered());
            }
            for (Segment segment : acknowledgement.held()) {
                move(directory, files, segment, place.held());
            }
        }
    }

    /**
     * Moves a file that is still the one that was taken; one that was issued again meanwhile waits for its own run.
     * The companion goes first: without it the file is not taken twice if the move is cut in the middle.
     */
    private static void move(
            RemoteDirectory directory, Map<String, RemoteFile> files, Segment segment, @Nullable String to)
            throws IOException {
        RemoteFile there = files.get(segment.name());
        Map<String, String> taken = segment.attributes();
        boolean isSame = there != null
                && String.valueOf(there.size()).equals(taken.get(SIZE))
                && there.modified().equals(taken.get(MODIFIED));
        if (to == null || !isSame) {
            return;
        }
        String companion = taken.getOrDefault(COMPANION, "");
        String movedCompanion =
                files.containsKey(companion) ? put(directory, companion, to, marked(companion, segment)) : "";
        String moved = put(directory, there.name(), to, marked(there.name(), segment));
        if (isContentOf(segment, directory, moved)) {
            return;
        }
        Map<String, RemoteFile> now = directory.list().files();
        if (now.containsKey(there.name())) {
            throw new ProblemException(Finding.of(segment.name(), FileProblem.MOVED_UNREAD, segment.name(), moved));
        }
        directory.moveBack(moved, there.name());
        if (!movedCompanion.isEmpty() && !now.containsKey(companion)) {
            directory.moveBack(movedCompanion, companion);
        }
    }

    /** Moves a file and tells where it is now; where the same file was moved before, beside that one. */
    private static String put(RemoteDirectory directory, String name, String to, String newName) throws IOException {
        try {
            directory.move(name, to, newName);
            return to + "/" + newName;
        } catch (ProblemException e) {
            String other = newName + "." + System.currentTimeMillis();
            directory.move(name, to, other);
            return to + "/" + other;
        }
    }

    /**
     * Reads once more what was moved: size and time are the server's word, a minute wide in many listings, and a file
     * may be issued again until the moment of the move.
     */
    private static boolean isContentOf(Segment segment, RemoteDirectory directory, String moved) throws IOException {
        MessageDigest sha256 = sha256();
        directory.fetch(moved, new DigestOutputStream(OutputStream.nullOutputStream(), sha256));
        return HexFormat.of().formatHex(sha256.digest()).equals(segment.sha256());
    }

    /** The name with a piece of the content's digest before its ending, so that a move overwrites nothing else. */
    private static String marked(String name, Segment segment) {
        int dot = name.indexOf('.', 1);
        String mark = "." + segment.sha256().substring(0, 8);
        return dot < 0 ? name + mark : name.substring(0, dot) + mark + name.substring(dot);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A file that is empty on purpose. */
    private static final class NoRows implements BlockReader {

        @Override
        public boolean hasNext() {
            return false;
        }

        @Override
        public Rows next() {
            throw new NoSuchElementException();
        }

        @Override
        public void close() throws UncheckedIOException {
            // There is nothing to close.
        }
    }
}
