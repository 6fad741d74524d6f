package org.exchangebus.transformers.function;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.exchangebus.transformers.value.Decimal;
import org.exchangebus.transformers.value.Value;
import org.jspecify.annotations.Nullable;

/** What a plain number is multiplied by, exactly; without an object where number and product fit into a long. */
final class Factor {

    private static final int EXACT_DIGITS = 18;

    static final Factor MINUS_ONE = new Factor(BigDecimal.ONE.negate());

    private final BigDecimal factor;
    private final long digits;

    private Factor(BigDecimal factor) {
        this.factor = factor;
        digits = factor.unscaledValue().longValueExact();
    }

    /** The factor that a text is; null where it is no plain number, 0, or one of more than 18 characters. */
    static @Nullable Factor of(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        boolean isFit = Decimal.isPlain(utf8, 0, utf8.length) && !text.equals("0") && text.length() <= EXACT_DIGITS;
        return isFit ? new Factor(new BigDecimal(text).stripTrailingZeros()) : null;
    }

    /** Multiplies a value that is a plain number. */
    void times(Value value) {
        if (!timesShort(value)) {
            BigDecimal product = new BigDecimal(value.text()).multiply(factor).stripTrailingZeros();
            byte[] plain = product.toPlainString().getBytes(StandardCharsets.UTF_8);
            value.set(plain, 0, plain.length);
        }
    }

    private boolean timesShort(Value value) {
        byte[] bytes = value.array();
        if (value.length() > EXACT_DIGITS) {
            return false;
        }
        boolean isNegative = bytes[value.start()] == '-';
        long number = 0;
        int decimals = -1;
        for (int i = value.start() + (isNegative ? 1 : 0); i < value.end(); i++) {
            if (bytes[i] == '.') {
                decimals = 0;
            } else {
                number = number * 10 + bytes[i] - '0';
                decimals = decimals < 0 ? -1 : decimals + 1;
            }
        }
        long product = number * digits;
        if (product == Long.MIN_VALUE || Math.multiplyHigh(number, digits) != product >> 63) {
            return false;
        }
        int scale = Math.max(0, decimals) + factor.scale();
        write(value, isNegative != product < 0 && product != 0, Math.abs(product), scale);
        return true;
    }

    private static void write(Value value, boolean isNegative, long product, int scale) {
        int most = 20;
        byte[] room = value.room(2 * (most + Math.abs(scale)) + 8);
        int end = value.roomAt() + 2 * (most + Math.abs(scale)) + 8;
        int at = end;
        long rest = product;
        do {
            room[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        Decimal.write(value, isNegative, room, at, end - at, end - at - scale);
    }
}
