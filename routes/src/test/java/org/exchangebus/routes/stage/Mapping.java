package org.exchangebus.routes.stage;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.ProcessorEndpoint;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.schemas.record.Cells;
import org.exchangebus.schemas.record.Doubt;
import org.exchangebus.schemas.record.MappedChunk;
import org.exchangebus.schemas.record.Operation;
import org.exchangebus.schemas.record.RecordChunk;
import org.exchangebus.schemas.record.Rejection;
import org.exchangebus.schemas.record.Rows;
import org.exchangebus.schemas.record.SourceChunk;
import org.jspecify.annotations.Nullable;

/**
 * A mapping that is made up: names {@code bad…} are rejected, {@code lost…} and {@code bad key…} so that nobody knows their key,
 * {@code skip…} filtered, {@code gone…} deleted, and
 * {@code odd…} delivered with a doubt. The one
 * called {@code station} makes codes and names of the same rows, and rejects nothing.
 */
public final class Mapping extends DefaultComponent {

    public static final String STATION = "station";

    public volatile @Nullable Processor before;
    public volatile String resource = "gauge";

    /** A mapping that was mended: it takes what the one before rejected, and makes capitals of the names. */
    public volatile boolean isMended;

    /** A flow whose records have the first two items only, as if its source knew no more. */
    public volatile @Nullable String narrow;

    @Override
    protected ProcessorEndpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        boolean isOfStations = remaining.endsWith("/" + STATION);
        return new ProcessorEndpoint(uri, this, exchange -> map(exchange, isOfStations));
    }

    private void map(Exchange exchange, boolean isOfStations) throws Exception {
        Processor processor = before;
        if (processor != null) {
            processor.process(exchange);
        }
        SourceChunk chunk = exchange.getMessage().getBody(SourceChunk.class);
        exchange.getMessage().setBody(isOfStations ? stations(chunk) : map(chunk));
    }

    private static MappedChunk stations(SourceChunk chunk) {
        Rows rows = chunk.rows();
        RecordChunk.Builder records = new RecordChunk.Builder(
                chunk.id(), chunk.flow(), STATION, Source.FIELDS.subList(0, 2), 64 * rows.count());
        Cells cells = new Cells(2);
        for (int i = 0; i < rows.count(); i++) {
            cells.setText(0, rows.text(i, 0));
            cells.setText(1, rows.text(i, 1));
            records.add(Operation.UPSERT, chunk.firstVersion() + i, cells);
        }
        return new MappedChunk(records.build(), List.of(), 0);
    }

    private MappedChunk map(SourceChunk chunk) {
        Rows rows = chunk.rows();
        List<String> items = chunk.flow().equals(narrow) ? rows.fields().subList(0, 2) : rows.fields();
        RecordChunk.Builder records =
                new RecordChunk.Builder(chunk.id(), chunk.flow(), resource, items, 256 * rows.count());
        List<Rejection> rejections = new ArrayList<>();
        int filtered = 0;
        List<Doubt> doubts = new ArrayList<>();
        Cells cells = new Cells(rows.fields().size());
        for (int i = 0; i < rows.count(); i++) {
            rows.show(i, cells);
            byte[] name = cells.array(1);
            int start = cells.start(1);
            boolean isLost = startsWith(name, start, "lost");
            if (isLost || startsWith(name, start, "bad") && !isMended) {
                rejections.add(new Rejection(
                        rows.place(),
                        rows.position(i),
                        isLost || startsWith(name, start, "bad key") ? null : rows.text(i, 0),
                        "gauge-name",
                        "length",
                        RoutesProblem.FLOW_IS_UNKNOWN,
                        List.of("gauge-name"),
                        json(rows, i)));
                if (!isLost && !startsWith(name, start, "bad key")) {
                    keepKey(cells);
                    records.keep(cells);
                }
            } else if (startsWith(name, start, "skip")) {
                filtered++;
            } else if (startsWith(name, start, "gone")) {
                keepKey(cells);
                records.add(Operation.DELETE, chunk.firstVersion() + i, cells);
            } else {
                if (startsWith(name, start, "odd")) {
                    int earlier = doubts.isEmpty() ? 0 : doubts.remove(0).records();
                    doubts.add(new Doubt(
                            "gauge-name",
                            "odd",
                            RoutesProblem.FLOW_IS_UNKNOWN,
                            List.of("gauge-name"),
                            rows.place(),
                            rows.position(i),
                            earlier + 1));
                }
                if (isMended) {
                    cells.setText(1, String.valueOf(rows.text(i, 1)).toUpperCase(java.util.Locale.ROOT));
                }
                records.add(Operation.UPSERT, chunk.firstVersion() + i, cells);
            }
        }
        for (Rows.BadRow bad : rows.badRows()) {
            rejections.add(new Rejection(
                    rows.place(), bad.position(), null, null, "readable", bad.problem(), bad.arguments(), bad.raw()));
        }
        return new MappedChunk(records.build(), rejections, filtered, doubts);
    }

    private static void keepKey(Cells cells) {
        for (int column = 1; column < cells.size(); column++) {
            cells.setNull(column);
        }
    }

    private static byte[] json(Rows rows, int row) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < rows.fields().size(); i++) {
            object.put(rows.fields().get(i), rows.text(row, i));
        }
        return object.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean startsWith(byte @Nullable [] bytes, int start, String prefix) {
        if (bytes == null) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (start + i >= bytes.length || bytes[start + i] != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
