package org.exchangebus.routes.hub;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.exchangebus.schemas.catalogue.ItemType;
import org.exchangebus.schemas.record.Cells;

/**
 * Writes canonical texts as PostgreSQL's binary values, straight from the chunk's bytes. Not thread-safe.
 *
 * <p>A text that is not canonical is a {@link NotCanonicalException} that names the item only.
 */
final class ColumnWriter {

    private static final long POSTGRES_EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long MICROS_PER_SECOND = 1_000_000L;
    private static final int LONGEST_NUMBER = 1000;

    private final short[] digits = new short[LONGEST_NUMBER / 4 + 2];

    void write(CopyBuffer out, String item, ItemType type, Cells cells, int i) {
        byte[] bytes = cells.array(i);
        if (bytes == null) {
            out.putNull();
            return;
        }
        int start = cells.start(i);
        int end = cells.end(i);
        try {
            switch (type) {
                case TEXT, MEMO, GEOMETRY, STRUCTURE -> out.putText(bytes, start, end);
                case DATE -> out.putInt4(Math.toIntExact(day(bytes, start, end, 10)));
                case DATETIME -> out.putInt8(micros(bytes, start, end));
                case BOOLEAN -> out.putBoolean(bool(bytes, start, end));
                case INTEGER -> out.putInt8(integer(bytes, start, end));
                case DECIMAL, MONEY -> numeric(out, bytes, start, end);
            }
        } catch (DateTimeException | ArithmeticException | IndexOutOfBoundsException e) {
            throw new NotCanonicalException(item, type, e);
        }
    }

    private static long day(byte[] bytes, int start, int end, int length) {
        if (end - start != length || bytes[start + 4] != '-' || bytes[start + 7] != '-') {
            throw new DateTimeException("date");
        }
        int year = digits(bytes, start, 4);
        int month = digits(bytes, start + 5, 2);
        int day = digits(bytes, start + 8, 2);
        return LocalDate.of(year, month, day).toEpochDay() - POSTGRES_EPOCH_DAY;
    }

    private static long micros(byte[] bytes, int start, int end) {
        if (bytes[start + 10] != 'T' || bytes[start + 13] != ':' || bytes[start + 16] != ':') {
            throw new DateTimeException("date-time");
        }
        int hour = digits(bytes, start + 11, 2);
        int minute = digits(bytes, start + 14, 2);
        int second = digits(bytes, start + 17, 2);
        if (hour > 23 || minute > 59 || second > 59) {
            throw new DateTimeException("time");
        }
        return (day(bytes, start, end, 19) * 86_400 + hour * 3600 + minute * 60 + second) * MICROS_PER_SECOND;
    }

    private static int digits(byte[] bytes, int at, int count) {
        int value = 0;
        for (int i = at; i < at + count; i++) {
            value = value * 10 + digit(bytes[i]);
        }
        return value;
    }

    private static int digit(byte b) {
        if (b < '0' || b > '9') {
            throw new ArithmeticException("digit");
        }
        return b - '0';
    }

    private static boolean bool(byte[] bytes, int start, int end) {
        if (end - start == 4 && bytes[start] == 't') {
            return true;
        }
        if (end - start == 5 && bytes[start] == 'f') {
            return false;
        }
        throw new ArithmeticException("boolean");
    }

    private static long integer(byte[] bytes, int start, int end) {
        boolean negative = bytes[start] == '-';
        int at = negative ? start + 1 : start;
        if (at == end) {
            throw new ArithmeticException("integer");
        }
        long value = 0;
        for (; at < end; at++) {
            value = Math.subtractExact(Math.multiplyExact(value, 10), digit(bytes[at]));
        }
        return negative ? value : Math.negateExact(value);
    }

    private void numeric(CopyBuffer out, byte[] bytes, int start, int end) {
        boolean negative = bytes[start] == '-';
        int from = negative ? start + 1 : start;
        if (end - from < 1 || end - from > LONGEST_NUMBER) {
            throw new ArithmeticException("number");
        }
        int point = from;
        while (point < end && bytes[point] != '.') {
            point++;
        }
        int scale = point < end ? end - point - 1 : 0;
        int groups = 0;
        int whole = point - from;
        int weight = (whole + 3) / 4 - 1;
        for (int at = from; at < point; ) {
            int size = (point - at - 1) % 4 + 1;
            digits[groups++] = (short) digits(bytes, at, size);
            at += size;
        }
        for (int at = point + 1; at < end; at += 4) {
            int size = Math.min(4, end - at);
            int value = digits(bytes, at, size);
            for (int i = size; i < 4; i++) {
                value *= 10;
            }
            digits[groups++] = (short) value;
        }
        int first = 0;
        while (first < groups && digits[first] == 0) {
            first++;
            weight--;
        }
        int last = groups;
        while (last > first && digits[last - 1] == 0) {
            last--;
        }
        System.arraycopy(digits, first, digits, 0, last - first);
        out.putNumeric(digits, last - first, last == first ? 0 : weight, negative && last > first, scale);
    }
}
