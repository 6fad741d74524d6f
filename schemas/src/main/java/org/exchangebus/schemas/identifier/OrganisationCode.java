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
        int length = end - start;
        if (length != 9 && !(length == 10 && text[start + 8] == '-')) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            byte c = text[start + i];
            int value = c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'Z' ? c - 'A' + 10 : -1;
            if (value < 0) {
                return false;
            }
            sum += value * WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return text[end - 1] == (check == 10 ? 'X' : check == 11 ? '0' : '0' + check);
    }
}
