package org.exchangebus.schemas.identifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.exchangebus.schemas.codetable.Code;
import org.exchangebus.schemas.codetable.CodeTable;

/**
 * The unified social credit code (统一社会信用代码, GB 32100-2015): registration department, category, six digits of
 * region, the organisation code of nine, a check character.
 */
public final class CreditCode {

    private static final int LENGTH = 18;
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final byte[] VALUES = values();
    private static final byte[][] PILOT_CODES = pilotCodes();
    private static final boolean[] KNOWN_PAIRS = pairs();

    private CreditCode() {}

    /** Whether the bytes are a code with the right check character, or one of {@linkplain #isPilot the pilot years}. */
    public static boolean isValid(byte[] text, int start, int end) {
        return Fault.pass(faults(text, start, end));
    }

    static int faults(byte[] text, int start, int end) {
        if (end - start != LENGTH) {
            return Fault.LENGTH.bit();
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            int value = value(text[start + i]);
            if (value < 0) {
                return Fault.ALPHABET.bit();
            }
            sum += value * WEIGHTS[i];
        }
        int last = value(text[end - 1]);
        if (last < 0 || CalendarDate.digits(text, start + 2, 6) < 0) {
            return Fault.ALPHABET.bit();
        }
        int faults = Regions.fault(text, start + 2) | (isOfKnownDepartment(text, start) ? 0 : Fault.DEPARTMENT.bit());
        if (last != (31 - sum % 31) % 31) {
            return faults | (isPilot(text, start, end) ? Fault.PILOT.bit() : Fault.CHECK.bit());
        }
        int organisation = OrganisationCode.faults(text, start + 8, end - 1);
        return faults | (Fault.pass(organisation) ? 0 : Fault.PART.bit());
    }

    /**
     * Whether the bytes are one of the codes that were really issued with a failing check character, in the
     * first pilots; they stand in {@code identifier/pilot-credit-codes.txt}.
     */
    public static boolean isPilot(byte[] text, int start, int end) {
        for (byte[] pilot : PILOT_CODES) {
            if (Arrays.equals(pilot, 0, pilot.length, text, start, end)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a valid code begins with a pair of department and category that the standard or its known
     * extensions list. Authorities were added after 2015: an unknown pair is a doubt, no error.
     */
    public static boolean isOfKnownDepartment(byte[] text, int start) {
        return KNOWN_PAIRS[text[start] << 7 | text[start + 1]];
    }

    /** Whether an organisation code, with or without hyphen, is characters 9 to 17 of a valid credit code. */
    public static boolean holds(byte[] credit, int creditStart, byte[] organisation, int start, int end) {
        return Arrays.equals(credit, creditStart + 8, creditStart + 16, organisation, start, Math.min(start + 8, end))
                && credit[creditStart + 16] == organisation[end - 1];
    }

    private static int value(byte c) {
        return c < 0 ? -1 : VALUES[c];
    }

    private static byte[] values() {
        byte[] values = new byte[128];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < ALPHABET.length(); i++) {
            values[ALPHABET.charAt(i)] = (byte) i;
        }
        return values;
    }

    private static boolean[] pairs() {
        boolean[] pairs = new boolean[128 * 128];
        for (Code pair : CodeTable.bundled("credit-code-category").codes()) {
            pairs[pair.code().charAt(0) << 7 | pair.code().charAt(1)] = true;
        }
        return pairs;
    }

    private static byte[][] pilotCodes() {
        try (InputStream in = CreditCode.class.getResourceAsStream("/identifier/pilot-credit-codes.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.strip().getBytes(StandardCharsets.US_ASCII))
                    .toArray(byte[][]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
