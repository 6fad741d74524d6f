package org.exchangebus.schemas.identifier;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The identifier of an electronic licence (电子证照标识; GB/T 36904 by memory of its number):
 * {@code 1.2.156.3005.2.}, kind of licence (definer's credit code and three digits), issuer, serial number, version of
 * three digits, and a check character by ISO 7064 MOD 37,36 (GB/T 17710) over these without dots.
 */
final class LicenceIdentifier {

    private static final byte[] ROOT = "1.2.156.3005.2.".getBytes(StandardCharsets.US_ASCII);
    private static final int CREDIT_CODE = 18;
    private static final int KIND = CREDIT_CODE + 3;
    private static final int REGION = 6;
    private static final int VERSION = 3;
    private static final int MODULUS = 36;

    private LicenceIdentifier() {}

    static int faults(byte[] text, int start, int end) {
        int kind = start + ROOT.length;
        if (kind > end || !Arrays.equals(ROOT, 0, ROOT.length, text, start, kind)) {
            return Fault.PARTS.bit();
        }
        int issuer = after(text, kind, end);
        int serial = after(text, issuer, end);
        int version = after(text, serial, end);
        int check = after(text, version, end);
        boolean hasParts = issuer - kind - 1 == KIND
                && serial - issuer - 1 > 0
                && version - serial - 1 > 0
                && check - version - 1 == VERSION
                && end - check == 1;
        if (!hasParts) {
            return Fault.PARTS.bit();
        }
        int product = MODULUS;
        for (int i = kind; i < check; i++) {
            if (text[i] != '.') {
                int value = value(text[i]);
                if (value < 0) {
                    return Fault.ALPHABET.bit();
                }
                int sum = (product + value) % MODULUS;
                product = (sum == 0 ? MODULUS : sum) * 2 % (MODULUS + 1);
            }
        }
        boolean areDigits = CalendarDate.digits(text, kind + CREDIT_CODE, KIND - CREDIT_CODE) >= 0
                && CalendarDate.digits(text, version, VERSION) >= 0;
        if (!areDigits || value(text[check]) < 0) {
            return Fault.ALPHABET.bit();
        }
        int expected = (MODULUS + 1 - product) % MODULUS;
        int checkFault = value(text[check]) == expected ? 0 : Fault.CHECK.bit();
        return checkFault | ofParts(text, kind, issuer, serial - 1);
    }

    /** The definer and, where it has the length of one, the issuer are credit codes; six digits are a region. */
    private static int ofParts(byte[] text, int kind, int issuer, int issuerEnd) {
        int definer = CreditCode.faults(text, kind, kind + CREDIT_CODE);
        int faults = Fault.pass(definer) ? 0 : Fault.PART.bit();
        if (issuerEnd - issuer == CREDIT_CODE && !Fault.pass(CreditCode.faults(text, issuer, issuerEnd))) {
            faults |= Fault.PART.bit();
        }
        if (issuerEnd - issuer == REGION) {
            faults |= Regions.fault(text, issuer);
        }
        return faults;
    }

    /** The place behind the next dot; behind the end where there is none. */
    private static int after(byte[] text, int from, int end) {
        int i = from;
        while (i < end && text[i] != '.') {
            i++;
        }
        return i + 1;
    }

    private static int value(byte c) {
        return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'Z' ? c - 'A' + 10 : -1;
    }
}
