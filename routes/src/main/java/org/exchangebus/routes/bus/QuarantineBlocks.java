package org.exchangebus.routes.bus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.routes.ledger.QuarantinedRow;
import org.exchangebus.schemas.record.Rows;
import org.jspecify.annotations.Nullable;

/** Rows of the quarantine in blocks, a line of JSON each; at a rate where one is wanted, and until somebody stops them. */
final class QuarantineBlocks implements Iterator<Rows>, Closeable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_ROWS = 500;

    private final ActiveRun run;
    private final List<String> fields;
    private final Set<String> names;
    private final BufferedReader lines;
    private final @Nullable Integer rate;
    private final IntPredicate isStopped;
    private final long begun = System.nanoTime();
    private int block;
    private @Nullable String line;

    /** @param isStopped whether a block, by its number from 0, is to be sent no more */
    QuarantineBlocks(
            ActiveRun run, List<String> fields, InputStream landed, @Nullable Integer rate, IntPredicate isStopped)
            throws IOException {
        this.run = run;
        this.fields = fields;
        this.rate = rate;
        this.isStopped = isStopped;
        names = Set.copyOf(fields);
        lines = new BufferedReader(new InputStreamReader(landed, StandardCharsets.UTF_8));
        line = lines.readLine();
    }

    @Override
    public boolean hasNext() {
        return line != null && !isStopped.test(block);
    }

    @Override
    public Rows next() {
        if (line == null) {
            throw new NoSuchElementException();
        }
        int size = rate == null ? MOST_ROWS : Math.min(MOST_ROWS, rate);
        Rows.Builder rows = new Rows.Builder(fields, QuarantineSteps.PLACE, size);
        try {
            pace(size);
            for (int i = 0; i < size && line != null; i++) {
                add(rows, JSON.readTree(line));
                line = lines.readLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusStopsException();
        }
        block++;
        return rows.build();
    }

    private void pace(int size) throws InterruptedException {
        if (rate != null && !run.isSigned(block)) {
            long due = begun + Duration.ofSeconds(1).toNanos() * size / rate * block;
            run.pause(due);
        }
    }

    private void add(Rows.Builder rows, JsonNode entry) {
        long number = entry.path("entry").longValue();
        byte[] payload = entry.path("row").asText().getBytes(StandardCharsets.UTF_8);
        Optional<Map<String, @Nullable String>> cells =
                QuarantinedRow.read(payload).filter(row -> row.keySet().equals(names));
        if (cells.isEmpty()) {
            rows.badRow(new Rows.BadRow(number, RoutesProblem.PAYLOAD_IS_NO_ROW, List.of(), payload));
            return;
        }
        fields.forEach(field -> rows.cell(cells.get().get(field)));
        rows.endRow(number);
        if (entry.hasNonNull("version")) {
            run.keepVersion(number, entry.path("version").longValue());
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
