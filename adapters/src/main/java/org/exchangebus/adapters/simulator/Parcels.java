package org.exchangebus.adapters.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes up land parcels as GeoJSON in CGCS2000: squares of some hundred metres, longitude first. */
final class Parcels {

    private static final List<String> USES = List.of("0701", "0501", "0602", "0101", "0803");

    private final MadeUp madeUp;
    private final int file;

    Parcels(long seed, int file) {
        this.madeUp = new MadeUp(seed * 7_919 + file);
        this.file = file;
    }

    /** One FeatureCollection; every {@code badEvery}th parcel is bad. */
    String collection(int parcels, int badEvery) {
        List<String> features = new ArrayList<>();
        for (int i = 1; i <= parcels; i++) {
            features.add(feature(i, i % badEvery == 0 ? i / badEvery % 4 : -1));
        }
        return "{\"type\": \"FeatureCollection\",\n\"crs\": {\"type\": \"name\", \"properties\": {\"name\":"
                + " \"urn:ogc:def:crs:EPSG::4490\"}},\n\"features\": [\n" + String.join(",\n", features) + "\n]}\n";
    }

    private String feature(int number, int bad) {
        String region = madeUp.region();
        String code = String.format("%s%03d%03dGB%05d", region, file % 1000, number % 100, number);
        double west = 100 + madeUp.number(0, 200_000) / 10_000.0;
        double south = 25 + madeUp.number(0, 100_000) / 10_000.0;
        LocalDate registered = madeUp.date(LocalDate.of(2010, 1, 1), LocalDate.of(2025, 12, 31));
        return String.format(
                Locale.ROOT,
                "{\"type\": \"%s\", \"properties\": {\"ZDDM\": %s, \"SYQLX\": \"%s\", \"TDYT\": \"%s\", \"ZDMJ\": %d.%02d,"
                        + " \"ZL\": \"%s\", \"XZQDM\": \"%s\", \"DJRQ\": \"%s\", \"GXRQ\": null},\n \"geometry\": %s}",
                bad == 0 ? "Parcel" : "Feature",
                bad == 1 ? "null" : '"' + code + '"',
                bad == 2 ? "不明" : madeUp.oneOf(List.of("国有", "集体")),
                madeUp.oneOf(USES),
                madeUp.number(80, 90_000),
                madeUp.number(0, 99),
                madeUp.address(),
                region,
                registered,
                bad == 3 ? square(south, west) : square(west, south));
    }

    private static String square(double x, double y) {
        return String.format(
                Locale.ROOT,
                "{\"type\": \"Polygon\", \"coordinates\": [[[%1$.6f, %2$.6f], [%3$.6f, %2$.6f], [%3$.6f, %4$.6f],"
                        + " [%1$.6f, %4$.6f], [%1$.6f, %2$.6f]]]}",
                x,
                y,
                x + 0.002,
                y + 0.002);
    }
}
