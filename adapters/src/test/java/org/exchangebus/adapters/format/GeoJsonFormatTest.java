package org.exchangebus.adapters.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.exchangebus.adapters.BlockReader;
import org.exchangebus.adapters.charset.CharsetProblem;
import org.exchangebus.adapters.charset.PrivateUse;
import org.exchangebus.schemas.record.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeoJsonFormatTest {

    private static final String FEATURE = """
            {"type": "Feature", "properties": {"DKBM": "0012", "MJ": 120.10, "BZ": null},
             "geometry": {"type": "Point", "coordinates": [120.100, 30.25]}}""";
    private static final String CRS =
            "\"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"urn:ogc:def:crs:EPSG::4490\"}},";

    private final FileFormat format =
            new GeoJsonFormat(List.of("DKBM", "MJ", "BZ"), "EPSG:4490", PrivateUse.SHARED, 10);

    @Test
    void aFeatureIsARowOfItsPropertiesAndItsGeometryWithNumbersAsWritten() throws IOException {
        Rows rows = read(collection(CRS, FEATURE));
        assertThat(rows.fields()).containsExactly("DKBM", "MJ", "BZ", "geometry");
        assertThat(rows.text(0, 0)).isEqualTo("0012");
        assertThat(rows.text(0, 1)).isEqualTo("120.10");
        assertThat(rows.text(0, 2)).isNull();
        assertThat(rows.text(0, 3)).isEqualTo("{\"type\":\"Point\",\"coordinates\":[120.100,30.25]}");
        assertThat(rows.position(0)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"Thing\", \"properties\": {}, \"geometry\": null}",
                "{\"type\": \"Feature\", \"geometry\": null}",
                "{\"type\": \"Feature\", \"properties\": {\"XX\": 1}, \"geometry\": null}",
                "{\"type\": \"Feature\", \"properties\": {}, \"geometry\": [1, 2]}",
                "17"
            })
    void aBadFeatureIsKeptAndDisturbsNoOther(String bad) throws IOException {
        String file = collection(CRS, FEATURE, bad, FEATURE);
        assertThat(check(file).problem()).isNull();
        assertThat(check(file).badRows()).isEqualTo(1);
        Rows rows = read(file);
        assertThat(rows.count()).isEqualTo(2);
        assertThat(rows.badRows()).singleElement().satisfies(row -> {
            assertThat(row.position()).isEqualTo(2);
            assertThat(row.problem()).isEqualTo(FormatProblem.BAD_FEATURE);
            assertThat(new String(row.raw(), StandardCharsets.UTF_8)).isEqualTo(bad.replace(" ", ""));
        });
        assertThat(rows.position(1)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "\\uE5E5, PRIVATE_USE, U+E5E5",
        "王\\uD842, HALF_CHARACTER, U+D842",
        "王\\uFFFD, CHARACTER_LOST, U+FFFD",
    })
    void aFeatureWhoseTextNobodyCanReadIsKeptAsItCame(String text, CharsetProblem problem, String character)
            throws IOException {
        String bad = FEATURE.replace("\"BZ\": null", "\"BZ\": \"" + text + "\"");
        String file = collection(CRS, FEATURE, bad);
        assertThat(check(file).badRows()).isEqualTo(1);
        Rows.BadRow row = read(file).badRows().get(0);
        assertThat(row.problem()).isEqualTo(problem);
        assertThat(row.arguments()).startsWith("BZ", character);
        assertThat(new String(row.raw(), StandardCharsets.UTF_8))
                .contains(problem == CharsetProblem.HALF_CHARACTER ? text : Character.toString(code(character)));
    }

    @Test
    void aPrivateUseCharacterThatTheStandardExplainsIsReplaced() throws IOException {
        Rows rows = read(collection(CRS, FEATURE.replace("\"BZ\": null", "\"BZ\": \"\\uE816\"")));
        assertThat(rows.text(0, 2)).isEqualTo(Character.toString(0x20087));
    }

    private static int code(String character) {
        return Integer.parseInt(character.substring(2), 16);
    }

    @Test
    void anotherCrsHoldsTheFile() throws IOException {
        String file = collection(CRS.replace("4490", "4610"), FEATURE);
        assertThat(CsvCheckTest.reason(check(file))).contains("ADAPTER-058", "EPSG::4610", "declared is EPSG:4490");
    }

    @Test
    void aNumberWithAnExponentBeyondAnyBoundHoldsTheFile() throws IOException {
        assertThat(CsvCheckTest.reason(check(collection(CRS, FEATURE.replace("120.10", "-1e9999999992")))))
                .contains("a number has an exponent beyond any bound");
    }

    @Test
    void aFileWithoutCrsIsTakenAsDeclared() throws IOException {
        assertThat(check(collection("", FEATURE)).problem()).isNull();
    }

    @Test
    void everyCutOfAFileIsHeld() throws IOException {
        String whole = collection(CRS, FEATURE, FEATURE);
        for (int length = 1; length < whole.length(); length++) {
            assertThat(check(whole.substring(0, length)).problem())
                    .as("cut at %d", length)
                    .isNotNull();
        }
        assertThat(check(whole).problem()).isNull();
    }

    @Test
    void whatIsNoCollectionIsHeld() throws IOException {
        assertThat(CsvCheckTest.reason(check(FEATURE))).contains("ADAPTER-057", "no FeatureCollection");
        assertThat(CsvCheckTest.reason(check("[1]"))).contains("ADAPTER-057");
        assertThat(CsvCheckTest.reason(check(collection(CRS, FEATURE) + "x"))).contains("ADAPTER-057");
        assertThat(CsvCheckTest.reason(check("<html>"))).contains("ADAPTER-050", "HTML");
        String deep = "[".repeat(200) + "]".repeat(200);
        assertThat(CsvCheckTest.reason(
                        check(collection(CRS, "{\"type\":\"Feature\",\"properties\":{\"BZ\":" + deep + "}}"))))
                .contains("ADAPTER-057");
    }

    private FileCheck check(String text) throws IOException {
        return format.check(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "f.geojson");
    }

    private Rows read(String text) throws IOException {
        try (BlockReader reader =
                format.open(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "f.geojson")) {
            Rows rows = reader.next();
            assertThat(reader.hasNext()).isFalse();
            assertThat(reader.hasNext()).isFalse();
            return rows;
        }
    }

    static String collection(String crs, String... features) {
        return "{\"type\": \"FeatureCollection\", " + crs + " \"features\": [" + String.join(",\n", features) + "]}";
    }
}
