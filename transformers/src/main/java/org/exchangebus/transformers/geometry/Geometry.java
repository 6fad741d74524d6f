package org.exchangebus.transformers.geometry;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.jspecify.annotations.Nullable;

/** The text of one geometry, and what can be made of it; everything but its coordinates stays as it is written. */
public final class Geometry {

    private final byte[] text;
    private final int start;
    private final int end;
    private final GeoText places;

    private Geometry(byte[] text, int start, int end, GeoText places) {
        this.text = text;
        this.start = start;
        this.end = end;
        this.places = places;
    }

    /** Reads GeoJSON text; null where it is none that {@link GeoText} reads. */
    public static @Nullable Geometry read(byte[] text, int start, int end) {
        GeoText places = GeoText.read(text, start, end);
        return places == null ? null : new Geometry(text, start, end, places);
    }

    /** The text with the two first numbers of every position in the other order, digits as they are. */
    public byte[] swapped() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(end - start);
        int from = start;
        for (int i = 0; i < places.positions(); i++) {
            out.write(text, from, places.place(i, 0) - from);
            out.write(text, places.place(i, 2), places.place(i, 3) - places.place(i, 2));
            out.write(text, places.place(i, 1), places.place(i, 2) - places.place(i, 1));
            out.write(text, places.place(i, 0), places.place(i, 1) - places.place(i, 0));
            from = places.place(i, 3);
        }
        out.write(text, from, end - from);
        return out.toByteArray();
    }

    /** Whether a position has a third number. */
    public boolean hasHeights() {
        for (int i = 0; i < places.positions(); i++) {
            if (places.hasHeight(i)) {
                return true;
            }
        }
        return false;
    }

    /** The text in another system, numbers rounded to so many decimals; null where a position is outside of one. */
    public byte @Nullable [] transformed(Transformation transformation, int decimals) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(2 * (end - start));
        int from = start;
        for (int i = 0; i < places.positions(); i++) {
            double[] moved = transformation.apply(places.x(i), places.y(i));
            if (moved.length == 0) {
                return null;
            }
            out.write(text, from, places.place(i, 0) - from);
            out.writeBytes(rounded(moved[0], decimals));
            out.write(text, places.place(i, 1), places.place(i, 2) - places.place(i, 1));
            out.writeBytes(rounded(moved[1], decimals));
            from = places.place(i, 3);
        }
        out.write(text, from, end - from);
        return out.toByteArray();
    }

    /** Whether it is a polygon or several. */
    public boolean isPolygonal() {
        return places.isPolygonal();
    }

    /** Whether every position can be one of the system. */
    public boolean isIn(CoordinateSystem system) {
        for (int i = 0; i < places.positions(); i++) {
            if (!system.holds(places.x(i), places.y(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Square metres inside the outer rings and outside of the inner ones: on the ellipsoid, with geodesics for edges,
     * where the system tells degrees; in the plane where it tells metres. Rings that cross are not found.
     *
     * @return plain notation, rounded to so many decimals; null where inner rings are larger than outer ones
     */
    public byte @Nullable [] area(CoordinateSystem system, int decimals) {
        double area = 0;
        for (int path = 0; path < places.pathCount(); path++) {
            double ring = system.isGeographic() ? onEllipsoid(path, system.datum()) : inPlane(path);
            area += places.isOuter(path) ? Math.abs(ring) : -Math.abs(ring);
        }
        return area < 0 ? null : rounded(area, decimals);
    }

    private double onEllipsoid(int path, Datum datum) {
        PolygonArea ring = new PolygonArea(new Geodesic(datum.equatorialRadius(), datum.flattening()), false);
        for (int i = places.pathEnd(path - 1); i < places.pathEnd(path) - 1; i++) {
            ring.AddPoint(places.y(i), places.x(i));
        }
        return ring.Compute(false, true).area;
    }

    private double inPlane(int path) {
        int first = places.pathEnd(path - 1);
        double x0 = places.x(first);
        double y0 = places.y(first);
        double doubled = 0;
        for (int i = first; i < places.pathEnd(path) - 1; i++) {
            doubled += (places.x(i) - x0) * (places.y(i + 1) - y0) - (places.x(i + 1) - x0) * (places.y(i) - y0);
        }
        return doubled / 2;
    }

    private static byte[] rounded(double number, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_EVEN);
        String plain =
                rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
        return plain.getBytes(StandardCharsets.US_ASCII);
    }
}
