package org.exchangebus.routes.stage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.schemas.record.Rows;
import org.exchangebus.schemas.run.Capture;
import org.exchangebus.schemas.run.Landing;
import org.exchangebus.schemas.run.Segment;
import org.jspecify.annotations.Nullable;

/**
 * A source that is made up: lines of tab-separated cells, served by a component as an adapter would serve them.
 *
 * <p>Its cursor is the number of lines that were taken.
 */
public final class Source extends DefaultComponent {

    public static final List<String> FIELDS = List.of(
            "gauge-code", "gauge-name", "level", "built-on", "read-at", "in-service", "readings", "remark", "place");

    public final List<List<String>> files = new CopyOnWriteArrayList<>();
    public final List<Capture.Held> held = new CopyOnWriteArrayList<>();
    public final List<Segment> acknowledged = new CopyOnWriteArrayList<>();
    public final List<@Nullable String> cursors = new CopyOnWriteArrayList<>();
    public final AtomicInteger captures = new AtomicInteger();
    public volatile int rowsPerBlock = 1000;
    public volatile boolean isWhole;
    public final List<Capture.Request> requests = new CopyOnWriteArrayList<>();
    public volatile @Nullable Processor beforeCapture;
    public volatile @Nullable Processor beforeRead;
    public volatile @Nullable Processor beforeAcknowledge;

    /** A line of which only code and name matter. */
    public static String line(String code, String name) {
        return code + "\t" + name + "\t12.5\t2001-02-03\t2026-11-23T08:00:00\ttrue\t7\t\t{\"type\":\"Point\"}";
    }

    @Override
    protected DefaultEndpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        String action = getAndRemoveParameter(parameters, "action", String.class);
        return new DefaultEndpoint(uri, this) {
            @Override
            public Producer createProducer() {
                return new DefaultProducer(this) {
                    @Override
                    public void process(Exchange exchange) throws Exception {
                        act(action, exchange);
                    }
                };
            }

            @Override
            public org.apache.camel.Consumer createConsumer(Processor processor) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private void act(String action, Exchange exchange) throws Exception {
        switch (action) {
            case "capture" -> {
                captures.incrementAndGet();
                before(beforeCapture, exchange);
                exchange.getMessage().setBody(capture(exchange.getMessage().getBody(Capture.Request.class)));
            }
            case "read" -> {
                before(beforeRead, exchange);
                exchange.getMessage().setBody(new Blocks(exchange.getMessage().getBody(Capture.Reading.class)));
            }
            default -> {
                before(beforeAcknowledge, exchange);
                acknowledged.addAll(exchange.getMessage()
                        .getBody(Capture.Acknowledgement.class)
                        .delivered());
            }
        }
    }

    private static void before(@Nullable Processor processor, Exchange exchange) throws Exception {
        if (processor != null) {
            processor.process(exchange);
        }
    }

    private Capture capture(Capture.Request request) throws IOException {
        cursors.add(request.cursor());
        requests.add(request);
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            try (Landing.Writer out = request.landing().begin("file-" + i + ".tsv")) {
                for (String line : files.get(i)) {
                    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                }
                segments.add(out.complete(Map.of("file", "file-" + i)));
            }
        }
        int lines = files.stream().mapToInt(List::size).sum();
        List<Capture.Held> aside = new ArrayList<>();
        for (Capture.Held file : held) {
            aside.add(new Capture.Held(landed(request, file.segment().name()), file.reason()));
        }
        return new Capture(segments, Integer.toString(lines), aside, isWhole || request.isSweep());
    }

    /** A file that is held is landed as well; it holds its name. */
    private static Segment landed(Capture.Request request, String name) throws IOException {
        try (Landing.Writer out = request.landing().begin(name)) {
            out.write(name.getBytes(StandardCharsets.UTF_8));
            return out.complete(Map.of());
        }
    }

    private final class Blocks implements Iterator<Rows>, java.io.Closeable {
        private final Capture.Reading reading;
        private final BufferedReader lines;
        private long position;
        private @Nullable String line;

        Blocks(Capture.Reading reading) throws IOException {
            this.reading = reading;
            lines = new BufferedReader(
                    new InputStreamReader(reading.landing().open(reading.segment()), StandardCharsets.UTF_8));
            line = lines.readLine();
        }

        @Override
        public boolean hasNext() {
            return line != null;
        }

        @Override
        public Rows next() {
            if (line == null) {
                throw new NoSuchElementException();
            }
            Rows.Builder rows = new Rows.Builder(FIELDS, reading.segment().name(), rowsPerBlock);
            try {
                while (line != null && rows.count() < rowsPerBlock) {
                    add(rows, line);
                    line = lines.readLine();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return rows.build();
        }

        private void add(Rows.Builder rows, String row) {
            String[] cells = row.split("\t", -1);
            if (cells.length != FIELDS.size()) {
                byte[] raw = row.getBytes(StandardCharsets.UTF_8);
                rows.badRow(new Rows.BadRow(++position, RoutesProblem.FLOW_IS_UNKNOWN, List.of("row"), raw));
                return;
            }
            for (String cell : cells) {
                rows.cell(cell.isEmpty() ? null : cell);
            }
            rows.endRow(++position);
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
