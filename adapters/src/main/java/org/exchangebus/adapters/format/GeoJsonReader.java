package org.exchangebus.adapters.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.exchangebus.adapters.BlockReader;
import org.exchangebus.schemas.record.Rows;
import org.jspecify.annotations.Nullable;

/** The features of a collection as blocks of rows. */
final class GeoJsonReader implements BlockReader {

    private final FeatureStream features;
    private final String place;
    private final List<String> properties;
    private final List<String> fields;
    private long position;
    private @Nullable Rows following;

    GeoJsonReader(FeatureStream features, String place, List<String> properties, List<String> fields) {
        this.features = features;
        this.place = place;
        this.properties = properties;
        this.fields = fields;
    }

    @Override
    public boolean hasNext() {
        if (following == null) {
            try {
                following = block();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return following != null;
    }

    @Override
    public Rows next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Rows rows = following;
        following = null;
        return rows;
    }

    @Override
    public void close() throws IOException {
        features.close();
    }

    private @Nullable Rows block() throws IOException {
        Rows.Builder rows = new Rows.Builder(fields, place, ROWS);
        int met = 0;
        while (met < ROWS && rows.length() < BYTES && features.next()) {
            met++;
            position++;
            Optional<String> problem = features.problemOf(properties);
            if (problem.isPresent()) {
                byte[] raw = features.feature().toString().getBytes(StandardCharsets.UTF_8);
                rows.badRow(new Rows.BadRow(position, FormatProblem.BAD_FEATURE, List.of(problem.get()), raw));
            } else {
                row(rows);
            }
        }
        return rows.isEmpty() ? null : rows.build();
    }

    private void row(Rows.Builder rows) {
        JsonNode values = features.feature().path("properties");
        for (String property : properties) {
            rows.cell(text(values.path(property)));
        }
        rows.cell(text(features.feature().path(GeoJsonFormat.GEOMETRY)));
        rows.endRow(position);
    }

    private static @Nullable String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return value.isTextual() ? value.textValue() : value.toString();
    }
}
