package org.exchangebus.schemas.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads one GeoJSON geometry strictly (RFC 7946): {@code type} and {@code coordinates}, each once and nothing
 * else; positions of two or three numbers, longitude before latitude; rings closed, of four or more positions.
 *
 * <p>Works on the bytes; the reader itself is the only object that a value costs.
 */
final class GeoJson {

    /** What is allowed: types, and bounds in degrees. */
    record Limits(List<String> types, double west, double south, double east, double north) {

        static final Limits EARTH = new Limits(
                List.of("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"),
                -180,
                -90,
                180,
                90);

        static Limits of(Rule.Geometry rule) {
            return new Limits(rule.types(), rule.west(), rule.south(), rule.east(), rule.north());
        }
    }

    private static final double[] TENTHS = new double[19];

    static {
        for (int i = 0; i < TENTHS.length; i++) {
            TENTHS[i] = Math.pow(10, i);
        }
    }

    private final byte[] text;
    private final int end;
    private final Limits limits;
    private int at;
    private String reason = "";
    private boolean isOutside;
    private double longitude;
    private double latitude;

    GeoJson(byte[] text, int start, int end, Limits limits) {
        this.text = text;
        this.at = start;
        this.end = end;
        this.limits = limits;
    }

    /** Where reading ended; where it went wrong if it did. */
    int position() {
        return at;
    }

    String reason() {
        return reason;
    }

    boolean isOutside() {
        return isOutside;
    }

    boolean isAccepted() {
        String type = "";
        int coordinates = -1;
        int close = -1;
        if (!takes('{')) {
            return wrong("no object");
        }
        do {
            String member = name();
            if (!takes(':')) {
                return wrong("no member");
            }
            if (member.equals("type") && type.isEmpty()) {
                type = name();
            } else if (member.equals("coordinates") && coordinates < 0) {
                skipBlanks();
                coordinates = at;
                skipArray();
            } else {
                return wrong("member '" + member + "'");
            }
        } while (takes(','));
        if (!takes('}')) {
            return wrong("no end of the object");
        }
        skipBlanks();
        close = at;
        if (close != end) {
            return wrong("something after the object");
        }
        if (!limits.types().contains(type)) {
            return wrong("type '" + type + "'");
        }
        if (coordinates < 0) {
            return wrong("no coordinates");
        }
        at = coordinates;
        return isOfType(type);
    }

    private boolean isOfType(String type) {
        return switch (type) {
            case "Point" -> isPosition();
            case "MultiPoint" -> isLine(1);
            case "LineString" -> isLine(2);
            case "MultiLineString" -> isArrayOf(() -> isLine(2));
            case "Polygon" -> isPolygon();
            default -> isArrayOf(this::isPolygon);
        };
    }

    /** One part of a geometry. */
    @FunctionalInterface
    private interface Part {
        boolean isRight();
    }

    private boolean isArrayOf(Part part) {
        if (!takes('[')) {
            return wrong("no array");
        }
        do {
            if (!part.isRight()) {
                return false;
            }
        } while (takes(','));
        return takes(']') || wrong("no end of the array");
    }

    private boolean isPolygon() {
        return isArrayOf(this::isRing);
    }

    private boolean isRing() {
        return isPath(4, true);
    }

    private boolean isLine(int fewest) {
        return isPath(fewest, false);
    }

    private boolean isPath(int fewest, boolean isClosed) {
        if (!takes('[')) {
            return wrong("no array");
        }
        int count = 0;
        double firstLongitude = 0;
        double firstLatitude = 0;
        do {
            if (!isPosition()) {
                return false;
            }
            if (count++ == 0) {
                firstLongitude = longitude;
                firstLatitude = latitude;
            }
        } while (takes(','));
        if (!takes(']')) {
            return wrong("no end of the array");
        }
        if (count < fewest) {
            return wrong(count + " positions");
        }
        return !isClosed
                || (firstLongitude == longitude && firstLatitude == latitude)
                || wrong("the ring is not closed");
    }

    private boolean isPosition() {
        if (!takes('[')) {
            return wrong("no position");
        }
        int start = at;
        longitude = number();
        if (Double.isNaN(longitude) || !takes(',')) {
            return wrong("no longitude");
        }
        latitude = number();
        if (Double.isNaN(latitude)) {
            return wrong("no latitude");
        }
        if (takes(',') && Double.isNaN(number())) {
            return wrong("no height");
        }
        if (!takes(']')) {
            return wrong("no end of the position");
        }
        if (longitude < limits.west()
                || longitude > limits.east()
                || latitude < limits.south()
                || latitude > limits.north()) {
            at = start;
            isOutside = true;
            return false;
        }
        return true;
    }

    private double number() {
        skipBlanks();
        boolean isNegative = at < end && text[at] == '-';
        int first = isNegative ? at + 1 : at;
        at = first;
        long digits = 0;
        int places = 0;
        boolean isFraction = false;
        for (; at < end; at++) {
            byte c = text[at];
            if (c == '.' && !isFraction && at > first) {
                isFraction = true;
            } else if (c >= '0' && c <= '9') {
                if (places < 12 && digits < 100_000_000_000_000_000L) {
                    digits = digits * 10 + c - '0';
                    places += isFraction ? 1 : 0;
                } else if (!isFraction) {
                    return Double.NaN;
                }
            } else {
                break;
            }
        }
        boolean hasLeadingZero = at - first > 1 && text[first] == '0' && text[first + 1] != '.';
        if (at == first || hasLeadingZero || text[at - 1] == '.') {
            return Double.NaN;
        }
        double value = digits / TENTHS[places];
        return isNegative ? -value : value;
    }

    /** A short string without escapes; empty where there is none. */
    private String name() {
        if (!takes('"')) {
            return "";
        }
        int start = at;
        while (at < end && at - start < 32 && text[at] != '"' && text[at] != '\\') {
            at++;
        }
        String name = new String(text, start, at - start, StandardCharsets.UTF_8);
        return takes('"') ? name : "";
    }

    private void skipArray() {
        int depth = 0;
        while (at < end) {
            byte c = text[at];
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (depth == 0 || c == '"' || c == '{' || c == '}') {
                at += c == ']' ? 1 : 0;
                return;
            }
            at++;
        }
    }

    private boolean takes(char c) {
        skipBlanks();
        if (at < end && text[at] == c) {
            at++;
            return true;
        }
        return false;
    }

    private void skipBlanks() {
        while (at < end && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')) {
            at++;
        }
    }

    private boolean wrong(String what) {
        if (reason.isEmpty()) {
            reason = what;
        }
        return false;
    }
}
