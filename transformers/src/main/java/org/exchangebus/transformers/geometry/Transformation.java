package org.exchangebus.transformers.geometry;

import org.jspecify.annotations.Nullable;
import org.locationtech.proj4j.ProjCoordinate;
import org.locationtech.proj4j.datum.GeocentricConverter;

/**
 * The way from one system to another, by proj4j's projection and its conversion to geocentric coordinates. Between two
 * datums it goes by a Helmert transformation whose parameters somebody has to give: those between the older datums of
 * China and CGCS2000 are not public, and no two datums are taken for one. Immutable, shared by threads.
 */
public final class Transformation {

    private static final double[] OUTSIDE = {};

    private final CoordinateSystem from;
    private final CoordinateSystem to;
    private final @Nullable Shift shift;
    private final GeocentricConverter source;
    private final GeocentricConverter target;

    /** @param shift from the one datum to the other; null where both systems share one */
    public Transformation(CoordinateSystem from, CoordinateSystem to, @Nullable Shift shift) {
        this.from = from;
        this.to = to;
        this.shift = shift;
        source = new GeocentricConverter(from.datum().ellipsoid());
        target = new GeocentricConverter(to.datum().ellipsoid());
    }

    /** Whether it would change nothing. */
    public boolean isIdle() {
        return from.isSameAs(to);
    }

    /** The position in the other system; an empty array where it is outside of one of them. */
    double[] apply(double x, double y) {
        if (!from.holds(x, y)) {
            return OUTSIDE;
        }
        ProjCoordinate position = new ProjCoordinate(x, y, 0);
        if (!from.toRadians(position)) {
            return OUTSIDE;
        }
        if (shift != null) {
            source.convertGeodeticToGeocentric(position);
            shift.move(position);
            target.convertGeocentricToGeodetic(position);
        }
        boolean isInside = to.fromRadians(position) && to.holds(position.x, position.y);
        return isInside ? new double[] {position.x, position.y} : OUTSIDE;
    }
}
