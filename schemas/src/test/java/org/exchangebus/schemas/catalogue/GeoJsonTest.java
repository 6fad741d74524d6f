package org.exchangebus.schemas.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeoJsonTest {

    private static final String RING = "[[116.1,39.9],[116.2,39.9],[116.2,40.0],[116.1,39.9]]";

    private static GeoJson read(String text, GeoLimits limits) {
        byte[] utf8 = ("x" + text + "x").getBytes(StandardCharsets.UTF_8);
        return new GeoJson(utf8, 1, utf8.length - 1, limits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"Point\",\"coordinates\":[116.1,39.9]}",
                "{\"type\":\"Point\",\"coordinates\":[-0.5,0,12.25]}",
                " { \"coordinates\" : [ 116 , 39.9 ] ,\n \"type\" : \"Point\" } ",
                "{\"type\":\"Point\",\"coordinates\":[116.123456789012345678,39.9]}",
                "{\"type\":\"MultiPoint\",\"coordinates\":[[1,2]]}",
                "{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]}",
                "{\"type\":\"MultiLineString\",\"coordinates\":[[[1,2],[3,4]],[[1,2],[3,4]]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[" + RING + "]}",
                "{\"type\":\"Polygon\",\"coordinates\":[" + RING + "," + RING + "]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[1.0,2],[3,2],[3,4],[1,2.00]]]}",
                "{\"type\":\"MultiPolygon\",\"coordinates\":[[" + RING + "],[" + RING + "]]}",
            })
    void acceptsGeometries(String text) {
        GeoJson geometry = read(text, GeoLimits.EARTH);

        assertThat(geometry.isAccepted()).as(geometry.reason()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"type\":\"Point\"}",
                "{\"coordinates\":[1,2]}",
                "{\"type\":\"Point\",\"coordinates\":[1]}",
                "{\"type\":\"Point\",\"coordinates\":[1,2,3,4]}",
                "{\"type\":\"Point\",\"coordinates\":[\"1\",2]}",
                "{\"type\":\"Point\",\"coordinates\":[1,2}",
                "{\"type\":\"Point\",\"coordinates\":[1,2]",
                "{\"type\":\"Point\",\"coordinates\":[1,2]}}",
                "{\"type\":\"Point\",\"coordinates\":[1,2],}",
                "{\"type\":\"Point\",\"coordinates\":[01,2]}",
                "{\"type\":\"Point\",\"coordinates\":[1.,2]}",
                "{\"type\":\"Point\",\"coordinates\":[.5,2]}",
                "{\"type\":\"Point\",\"coordinates\":[1e2,2]}",
                "{\"type\":\"Point\",\"coordinates\":[-,2]}",
                "{\"type\":\"Point\",\"coordinates\":[NaN,2]}",
                "{\"type\":\"Point\",\"coordinates\":[1,2],\"type\":\"Point\"}",
                "{\"type\":\"Point\",\"coordinates\":[1,2],\"crs\":\"EPSG:4610\"}",
                "{\"type\":\"Circle\",\"coordinates\":[1,2]}",
                "{\"type\":\"LineString\",\"coordinates\":[[1,2]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[1,2],[3,2],[1,2]]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[1,2],[3,2],[3,4],[1,2.1]]]}",
                "{\"type\":\"Polygon\",\"coordinates\":" + RING + "}",
                "{\"type\":\"Feature\",\"geometry\":null}",
                "{\"type\":\"Point\",\"coordinates\":{}}",
                "{\"type\":\"Point\",\"coordinates\":[181,2]}",
            })
    void refusesEverythingElse(String text) {
        GeoJson geometry = read(text, GeoLimits.EARTH);

        assertThat(geometry.isAccepted()).isFalse();
        assertThat(JsonReasons.chinese(geometry.reason())).doesNotContainPattern("[a-z]{2,} [a-z]{2,}");
    }

    @Test
    void refusesAnyGeometryThatIsCutShort() {
        String text = "{\"type\":\"MultiPolygon\",\"coordinates\":[[" + RING + "]]}";

        for (int length = 0; length < text.length(); length++) {
            GeoJson geometry = read(text.substring(0, length), GeoLimits.EARTH);
            assertThat(geometry.isAccepted()).isFalse();
            assertThat(JsonReasons.chinese(geometry.reason())).doesNotContainPattern("[a-z]{2,} [a-z]{2,}");
        }
    }

    @Test
    void saysWhereItLeavesTheBounds() {
        GeoLimits china = new GeoLimits(List.of("Point"), 73, 3, 136, 54);
        GeoJson swapped = read("{\"type\":\"Point\",\"coordinates\":[39.9,116.1]}", china);

        assertThat(swapped.isAccepted()).isFalse();
        assertThat(swapped.isOutside()).isTrue();
        assertThat(swapped.position()).isEqualTo(1 + "{\"type\":\"Point\",\"coordinates\":[".length());
    }

    @Test
    void refusesATypeThatTheRuleDoesNotName() {
        GeoLimits areas = new GeoLimits(List.of("Polygon"), 73, 3, 136, 54);

        assertThat(read("{\"type\":\"Point\",\"coordinates\":[116,39]}", areas).isAccepted())
                .isFalse();
    }
}
