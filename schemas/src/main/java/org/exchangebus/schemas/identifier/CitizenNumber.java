package org.exchangebus.schemas.identifier;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The citizen identity number (公民身份号码, GB 11643-1999): six digits of region, eight of birth date, three of
 * sequence (odd for men), one check character by ISO 7064 MOD 11-2.
 *
 * <p>The region may be one that no longer exists; one that no list has is a doubt, never a rejection.
 */
public final class CitizenNumber {

    private static final int LENGTH = 18;
    private static final int OLD_LENGTH = 15;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final byte[] CHECKS = "10X98765432".getBytes(StandardCharsets.US_ASCII);

    private CitizenNumber() {}

    /** Whether the bytes are an 18-character number with a birth date that exists and the right check character. */
    public static boolean isValid(byte[] text, int start, int end) {
        return Fault.pass(faults(text, start, end));
    }

    static int faults(byte[] text, int start, int end) {
        if (end - start != LENGTH) {
            return Fault.LENGTH.bit();
        }
        byte last = text[start + 17];
        boolean areDigits = CalendarDate.digits(text, start, 8) >= 0 && CalendarDate.digits(text, start + 8, 9) >= 0;
        if (!areDigits || (last != 'X' && (last < '0' || last > '9'))) {
            return Fault.ALPHABET.bit();
        }
        int date = CalendarDate.isCompactDate(text, start + 6) ? 0 : Fault.DATE.bit();
        int check = last == check(text, start) ? 0 : Fault.CHECK.bit();
        return date | check | Regions.fault(text, start);
    }

    /** Whether the bytes are fifteen digits with a birth date that exists, in the last century. */
    static boolean isOld(byte[] text, int start, int end) {
        return end - start == OLD_LENGTH
                && CalendarDate.digits(text, start, 6) >= 0
                && CalendarDate.isShortDate(text, start + 6)
                && CalendarDate.digits(text, start + 12, 3) >= 0;
    }

    /** Whether a valid number is a man's: its 17th digit is odd. */
    public static boolean isMale(byte[] text, int start) {
        return (text[start + 16] & 1) == 1;
    }

    /** Whether a date {@code yyyy-MM-dd} is the birth date (digits 7 to 14) of a valid number. */
    public static boolean isBornOn(byte[] number, int numberStart, byte[] date, int dateStart) {
        int at = numberStart + 6;
        for (int i = 0; i < 10; i++) {
            if (i != 4 && i != 7 && number[at++] != date[dateStart + i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Writes the 18 characters of a 15-digit number of the years before 1999 (century 19 after digit 6, check
     * character at the end) to {@code target} from {@code at}.
     *
     * @return whether the bytes were such a number, with a birth date that exists
     */
    public static boolean upgrade(byte[] text, int start, int end, byte[] target, int at) {
        if (!isOld(text, start, end)) {
            return false;
        }
        System.arraycopy(text, start, target, at, 6);
        target[at + 6] = '1';
        target[at + 7] = '9';
        System.arraycopy(text, start + 6, target, at + 8, 9);
        target[at + 17] = check(target, at);
        return true;
    }

    /** The 18 characters of a 15-digit number; empty where the text is none. */
    public static Optional<String> upgrade(String old) {
        byte[] text = old.getBytes(StandardCharsets.UTF_8);
        byte[] number = new byte[LENGTH];
        return upgrade(text, 0, text.length, number, 0)
                ? Optional.of(new String(number, StandardCharsets.US_ASCII))
                : Optional.empty();
    }

    private static byte check(byte[] text, int start) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (text[start + i] - '0') * WEIGHTS[i];
        }
        return CHECKS[sum % 11];
    }
}
