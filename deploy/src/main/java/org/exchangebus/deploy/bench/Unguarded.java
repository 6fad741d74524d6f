package org.exchangebus.deploy.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.camel.ProducerTemplate;
import org.exchangebus.schemas.record.ChunkId;
import org.exchangebus.schemas.record.MappedChunk;
import org.exchangebus.schemas.record.Rows;
import org.exchangebus.schemas.record.SourceChunk;
import org.exchangebus.schemas.run.Capture;
import org.exchangebus.schemas.run.Landing;
import org.exchangebus.schemas.run.Segment;
import org.postgresql.PGConnection;

/**
 * The same adapter and mapping, and an upsert of what they give, without all that makes a run safe: nothing is synced
 * or sealed when it lands, and there is no ledger, no broker, no inbox, no receipt and no proof.
 *
 * <p>How much sooner it is done than the bus is what the guarantees cost.
 */
final class Unguarded {

    private static final String ADAPTER = "adapter:reference-register/person?action=";
    private static final String MAPPING = "mapping:reference-register/person";
    private static final String FLOW = "unguarded";

    /** Chunks that are mapped or on their way to the database at once. */
    private static final int MOST_UNDER_WAY = 8;

    private final ProducerTemplate template;
    private final DataSource database;
    private final Path directory;
    private final int parallelism;

    Unguarded(ProducerTemplate template, DataSource database, Path directory, int parallelism) {
        this.template = template;
        this.database = database;
        this.directory = directory;
        this.parallelism = parallelism;
    }

    /** Takes the file and writes its records; returns how many rows were read. */
    long run() throws IOException, InterruptedException {
        Landing landing = new PlainFiles();
        Capture.Request request = new Capture.Request(1, null, landing);
        Capture capture = template.requestBody(ADAPTER + "capture", request, Capture.class);
        ExecutorService workers = Executors.newFixedThreadPool(parallelism);
        Queue<Future<Integer>> underWay = new ArrayDeque<>();
        long rows = 0;
        int number = 0;
        try {
            for (Segment segment : capture.segments()) {
                Object blocks = template.requestBody(ADAPTER + "read", new Capture.Reading(segment, landing));
                for (Iterator<?> block = (Iterator<?>) blocks; block.hasNext(); ) {
                    Rows read = (Rows) block.next();
                    ChunkId id = new ChunkId(1, number++);
                    SourceChunk chunk = new SourceChunk(id, FLOW, rows, read);
                    underWay.add(workers.submit(() -> write(chunk)));
                    rows += read.count() + read.badRows().size();
                    if (underWay.size() == MOST_UNDER_WAY) {
                        done(underWay.remove());
                    }
                }
                ((AutoCloseable) blocks).close();
            }
            while (!underWay.isEmpty()) {
                done(underWay.remove());
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            workers.shutdownNow();
        }
        return rows;
    }

    private static void done(Future<Integer> chunk) throws InterruptedException {
        try {
            chunk.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private int write(SourceChunk chunk) throws SQLException, IOException {
        MappedChunk mapped = template.requestBody(MAPPING, chunk, MappedChunk.class);
        CopyText text = new CopyText(mapped.records());
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("CREATE TEMP TABLE IF NOT EXISTS unguarded (LIKE registry.reference_person INCLUDING"
                    + " DEFAULTS) ON COMMIT DELETE ROWS");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY unguarded (" + text.columns() + ") FROM STDIN", text.in());
            int written = statement.executeUpdate(
                    "INSERT INTO registry.reference_person SELECT * FROM unguarded ON CONFLICT ON CONSTRAINT reference_person_pkey DO UPDATE SET "
                            + text.updates());
            connection.commit();
            return written;
        }
    }

    /** Segments as plain files, which nothing keeps. */
    private final class PlainFiles implements Landing {

        @Override
        public Writer begin(String name) throws IOException {
            Path file = Files.createTempFile(directory, "unguarded", null);
            return new PlainFile(name, file, new BufferedOutputStream(Files.newOutputStream(file), 1 << 20));
        }

        @Override
        public InputStream open(Segment segment) throws IOException {
            return new BufferedInputStream(Files.newInputStream(directory.resolve(segment.sha256())), 1 << 20);
        }
    }

    private static final class PlainFile extends Landing.Writer {

        private final String name;
        private final Path file;
        private final OutputStream out;

        PlainFile(String name, Path file, OutputStream out) {
            this.name = name;
            this.file = file;
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        /** The file's own name stands for the digest that nobody computes here. */
        @Override
        public Segment complete(Map<String, String> attributes) throws IOException {
            out.close();
            return new Segment(name, file.getFileName().toString(), Files.size(file), attributes);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
