package org.exchangebus.adapters.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.exchangebus.adapters.BlockReader;
import org.exchangebus.adapters.charset.PrivateUse;
import org.exchangebus.schemas.generated.GeneratedInputs;
import org.exchangebus.schemas.generated.Mutation;
import org.exchangebus.schemas.record.Rows;
import org.junit.jupiter.api.Test;

class GeneratedGeoJsonTest {

    private static final String FEATURE = """
            {"type": "Feature", "properties": {"DKBM": "0012\\u738B", "MJ": 120.10, "BZ": null},
             "geometry": {"type": "Polygon", "coordinates": [[[120.1, 30.2], [120.2, 30.2], [120.2, 30.3], [120.1, 30.2]]]}}""";
    private static final String CRS =
            "\"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"urn:ogc:def:crs:EPSG::4490\"}},";
    private static final Mutation FILES = Mutation.ofTexts(
            List.of(
                    GeoJsonFormatTest.collection(CRS, FEATURE, FEATURE),
                    GeoJsonFormatTest.collection("", FEATURE.replace("\n", ""))),
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "null",
            "true",
            "17",
            "-1e999999999",
            "0.1",
            "\\uD842",
            "\\u0000",
            "\"type\":",
            "\"Feature\"",
            "\"features\":",
            "\"properties\":",
            "\"geometry\":",
            "\"crs\":",
            "[[",
            "\n",
            "王",
            "\uE5E5",
            "\uFEFF",
            "1".repeat(2_000),
            FEATURE,
            "\"FeatureCollection\"",
            "\"DKBM\":",
            "/*",
            "NaN");

    private final FileFormat format =
            new GeoJsonFormat(List.of("DKBM", "MJ", "BZ"), "EPSG:4490", PrivateUse.SHARED, 100);

    @Test
    void anyBytesAreFeaturesOrToldAndTheCheckCountsWhatTheReaderMeets() throws InterruptedException {
        GeneratedInputs.of(FILES).each(input -> {
            FileCheck check = format.check(new ByteArrayInputStream(input), "f.geojson");
            long rows = 0;
            long bad = 0;
            try (BlockReader reader = format.open(new ByteArrayInputStream(input), "f.geojson")) {
                while (reader.hasNext()) {
                    Rows block = reader.next();
                    rows += block.count() + block.badRows().size();
                    bad += block.badRows().size();
                    GeneratedCsvTest.requireCharacters(block);
                }
            } catch (UncheckedIOException | IOException e) {
                assertThat(e instanceof UncheckedIOException ? e.getCause() : e)
                        .isInstanceOf(JsonProcessingException.class);
                assertThat(check.problem()).isNotNull();
            }
            if (check.problem() == null) {
                assertThat(rows).isEqualTo(check.rows());
                assertThat(bad).isEqualTo(check.badRows());
            }
        });
    }
}
