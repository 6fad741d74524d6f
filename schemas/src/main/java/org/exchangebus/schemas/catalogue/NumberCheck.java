package org.exchangebus.schemas.catalogue;

import org.exchangebus.schemas.catalogue.ResourceCheck.Violations;
import org.exchangebus.schemas.problem.SchemaProblem;

/** Checks numbers in plain notation without superfluous zeros, as {@code numeric(precision, scale)} can hold them. */
final class NumberCheck extends ItemCheck {

    private static final String GREATEST = "9223372036854775807";

    private final boolean isInteger;
    private final int precision;
    private final int scale;

    NumberCheck(Item item, int position) {
        super(item, position);
        isInteger = item.type() == ItemType.INTEGER;
        precision = item.precision();
        scale = item.scale();
    }

    @Override
    boolean accepts(byte[] text, int start, int end, Violations violations) {
        int first = start < end && text[start] == '-' ? start + 1 : start;
        int point = digits(text, first, end);
        boolean isWhole = point > first && (text[first] != '0' || point == first + 1);
        boolean hasFraction = point < end && text[point] == '.';
        boolean isFraction = hasFraction
                && !isInteger
                && digits(text, point + 1, end) == end
                && end > point + 1
                && text[end - 1] != '0';
        boolean isMinusZero = first > start && point == end && text[first] == '0';
        if (!isWhole || isMinusZero || !(point == end || isFraction)) {
            return breaksType(text, start, end, isInteger ? "1234" : "1234.5", violations);
        }
        int wholeDigits = text[first] == '0' ? 0 : point - first;
        int places = hasFraction ? end - point - 1 : 0;
        boolean fits = isInteger
                ? (precision == 0 || wholeDigits <= precision) && fitsLong(text, first, end)
                : precision == 0 || (wholeDigits <= precision - scale && places <= scale);
        if (!fits) {
            violations.add(
                    position,
                    "precision",
                    SchemaProblem.TOO_MANY_DIGITS,
                    item.name(),
                    shown(text, start, end),
                    String.valueOf(precision == 0 ? GREATEST.length() : precision),
                    String.valueOf(scale));
        }
        return fits;
    }

    private static int digits(byte[] text, int start, int end) {
        int i = start;
        while (i < end && text[i] >= '0' && text[i] <= '9') {
            i++;
        }
        return i;
    }

    private static boolean fitsLong(byte[] text, int first, int end) {
        if (end - first != GREATEST.length()) {
            return end - first < GREATEST.length();
        }
        for (int i = 0; i < GREATEST.length(); i++) {
            if (text[first + i] != GREATEST.charAt(i)) {
                return text[first + i] < GREATEST.charAt(i);
            }
        }
        return true;
    }
}
