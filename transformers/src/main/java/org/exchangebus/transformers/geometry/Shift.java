package org.exchangebus.transformers.geometry;

import java.util.List;
import java.util.Optional;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * A Helmert transformation from one datum to another in geocentric coordinates: a translation, and perhaps three
 * rotations and a scale. Somebody has to give it; there is no other way between two datums here.
 */
public final class Shift {

    private static final double SECONDS = Math.toRadians(1) / 3600;
    private static final double MILLION = 1_000_000;
    private static final int TRANSLATIONS = 3;
    private static final int ALL = 7;

    private final double[] numbers;
    private final int sign;

    private Shift(double[] numbers, int sign) {
        this.numbers = numbers;
        this.sign = sign;
    }

    /**
     * The shift of numbers as a mapping writes them; empty where they are neither three nor seven plain numbers.
     *
     * @param numbers metres; then seconds of arc, and parts of a million
     * @param isOfVector whether rotations turn the position (position vector), not the axes (coordinate frame)
     */
    public static Optional<Shift> of(List<String> numbers, boolean isOfVector) {
        boolean isRight = (numbers.size() == TRANSLATIONS || numbers.size() == ALL)
                && numbers.stream().allMatch(number -> number.matches("-?[0-9]{1,9}(\\.[0-9]{1,12})?"));
        return isRight
                ? Optional.of(new Shift(
                        numbers.stream().mapToDouble(Double::parseDouble).toArray(), isOfVector ? 1 : -1))
                : Optional.empty();
    }

    void move(ProjCoordinate position) {
        if (numbers.length == ALL) {
            double x = position.x;
            double y = position.y;
            double z = position.z;
            double rx = sign * numbers[3] * SECONDS;
            double ry = sign * numbers[4] * SECONDS;
            double rz = sign * numbers[5] * SECONDS;
            double scale = 1 + numbers[6] / MILLION;
            position.x = scale * (x - rz * y + ry * z);
            position.y = scale * (rz * x + y - rx * z);
            position.z = scale * (-ry * x + rx * y + z);
        }
        position.x += numbers[0];
        position.y += numbers[1];
        position.z += numbers[2];
    }
}
