package org.exchangebus.schemas.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads one GeoJSON geometry strictly (RFC 7946): {@code type} and {@code coordinates}, each once and nothing
 * else; positions of two or three numbers, longitude before latitude; rings closed, of four or more positions.
 *
 * <p>Works on the bytes; the reader itself, and one for a multiple geometry, are all that a value costs.
 */
final class GeoJson {

    private static final byte[] TYPE = ascii("type");
    private static final byte[] COORDINATES = ascii("coordinates");
    private static final byte[][] TYPES =
            GeoLimits.TYPES.stream().map(GeoJson::ascii).toArray(byte[][]::new);

    private static final double[] TENTHS = new double[19];

    static {
        for (int i = 0; i < TENTHS.length; i++) {
            TENTHS[i] = Math.pow(10, i);
        }
    }

    private final byte[] text;
    private final int end;
    private final GeoLimits limits;
    private int at;
    private String reason = "";
    private boolean isOutside;
    private double longitude;
    private double latitude;

    GeoJson(byte[] text, int start, int end, GeoLimits limits) {
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
        int type = -1;
        int coordinates = -1;
        if (!takes('{')) {
            return wrong("no object");
        }
        do {
            boolean isType = type < 0 && takesName(TYPE);
            if (!isType && !(coordinates < 0 && takesName(COORDINATES))) {
                return wrong("neither type nor coordinates");
            }
            if (!takes(':')) {
                return wrong("no colon");
            }
            if (isType) {
                type = takesType();
                if (type < 0) {
                    return wrong("a type that is not allowed");
                }
            } else {
                skipBlanks();
                coordinates = at;
                skipArray();
            }
        } while (takes(','));
        if (!takes('}')) {
            return wrong("no end of the object");
        }
        skipBlanks();
        if (at != end) {
            return wrong("something after the object");
        }
        if (type < 0 || coordinates < 0) {
            return wrong(type < 0 ? "no type" : "no coordinates");
        }
        at = coordinates;
        return isOfType(type);
    }

    private boolean isOfType(int type) {
        return switch (GeoLimits.TYPES.get(type)) {
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

    private int takesType() {
        for (int i = 0; i < TYPES.length; i++) {
            if (limits.allows(i) && takesName(TYPES[i])) {
                return i;
            }
        }
        return -1;
    }

    /** Takes a string of exactly these characters, written without escapes. */
    private boolean takesName(byte[] name) {
        skipBlanks();
        int close = at + 1 + name.length;
        boolean isName = close < end
                && text[at] == '"'
                && text[close] == '"'
                && Arrays.equals(text, at + 1, close, name, 0, name.length);
        at = isName ? close + 1 : at;
        return isName;
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

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private boolean wrong(String what) {
        if (reason.isEmpty()) {
            reason = what;
        }
        return false;
    }
}
