package org.exchangebus.transformers.function;

import static org.exchangebus.transformers.function.Parameter.optional;
import static org.exchangebus.transformers.function.Parameter.required;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.transformers.geometry.CoordinateSystem;
import org.exchangebus.transformers.geometry.Geometry;
import org.exchangebus.transformers.geometry.Shift;
import org.exchangebus.transformers.geometry.Transformation;
import org.exchangebus.transformers.problem.GeometryProblem;
import org.exchangebus.transformers.value.Decimal;
import org.exchangebus.transformers.value.Value;
import org.jspecify.annotations.Nullable;

/** Geometries in GeoJSON text. They allocate: a geometry is an object, its numbers are. */
final class GeometryFunctions {

    private static final int DECIMALS_OF_DEGREES = 9;
    private static final int DECIMALS_OF_METRES = 4;
    private static final int DECIMALS_OF_AREA = 2;
    private static final int TRANSLATIONS = 3;
    private static final byte[] POINT = ascii("{\"type\":\"Point\",\"coordinates\":[");
    private static final byte[] POINT_END = ascii("]}");
    private static final String SYSTEM =
            "cgcs2000, wgs84, xian80 or beijing54, with /3-degree/zone-39, /3-degree/117E or the"
                    + " same of 6 degrees for metres; or an EPSG code such as epsg:4490";
    private static final String SYSTEM_ZH = " cgcs2000、wgs84、xian80 或 beijing54,以米计时加 /3-degree/zone-39、/3-degree/117E"
            + "(6 度带同理);或 EPSG 代码,如 epsg:4490";

    static final List<Function> ALL = List.of(
            Definition.ofText("point")
                    .says(
                            "Makes a GeoJSON point of two numbers with a blank or a comma between them, the first one"
                                    + " longitude or east; digits stay as they are.",
                            "把以空格或逗号分隔的两个数(先经度或东坐标)写成 GeoJSON 点,数字不变。")
                    .example("point", "116.391 39.907", "{\"type\":\"Point\",\"coordinates\":[116.391,39.907]}")
                    .rejects("point", "116.391")
                    .rejects("point", "116,,39")
                    .does(GeometryFunctions::point),
            Definition.ofText("swap-coordinates")
                    .says(
                            "Puts the two first numbers of every position of a GeoJSON geometry in the other order, for"
                                    + " sources that tell latitude or north first. Allocates.",
                            "把 GeoJSON 几何中每个坐标点的前两个数互换,用于先写纬度或北坐标的来源。会分配内存。")
                    .example(
                            "swap-coordinates",
                            "{\"type\":\"Point\",\"coordinates\":[39.907, 116.391]}",
                            "{\"type\":\"Point\",\"coordinates\":[116.391, 39.907]}")
                    .rejects("swap-coordinates", "POINT(39.907 116.391)")
                    .does(value -> change(value, Geometry::swapped)),
            Definition.ofText("transform")
                    .says(
                            "Carries a GeoJSON geometry from one system to another; positions are longitude, latitude or"
                                    + " east, north. Between two datums the shift has to be given, from the one to the"
                                    + " other; nothing is relabelled. Heights stay where the datum does, and are rejected"
                                    + " otherwise. Allocates.",
                            "把 GeoJSON 几何从一个坐标系转换到另一个;坐标点为经度、纬度或东、北坐标。基准不同时必须给出由前者到后者的"
                                    + "转换参数,不作更名。基准不变时高程保留,否则退回。会分配内存。")
                    .with(
                            required("from", Parameter.Form.TEXT, SYSTEM, SYSTEM_ZH),
                            required("to", Parameter.Form.TEXT, SYSTEM, SYSTEM_ZH),
                            optional(
                                    "shift",
                                    Parameter.Form.LIST,
                                    "three numbers in metres, or seven with rotations in seconds of arc and scale in"
                                            + " parts of a million",
                                    "三个平移参数(米),或七参数:另加三个旋转(角秒)和尺度(百万分之一)"),
                            optional(
                                    "rotation",
                                    Parameter.Form.TEXT,
                                    "position-vector or coordinate-frame, with seven numbers and only then",
                                    " position-vector(位置矢量)或 coordinate-frame(坐标框架),仅用于且必须用于七参数"),
                            optional(
                                    "decimals",
                                    Parameter.Form.WHOLE,
                                    "a count from 0 to 9999; 9 for degrees and 4 for metres where not given",
                                    " 0 至 9999 的小数位数,缺省时度为 9,米为 4"))
                    .example(
                            "transform(epsg:4490, cgcs2000/3-degree/zone-39)",
                            "{\"type\":\"Point\",\"coordinates\":[117,40]}",
                            "{\"type\":\"Point\",\"coordinates\":[39500000,4429529.0302]}")
                    .example(
                            "transform(cgcs2000/3-degree/117E, cgcs2000)",
                            "{\"type\":\"Point\",\"coordinates\":[500000,4429529.0302]}",
                            "{\"type\":\"Point\",\"coordinates\":[117,40]}")
                    .example(
                            "transform(xian80, cgcs2000, shift=[100, -50, 20], decimals=6)",
                            "{\"type\":\"Point\",\"coordinates\":[117,40]}",
                            "{\"type\":\"Point\",\"coordinates\":[116.999222,40.000658]}")
                    .rejects(
                            "transform(epsg:4490, cgcs2000/3-degree/zone-39)",
                            "{\"type\":\"Point\",\"coordinates\":[40,117]}")
                    .makes(GeometryFunctions::transform),
            Definition.of("area", Kind.TEXT, Kind.NUMBER)
                    .says(
                            "Gives the square metres of a GeoJSON polygon or of several: on the ellipsoid with geodesics for"
                                    + " edges where the system tells degrees, in the plane of the projection where it"
                                    + " tells metres; inner rings are taken off. Rings that cross are not found. Allocates.",
                            "给出 GeoJSON 面(或多面)的面积,单位平方米:坐标系以度计时为椭球面积(边为大地线),以米计时为投影平面面积;" + "扣除内环。不检查自相交。会分配内存。")
                    .with(
                            required("of", Parameter.Form.TEXT, SYSTEM, SYSTEM_ZH),
                            optional(
                                    "decimals",
                                    Parameter.Form.WHOLE,
                                    "a count from 0 to 9999, 2 where not given",
                                    " 0 至 9999 的小数位数,缺省为 2"))
                    .example(
                            "area(cgcs2000/3-degree/zone-39)",
                            "{\"type\":\"Polygon\",\"coordinates\":[[[39500000,4429000],[39500100,4429000],"
                                    + "[39500100,4429100],[39500000,4429100],[39500000,4429000]]]}",
                            "10000")
                    .rejects("area(cgcs2000)", "{\"type\":\"Point\",\"coordinates\":[117,40]}")
                    .makes(GeometryFunctions::area));

    /** What is made of a geometry. */
    @FunctionalInterface
    private interface Change {
        byte[] of(Geometry geometry);
    }

    private GeometryFunctions() {}

    private static @Nullable Problem change(Value value, Change change) {
        Geometry geometry = Geometry.read(value.array(), value.start(), value.end());
        if (geometry == null) {
            return GeometryProblem.NOT_A_GEOMETRY;
        }
        byte[] made = change.of(geometry);
        value.set(made, 0, made.length);
        return null;
    }

    private static @Nullable Problem point(Value value) {
        byte[] bytes = value.array();
        int start = value.start();
        int end = value.end();
        int first = start;
        while (first < end && !isBetween(bytes[first])) {
            first++;
        }
        int second = first;
        int commas = 0;
        while (second < end && isBetween(bytes[second])) {
            commas += bytes[second++] == ',' ? 1 : 0;
        }
        if (commas > 1 || !Decimal.isNumber(bytes, start, first) || !Decimal.isNumber(bytes, second, end)) {
            return GeometryProblem.NOT_A_POSITION;
        }
        byte[] room = value.room(POINT.length + (end - start) + POINT_END.length);
        int to = value.roomAt();
        to = put(POINT, 0, POINT.length, room, to);
        to = put(bytes, start, first, room, to);
        room[to++] = ',';
        to = put(bytes, second, end, room, to);
        to = put(POINT_END, 0, POINT_END.length, room, to);
        value.keep(to - value.roomAt());
        return null;
    }

    private static boolean isBetween(byte b) {
        return b == ' ' || b == ',';
    }

    private static int put(byte[] from, int start, int end, byte[] room, int to) {
        System.arraycopy(from, start, room, to, end - start);
        return to + end - start;
    }

    private static @Nullable Step transform(Arguments arguments) {
        CoordinateSystem from = system(arguments, "from");
        CoordinateSystem to = system(arguments, "to");
        Shift shift = shift(arguments);
        if (from == null || to == null || !arguments.isSound()) {
            return null;
        }
        boolean isShifted = !from.sharesDatumWith(to);
        Transformation transformation = new Transformation(from, to, shift);
        GeometryProblem problem = transformation.isIdle()
                ? GeometryProblem.SAME_SYSTEM
                : isShifted && shift == null
                        ? GeometryProblem.SHIFT_MISSING
                        : !isShifted && shift != null ? GeometryProblem.SHIFT_NEEDLESS : null;
        if (problem != null) {
            arguments.refuse("from", problem, arguments.required("from"), arguments.required("to"));
            return null;
        }
        int decimals = arguments.has("decimals")
                ? arguments.count("decimals")
                : to.isGeographic() ? DECIMALS_OF_DEGREES : DECIMALS_OF_METRES;
        return value -> transform(value, transformation, isShifted, decimals);
    }

    private static @Nullable Problem transform(
            Value value, Transformation transformation, boolean isShifted, int decimals) {
        Geometry geometry = Geometry.read(value.array(), value.start(), value.end());
        if (geometry == null) {
            return GeometryProblem.NOT_A_GEOMETRY;
        }
        if (isShifted && geometry.hasHeights()) {
            return GeometryProblem.HEIGHT_NOT_SHIFTED;
        }
        byte[] moved = geometry.transformed(transformation, decimals);
        if (moved == null) {
            return GeometryProblem.OUTSIDE_OF_SYSTEM;
        }
        value.set(moved, 0, moved.length);
        return null;
    }

    private static @Nullable Step area(Arguments arguments) {
        CoordinateSystem system = system(arguments, "of");
        int decimals = arguments.has("decimals") ? arguments.count("decimals") : DECIMALS_OF_AREA;
        return system == null ? null : value -> area(value, system, decimals);
    }

    private static @Nullable Problem area(Value value, CoordinateSystem system, int decimals) {
        Geometry geometry = Geometry.read(value.array(), value.start(), value.end());
        if (geometry == null || !geometry.isPolygonal()) {
            return GeometryProblem.NOT_A_GEOMETRY;
        }
        if (!geometry.isIn(system)) {
            return GeometryProblem.OUTSIDE_OF_SYSTEM;
        }
        byte[] area = geometry.area(system, decimals);
        if (area == null) {
            return GeometryProblem.NOT_A_GEOMETRY;
        }
        value.set(area, 0, area.length);
        return null;
    }

    private static @Nullable Shift shift(Arguments arguments) {
        List<String> numbers = arguments.texts("shift");
        String rotation = arguments.has("rotation") ? arguments.required("rotation") : "";
        boolean isVector = rotation.equals("position-vector");
        if (arguments.has("rotation") != numbers.size() > TRANSLATIONS
                || arguments.has("rotation") && !isVector && !rotation.equals("coordinate-frame")) {
            arguments.refuse("rotation", rotation);
        }
        Optional<Shift> shift = Shift.of(numbers, isVector);
        if (shift.isEmpty() && arguments.has("shift")) {
            arguments.refuse("shift", numbers.toString());
        }
        return shift.orElse(null);
    }

    private static @Nullable CoordinateSystem system(Arguments arguments, String name) {
        Optional<CoordinateSystem> system = CoordinateSystem.of(arguments.required(name));
        if (system.isEmpty()) {
            arguments.refuse(name, arguments.required(name));
        }
        return system.orElse(null);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
