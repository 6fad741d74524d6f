package org.exchangebus.schemas.catalogue;

import java.util.List;

/**
 * What geometries an item may hold.
 *
 * @param types a bit for each of {@link #TYPES}
 * @param west bounds in degrees, like the three that follow
 */
record GeoLimits(int types, double west, double south, double east, double north) {

    /** The types of RFC 7946 that are read; a collection is not among them. */
    static final List<String> TYPES =
            List.of("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon");

    /** Any type anywhere. */
    static final GeoLimits EARTH = new GeoLimits(TYPES, -180, -90, 180, 90);

    GeoLimits(List<String> types, double west, double south, double east, double north) {
        this(types.stream().mapToInt(type -> 1 << TYPES.indexOf(type)).sum(), west, south, east, north);
    }

    static GeoLimits of(Rule.Geometry rule) {
        return new GeoLimits(rule.types(), rule.west(), rule.south(), rule.east(), rule.north());
    }

    boolean allows(int type) {
        return (types >>> type & 1) == 1;
    }
}
