package org.exchangebus.schemas.identifier;

/**
 * The organisation code (组织机构代码, GB 11714-1997): eight digits or capital letters and a check character,
 * written with or without a hyphen before it.
 */
public final class OrganisationCode {

    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private OrganisationCode() {}

    /** Whether the bytes are a code with the right check character. */
    public static boolean isValid(byte[] text, int start, int end) {
        return Fault.pass(faults(text, start, end));
    }

    static int faults(byte[] text, int start, int end) {
        int length = end - start;
        if (length != 9 && length != 10) {
            return Fault.LENGTH.bit();
        }
        if (length == 10 && text[start + 8] != '-') {
            return Fault.PARTS.bit();
        }
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            byte c = text[start + i];
            int value = c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'Z' ? c - 'A' + 10 : -1;
            if (value < 0) {
                return Fault.ALPHABET.bit();
            }
            sum += value * WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        byte last = text[end - 1];
        if (last != 'X' && (last < '0' || last > '9')) {
            return Fault.ALPHABET.bit();
        }
        boolean fits = last == (check == 10 ? 'X' : check == 11 ? '0' : '0' + check);
        return (fits ? 0 : Fault.CHECK.bit()) | (isOfUsers(text, start) ? Fault.USER_DEFINED.bit() : 0);
    }

    /** PDY00001 to PDY99999 are left to users: such a code is registered nowhere. */
    private static boolean isOfUsers(byte[] text, int start) {
        return text[start] == 'P'
                && text[start + 1] == 'D'
                && text[start + 2] == 'Y'
                && CalendarDate.digits(text, start + 3, 5) > 0;
    }
}
