package org.exchangebus.adapters.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.exchangebus.adapters.BlockReader;
import org.exchangebus.adapters.charset.PrivateUse;
import org.exchangebus.adapters.charset.Refusal;
import org.exchangebus.schemas.record.Rows;
import org.jspecify.annotations.Nullable;

/** The features of a collection as blocks of rows. */
final class GeoJsonReader implements BlockReader {

    private final FeatureStream features;
    private final String place;
    private final List<String> properties;
    private final List<String> fields;
    private final PrivateUse privateUse;
    private long position;
    private @Nullable Rows following;

    GeoJsonReader(
            FeatureStream features, String place, List<String> properties, List<String> fields, PrivateUse privateUse) {
        this.features = features;
        this.place = place;
        this.properties = properties;
        this.fields = fields;
        this.privateUse = privateUse;
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
            Optional<Refusal> refusal = features.refusal(properties, privateUse);
            if (refusal.isPresent()) {
                Refusal why = refusal.get();
                rows.badRow(new Rows.BadRow(position, why.problem(), why.arguments(), features.raw()));
            } else {
                row(rows);
            }
        }
        return rows.isEmpty() ? null : rows.build();
    }

    private void row(Rows.Builder rows) {
        for (String property : properties) {
            rows.cell(replaced(features.text(property)));
        }
        rows.cell(replaced(features.geometry()));
        rows.endRow(position);
    }

    private @Nullable String replaced(@Nullable String text) {
        return text == null ? null : privateUse.replaced(text);
    }
}
