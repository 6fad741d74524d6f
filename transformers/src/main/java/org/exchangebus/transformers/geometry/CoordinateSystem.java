package org.exchangebus.transformers.geometry;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.proj4j.ProjCoordinate;
import org.locationtech.proj4j.proj.ExtendedTransverseMercatorProjection;
import org.locationtech.proj4j.proj.Projection;

/**
 * How positions are told: longitude and latitude in degrees of a datum, or east and north in metres of its
 * Gauss-Krüger projection, in zones of three or six degrees. Always in this order, whatever the axis order of EPSG.
 *
 * <p>The zones and the EPSG codes are those of the standards' list for CGCS2000, with central meridians from 75 to 135
 * degrees; that the older datums are cut into the same zones is known practice. A code stands for datum, projection and
 * zone; no data of the EPSG data set is part of this.
 */
public final class CoordinateSystem {

    private static final int FIRST_MERIDIAN = 75;
    private static final int LAST_MERIDIAN = 135;
    private static final double FALSE_EASTING = 500_000;
    private static final double ZONE_EASTING = 1_000_000;
    private static final double QUARTER_MERIDIAN = 10_100_000;
    private static final Pattern NAME =
            Pattern.compile("([a-z0-9]+)/([36])-degree/(?:zone-([1-9][0-9]?)|([1-9][0-9]{1,2})e)");

    private final Datum datum;
    private final int width;
    private final int meridian;
    private final double prefix;
    private final @Nullable Projection projection;

    private CoordinateSystem(Datum datum, int width, int meridian, int zone) {
        this.datum = datum;
        this.width = width;
        this.meridian = meridian;
        prefix = zone * ZONE_EASTING;
        projection = width == 0
                ? null
                : new ExtendedTransverseMercatorProjection(
                        datum.ellipsoid(), Math.toRadians(meridian), 0, 1, prefix + FALSE_EASTING, 0);
    }

    /**
     * The system of a name: {@code cgcs2000}, {@code wgs84}, {@code xian80}, {@code beijing54}; one of the first, third
     * and fourth with {@code /3-degree/zone-39}, {@code /3-degree/117E} or the same of six degrees; or an EPSG code of
     * the standards' list, {@code epsg:4490}.
     */
    public static Optional<CoordinateSystem> of(String name) {
        String label = name.toLowerCase(Locale.ROOT);
        Optional<Datum> datum = Datum.of(label);
        if (datum.isPresent()) {
            return datum.map(CoordinateSystem::geographic);
        }
        if (label.matches("epsg:[0-9]{4}")) {
            return ofCode(Integer.parseInt(label.substring(5)));
        }
        Matcher parts = NAME.matcher(label);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int width = Integer.parseInt(parts.group(2));
        boolean hasZone = parts.group(3) != null;
        int zone = hasZone ? Integer.parseInt(parts.group(3)) : 0;
        int meridian = !hasZone ? Integer.parseInt(parts.group(4)) : width == 3 ? 3 * zone : 6 * zone - 3;
        boolean isThere =
                meridian >= FIRST_MERIDIAN && meridian <= LAST_MERIDIAN && (meridian - FIRST_MERIDIAN) % width == 0;
        return Datum.of(parts.group(1))
                .filter(known -> isThere && known != Datum.WGS84)
                .map(known -> new CoordinateSystem(known, width, meridian, zone));
    }

    private static Optional<CoordinateSystem> ofCode(int code) {
        return switch (code) {
            case 4490 -> Optional.of(geographic(Datum.CGCS2000));
            case 4326 -> Optional.of(geographic(Datum.WGS84));
            case 4610 -> Optional.of(geographic(Datum.XIAN80));
            case 4214 -> Optional.of(geographic(Datum.BEIJING54));
            default -> ofProjectedCode(code);
        };
    }

    private static Optional<CoordinateSystem> ofProjectedCode(int code) {
        if (code >= 4491 && code <= 4512) {
            int place = (code - 4491) % 11;
            return Optional.of(
                    new CoordinateSystem(Datum.CGCS2000, 6, FIRST_MERIDIAN + 6 * place, code < 4502 ? 13 + place : 0));
        }
        if (code >= 4513 && code <= 4554) {
            int place = (code - 4513) % 21;
            return Optional.of(
                    new CoordinateSystem(Datum.CGCS2000, 3, FIRST_MERIDIAN + 3 * place, code < 4534 ? 25 + place : 0));
        }
        return Optional.empty();
    }

    private static CoordinateSystem geographic(Datum datum) {
        return new CoordinateSystem(datum, 0, 0, 0);
    }

    Datum datum() {
        return datum;
    }

    /** Whether positions are degrees. */
    public boolean isGeographic() {
        return projection == null;
    }

    boolean isSameAs(CoordinateSystem other) {
        return datum == other.datum && width == other.width && meridian == other.meridian && prefix == other.prefix;
    }

    /** Whether the two have the same datum, so that nothing has to be known to go from one to the other. */
    public boolean sharesDatumWith(CoordinateSystem other) {
        return datum == other.datum;
    }

    /** Whether a position can be one of this system. */
    boolean holds(double x, double y) {
        if (projection == null) {
            return Math.abs(x) <= 180 && Math.abs(y) <= 90;
        }
        return x > prefix && x < prefix + ZONE_EASTING && Math.abs(y) <= QUARTER_MERIDIAN;
    }

    /** Makes longitude and latitude in radians of a position; tells whether it is near enough to the zone. */
    boolean toRadians(ProjCoordinate position) {
        if (projection == null) {
            position.x = Math.toRadians(position.x);
            position.y = Math.toRadians(position.y);
            return true;
        }
        projection.inverseProjectRadians(position, position);
        return isNear(position.x);
    }

    /** Makes a position of longitude and latitude in radians; tells whether it is near enough to the zone. */
    boolean fromRadians(ProjCoordinate position) {
        if (projection == null) {
            position.x = Math.toDegrees(position.x);
            position.y = Math.toDegrees(position.y);
            return true;
        }
        boolean isNear = isNear(position.x);
        projection.projectRadians(position, position);
        return isNear;
    }

    /** A zone reaches to its neighbours' central meridians; where it ends no source says, this is ours. */
    private boolean isNear(double longitude) {
        return Math.abs(Math.toDegrees(longitude) - meridian) <= width;
    }
}
