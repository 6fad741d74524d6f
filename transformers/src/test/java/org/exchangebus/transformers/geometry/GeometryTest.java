package org.exchangebus.transformers.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.exchangebus.transformers.mapping.Tried;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers against formulas that are written here a second time, and texts that are no geometry. */
class GeometryTest {

    private static final double A = 6_378_137;
    private static final double F = 1 / 298.257222101;
    private static final double E2 = F * (2 - F);

    private static CoordinateSystem system(String name) {
        return CoordinateSystem.of(name).orElseThrow();
    }

    /** The series for the Gauss-Krüger projection as surveyors' handbooks have it, good to a millimetre in a zone. */
    private static double[] byHandbook(double longitude, double latitude, double meridian) {
        double phi = Math.toRadians(latitude);
        double cos = Math.cos(phi);
        double t = Math.tan(phi);
        double eta2 = E2 / (1 - E2) * cos * cos;
        double n = A / Math.sqrt(1 - E2 * Math.sin(phi) * Math.sin(phi));
        double l = Math.toRadians(longitude - meridian) * cos;
        double t2 = t * t;
        double north = meridianArc(phi)
                + n
                        * t
                        * l
                        * l
                        * (1.0 / 2
                                + l * l * (5 - t2 + 9 * eta2 + 4 * eta2 * eta2) / 24
                                + Math.pow(l, 4) * (61 - 58 * t2 + t2 * t2 + 270 * eta2 - 330 * eta2 * t2) / 720);
        double east = n
                * l
                * (1
                        + l * l * (1 - t2 + eta2) / 6
                        + Math.pow(l, 4) * (5 - 18 * t2 + t2 * t2 + 14 * eta2 - 58 * eta2 * t2) / 120);
        return new double[] {east, north};
    }

    private static double meridianArc(double phi) {
        int steps = 20_000;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double sin = Math.sin(phi * i / steps);
            int weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * A * (1 - E2) / Math.pow(1 - E2 * sin * sin, 1.5);
        }
        return sum * phi / steps / 3;
    }

    @ParameterizedTest
    @CsvSource({
        "cgcs2000/3-degree/zone-39, 117, 39500000, 1.5",
        "cgcs2000/3-degree/117E, 117, 500000, 1.5",
        "cgcs2000/6-degree/zone-20, 117, 20500000, 3",
        "epsg:4527, 117, 39500000, 1.5",
        "epsg:4507, 105, 500000, 3",
        "epsg:4491, 75, 13500000, 3",
        "epsg:4554, 135, 500000, 1.5"
    })
    void projectsAsTheHandbookDoesAndComesBack(String name, double meridian, double easting, double width) {
        Transformation there = new Transformation(system("cgcs2000"), system(name), null);
        Transformation back = new Transformation(system(name), system("epsg:4490"), null);
        for (double latitude = 4; latitude < 54; latitude += 7.3) {
            for (double longitude = meridian - width; longitude <= meridian + width; longitude += width / 3) {
                double[] expected = byHandbook(longitude, latitude, meridian);

                double[] projected = there.apply(longitude, latitude);
                double[] returned = back.apply(projected[0], projected[1]);

                assertThat(projected[0]).isCloseTo(expected[0] + easting, within(0.001));
                assertThat(projected[1]).isCloseTo(expected[1], within(0.001));
                assertThat(returned[0]).isCloseTo(longitude, within(1e-10));
                assertThat(returned[1]).isCloseTo(latitude, within(1e-10));
            }
        }
    }

    @Test
    void everyEpsgCodeOfTheStandardsListIsTheZoneThatTheListTells() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("src/test/resources/geometry/epsg-cgcs2000.csv"));
        assertThat(rows).hasSizeGreaterThan(60);
        int projected = 0;
        for (String row : rows.subList(1, rows.size())) {
            String code = "epsg:" + row.substring(0, 4);
            String meridian = row.replaceAll(".*CM (\\d+)E.*", "$1");
            String zone = row.matches(".* zone \\d+ .*") ? row.replaceAll(".* zone (\\d+) .*", "$1") : "";
            if (row.contains("Gauss-Kruger")) {
                projected++;
                String width = row.contains("6 degree") ? "6" : "3";
                String name = "cgcs2000/" + width + "-degree/" + (zone.isEmpty() ? meridian + "E" : "zone-" + zone);

                assertThat(system(code).isSameAs(system(name))).as(code).isTrue();
                double x = new Transformation(system("cgcs2000"), system(code), null)
                        .apply(Double.parseDouble(meridian), 30)[0];
                assertThat(x).isCloseTo((zone.isEmpty() ? 0 : Integer.parseInt(zone)) * 1e6 + 500_000, within(1e-6));
            }
        }
        assertThat(projected).isEqualTo(64);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cgcs2001",
                "epsg:4555",
                "epsg:4479",
                "epsg:3857",
                "wgs84/3-degree/117E",
                "cgcs2000/3-degree/zone-24",
                "cgcs2000/3-degree/zone-46",
                "cgcs2000/6-degree/zone-12",
                "cgcs2000/6-degree/78E",
                "cgcs2000/3-degree/118E",
                "cgcs2000/3-degree",
                "cgcs2000/4-degree/117E"
            })
    void aSystemThatIsNotInTheListIsNone(String name) {
        assertThat(CoordinateSystem.of(name)).isEmpty();
    }

    @Test
    void shiftsByThreeAndBySevenNumbersInEitherConvention() {
        double[] start = geocentric(117, 40, 6_378_140, 1 / 298.257);
        double s = Math.toRadians(1) / 3600;
        double[] moved = {
            (1 + 2e-6) * (start[0] - 3 * s * start[1] - 2 * s * start[2]) + 100,
            (1 + 2e-6) * (3 * s * start[0] + start[1] - s * start[2]) - 50,
            (1 + 2e-6) * (2 * s * start[0] + s * start[1] + start[2]) + 20
        };
        List<String> vector = List.of("100", "-50", "20", "1", "-2", "3", "2");
        List<String> frame = List.of("100", "-50", "20", "-1", "2", "-3", "2");

        double[] byVector = shifted(vector, true);
        double[] byFrame = shifted(frame, false);

        double[] expected = geodetic(moved);
        assertThat(byVector[0]).isCloseTo(expected[0], within(1e-10));
        assertThat(byVector[1]).isCloseTo(expected[1], within(1e-10));
        assertThat(byFrame).isEqualTo(byVector);
        assertThat(byVector[0]).isNotCloseTo(117, within(1e-5));
    }

    private static double[] shifted(List<String> numbers, boolean isOfVector) {
        return new Transformation(
                        system("xian80"),
                        system("cgcs2000"),
                        Shift.of(numbers, isOfVector).orElseThrow())
                .apply(117, 40);
    }

    private static double[] geocentric(double longitude, double latitude, double a, double f) {
        double lambda = Math.toRadians(longitude);
        double phi = Math.toRadians(latitude);
        double e2 = f * (2 - f);
        double n = a / Math.sqrt(1 - e2 * Math.sin(phi) * Math.sin(phi));
        return new double[] {
            n * Math.cos(phi) * Math.cos(lambda), n * Math.cos(phi) * Math.sin(lambda), n * (1 - e2) * Math.sin(phi)
        };
    }

    private static double[] geodetic(double[] geocentric) {
        double across = Math.hypot(geocentric[0], geocentric[1]);
        double phi = Math.atan2(geocentric[2], across * (1 - E2));
        for (int i = 0; i < 20; i++) {
            double n = A / Math.sqrt(1 - E2 * Math.sin(phi) * Math.sin(phi));
            phi = Math.atan2(geocentric[2] + E2 * n * Math.sin(phi), across);
        }
        return new double[] {Math.toDegrees(Math.atan2(geocentric[1], geocentric[0])), Math.toDegrees(phi)};
    }

    @Test
    void anEighthOfTheEarthHasAnEighthOfItsArea() {
        double e = Math.sqrt(E2);
        double b = A * (1 - F);
        double whole = 2 * Math.PI * A * A + Math.PI * b * b / e * Math.log((1 + e) / (1 - e));
        String octant = "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[90,0],[0,90],[0,0]]]}";

        double area = Double.parseDouble(Tried.of("area(cgcs2000, decimals=0)", octant));

        assertThat(area).isCloseTo(whole / 8, within(2.0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "area(cgcs2000/3-degree/117E)~{'type':'Polygon','coordinates':[[[500000,1],[500010,1],[500010,11],[500000,11],[500000,1]],[[500002,3],[500002,5],[500004,5],[500004,3],[500002,3]]]}~96",
                "area(cgcs2000/3-degree/117E)~{'coordinates':[[[[500000,1],[500000,11],[500010,11],[500000,1]]],[[[600000,1],[600010,1],[600010,11],[600000,1]]]],'type':'MultiPolygon'}~100",
                "area(cgcs2000/3-degree/117E)~{'type':'Polygon','coordinates':[[[500000,1],[500001,1],[500001,2],[500000,1]],[[500000,1],[500009,1],[500009,9],[500000,1]]]}~NOT_A_GEOMETRY",
                "area(cgcs2000)~{'type':'Polygon','coordinates':[[[40,117],[41,117],[41,118],[40,117]]]}~OUTSIDE_OF_SYSTEM",
                "area(cgcs2000)~{'type':'LineString','coordinates':[[117,40],[117,41]]}~NOT_A_GEOMETRY",
                "swap-coordinates~{ 'type' : 'Polygon', 'coordinates' : [ [ [1.10, 2e1, 9], [3,4 ],[5,6],[1.10,2e1] ] ] }~{ 'type' : 'Polygon', 'coordinates' : [ [ [2e1, 1.10, 9], [4,3 ],[6,5],[2e1,1.10] ] ] }",
                "swap-coordinates~{'type':'MultiPoint','coordinates':[[1,2],[3,4]]}~{'type':'MultiPoint','coordinates':[[2,1],[4,3]]}",
                "swap-coordinates~{'type':'MultiPolygon','coordinates':[[[[1,2],[3,4],[5,6],[1,2]]]]}~{'type':'MultiPolygon','coordinates':[[[[2,1],[4,3],[6,5],[2,1]]]]}",
                "transform(cgcs2000/3-degree/zone-39, cgcs2000/3-degree/117E)~{'type':'Point','coordinates':[39400000.5,4429000,12.50]}~{'type':'Point','coordinates':[400000.5,4429000,12.50]}",
                "transform(cgcs2000, cgcs2000/3-degree/zone-39)~{'type':'Point','coordinates':[121,40]}~OUTSIDE_OF_SYSTEM",
                "transform(cgcs2000, wgs84, shift=[0, 0, 0], decimals=7)~{'type':'Point','coordinates':[117,40]}~{'type':'Point','coordinates':[117,40]}",
                "point~-1.50,2~{'type':'Point','coordinates':[-1.50,2]}",
                "point~1 , 2~{'type':'Point','coordinates':[1,2]}",
                "point~1 2 3~NOT_A_POSITION",
                "point~01 2~NOT_A_POSITION",
                "point~1. 2~NOT_A_POSITION",
                "point~1e3 2~NOT_A_POSITION"
            })
    void geometries(String steps, String text, String result) {
        assertThat(Tried.of(steps, text.replace('\'', '"'))).isEqualTo(result.replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'type':'Point'}",
                "{'coordinates':[1,2]}",
                "{'type':'Point','coordinates':[1]}",
                "{'type':'Point','coordinates':[1,2,3,4]}",
                "{'type':'Point','coordinates':[1,2],'coordinates':[1,2]}",
                "{'type':'Point','coordinates':[1,2],'bbox':[1,2,1,2]}",
                "{'type':'Point','coordinates':[[1,2]]}",
                "{'type':'Point','coordinates':['1',2]}",
                "{'type':'Point','coordinates':[01,2]}",
                "{'type':'Point','coordinates':[1.,2]}",
                "{'type':'Point','coordinates':[1e,2]}",
                "{'type':'Point','coordinates':[NaN,2]}",
                "{'type':'Point','coordinates':[1,2]}}",
                "{'type':'Point','coordinates':[1,2",
                "{'type':'point','coordinates':[1,2]}",
                "{'type':'LineString','coordinates':[]}",
                "{'type':'Polygon','coordinates':[[[1,2],[3,4],[1,2]]]}",
                "{'type':'Polygon','coordinates':[[[1,2],[3,4],[5,6],[1,3]]]}",
                "{'type':'GeometryCollection','geometries':[]}",
                "{'type':'Point','coordinates':[1111111111111111111111111111111111111111111,2]}",
                "[1,2]"
            })
    void whatIsNoGeometryIsRejected(String text) {
        assertThat(Tried.of("swap-coordinates", text.replace('\'', '"'))).isEqualTo("NOT_A_GEOMETRY");
    }

    @Test
    void oneTransformationServesManyThreads() {
        Transformation there = new Transformation(system("cgcs2000"), system("epsg:4527"), null);
        List<double[]> alone = IntStream.range(0, 2_000)
                .mapToObj(i -> there.apply(116 + i / 1_000.0, 20 + i / 100.0))
                .toList();

        List<double[]> together = IntStream.range(0, 2_000)
                .parallel()
                .mapToObj(i -> there.apply(116 + i / 1_000.0, 20 + i / 100.0))
                .toList();

        for (int i = 0; i < alone.size(); i++) {
            assertThat(together.get(i)).isEqualTo(alone.get(i));
        }
    }

    @Test
    void aPolygonOfTwoHundredThousandPositionsIsMeasuredInTheTimeThatItsTextTakes() {
        StringBuilder text = new StringBuilder("{\"type\":\"MultiPolygon\",\"coordinates\":[");
        for (int i = 0; i < 50_000; i++) {
            String square = "[[[%1$d,0],[%2$d,0],[%2$d,1],[%1$d,0]]]".formatted(500_000 + i, 500_001 + i);
            text.append(i == 0 ? "" : ",").append(square);
        }
        byte[] bytes = text.append("]}").toString().getBytes(StandardCharsets.UTF_8);

        Geometry geometry = Objects.requireNonNull(Geometry.read(bytes, 0, bytes.length));

        assertThat(new String(
                        Objects.requireNonNull(geometry.area(system("cgcs2000/3-degree/117E"), 2)),
                        StandardCharsets.UTF_8))
                .isEqualTo("25000");
    }
}
