package org.exchangebus.transformers.geometry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.proj4j.datum.Ellipsoid;

/** Where the earth is thought to be, and how large; the ellipsoids are those of the projection library. */
enum Datum {
    /** a = 6378137, 1/f = 298.257222101, the same as GRS 80; in force since 2008-07. */
    CGCS2000(Ellipsoid.GRS80),
    WGS84(Ellipsoid.WGS84),
    /** IAG 1975, which the library names after the IAU. */
    XIAN80(Ellipsoid.IAU76),
    /** Krassowsky 1940. */
    BEIJING54(Ellipsoid.KRASSOVSKY);

    private final Ellipsoid ellipsoid;

    Datum(Ellipsoid ellipsoid) {
        this.ellipsoid = ellipsoid;
    }

    Ellipsoid ellipsoid() {
        return ellipsoid;
    }

    double equatorialRadius() {
        return ellipsoid.getA();
    }

    double flattening() {
        return (ellipsoid.getA() - ellipsoid.getB()) / ellipsoid.getA();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Datum> of(String label) {
        return Arrays.stream(values())
                .filter(datum -> datum.label().equals(label))
                .findFirst();
    }
}
