package org.exchangebus.schemas.identifier;

/**
 * The registration number of an enterprise (工商注册号, GS 15-2006): fifteen digits, the last a check digit by
 * ISO 7064 MOD 11,10; or the thirteen digits of the years before 2007, which carry none.
 */
public final class RegistrationNumber {

    private static final int OLD_LENGTH = 13;
    private static final int LENGTH = 15;

    private RegistrationNumber() {}

    /** Whether the bytes are a number of either form. */
    public static boolean isValid(byte[] text, int start, int end) {
        return Fault.pass(faults(text, start, end));
    }

    static int faults(byte[] text, int start, int end) {
        int length = end - start;
        if (length != LENGTH && length != OLD_LENGTH) {
            return Fault.LENGTH.bit();
        }
        int product = 10;
        for (int i = start; i < end; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return Fault.ALPHABET.bit();
            }
            if (i == end - 1 && length == LENGTH) {
                return digit == (11 - product) % 10 ? 0 : Fault.CHECK.bit();
            }
            int sum = (product + digit) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return 0;
    }
}
