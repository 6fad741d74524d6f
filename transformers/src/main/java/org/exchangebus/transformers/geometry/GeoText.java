package org.exchangebus.transformers.geometry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the positions stand in the text of one GeoJSON geometry (RFC 7946), read strictly: {@code type} and
 * {@code coordinates}, each once and nothing else, no empty array, rings of polygons closed and of four positions or
 * more. Allocates; the text itself is not copied.
 */
public final class GeoText {

    private static final List<String> TYPES =
            List.of("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon");
    private static final int[] DEPTHS = {1, 2, 2, 3, 3, 4};
    private static final int LONGEST_NUMBER = 40;
    private static final int PLACES = 5;

    private final byte[] text;
    private final int end;
    private int at;
    private int type = -1;
    /** Of each position: start and end of its two first numbers, and where it ends. */
    private int[] places = new int[PLACES * 8];

    private int positions;
    private int[] paths = new int[4];
    private int pathCount;
    /** The paths that are the first of their polygon. */
    private final BitSet outer = new BitSet();

    private GeoText(byte[] text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
    }

    /** Reads the bytes; null where they are no geometry. */
    static @Nullable GeoText read(byte[] text, int start, int end) {
        GeoText geometry = new GeoText(text, start, end);
        return geometry.isGeometry() ? geometry : null;
    }

    boolean isPolygonal() {
        return type >= 4;
    }

    int positions() {
        return positions;
    }

    double x(int position) {
        return number(places[position * PLACES], places[position * PLACES + 1]);
    }

    double y(int position) {
        return number(places[position * PLACES + 2], places[position * PLACES + 3]);
    }

    boolean hasHeight(int position) {
        int at = position * PLACES;
        for (int i = places[at + 3]; i < places[at + 4]; i++) {
            if (text[i] == ',') {
                return true;
            }
        }
        return false;
    }

    /** Start and end of the first and of the second number of a position, and the end of the position. */
    int place(int position, int which) {
        return places[position * PLACES + which];
    }

    int pathCount() {
        return pathCount;
    }

    /** The number of positions before the path of a number ends; that of -1 is 0. */
    int pathEnd(int path) {
        return path < 0 ? 0 : paths[path];
    }

    /** Whether a path is the first one of a polygon: the outer ring. */
    boolean isOuter(int path) {
        return outer.get(path);
    }

    private boolean isGeometry() {
        int coordinates = -1;
        if (!takes('{')) {
            return false;
        }
        do {
            if (type < 0 && takesWord("type")) {
                if (!takes(':') || !takesType()) {
                    return false;
                }
            } else if (coordinates < 0 && takesWord("coordinates") && takes(':')) {
                skipBlanks();
                coordinates = at;
                skipArray();
            } else {
                return false;
            }
        } while (takes(','));
        if (!takes('}') || type < 0 || coordinates < 0) {
            return false;
        }
        skipBlanks();
        boolean isWhole = at == end;
        at = coordinates;
        return isWhole && isArray(DEPTHS[type]);
    }

    private boolean isArray(int depth) {
        if (!takes('[')) {
            return false;
        }
        if (depth == 1) {
            return isPosition();
        }
        int first = positions;
        if (depth == 3) {
            outer.set(pathCount);
        }
        do {
            if (!isArray(depth - 1)) {
                return false;
            }
        } while (takes(','));
        if (depth == 2) {
            if (isPolygonal() && !isRing(first)) {
                return false;
            }
            paths = grown(paths, pathCount);
            paths[pathCount++] = positions;
        }
        return takes(']');
    }

    private boolean isPosition() {
        places = grown(places, positions * PLACES + PLACES);
        int place = positions * PLACES;
        for (int number = 0; number < 3; number++) {
            if (number > 0 && !takes(',')) {
                break;
            }
            skipBlanks();
            int start = at;
            if (!takesNumber()) {
                return false;
            }
            if (number < 2) {
                places[place + 2 * number] = start;
                places[place + 2 * number + 1] = at;
            }
        }
        places[place + 4] = at;
        positions++;
        return takes(']') && places[place + 2] > places[place];
    }

    private boolean isRing(int first) {
        int last = positions - 1;
        return last - first >= 3 && x(first) == x(last) && y(first) == y(last);
    }

    /** A number of JSON. */
    private boolean takesNumber() {
        int start = at;
        at += is('-') ? 1 : 0;
        int whole = at;
        takesDigits();
        boolean isRight = at > whole && (at == whole + 1 || text[whole] != '0');
        if (is('.')) {
            int fraction = ++at;
            takesDigits();
            isRight &= at > fraction;
        }
        if (is('e') || is('E')) {
            at++;
            at += is('+') || is('-') ? 1 : 0;
            int exponent = at;
            takesDigits();
            isRight &= at > exponent;
        }
        return isRight && at - start <= LONGEST_NUMBER;
    }

    private void takesDigits() {
        while (at < end && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
    }

    private boolean takesType() {
        for (int i = 0; i < TYPES.size(); i++) {
            if (takesWord(TYPES.get(i))) {
                type = i;
                return true;
            }
        }
        return false;
    }

    private boolean takesWord(String word) {
        skipBlanks();
        byte[] quoted = ('"' + word + '"').getBytes(StandardCharsets.US_ASCII);
        int beyond = at + quoted.length;
        boolean isThere = beyond <= end && Arrays.equals(text, at, beyond, quoted, 0, quoted.length);
        at = isThere ? beyond : at;
        return isThere;
    }

    private void skipArray() {
        int depth = 0;
        for (; at < end; at++) {
            depth += text[at] == '[' ? 1 : text[at] == ']' ? -1 : 0;
            if (depth <= 0) {
                at += text[at] == ']' ? 1 : 0;
                return;
            }
        }
    }

    private boolean takes(char sign) {
        skipBlanks();
        boolean isThere = is(sign);
        at += isThere ? 1 : 0;
        return isThere;
    }

    private boolean is(char sign) {
        return at < end && text[at] == sign;
    }

    private void skipBlanks() {
        while (at < end && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')) {
            at++;
        }
    }

    private double number(int from, int to) {
        return Double.parseDouble(new String(text, from, to - from, StandardCharsets.US_ASCII));
    }

    private static int[] grown(int[] array, int needed) {
        return needed < array.length ? array : Arrays.copyOf(array, 2 * needed);
    }
}
