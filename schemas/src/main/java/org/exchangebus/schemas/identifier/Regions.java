package org.exchangebus.schemas.identifier;

import java.util.function.Predicate;
import org.exchangebus.schemas.codetable.Code;
import org.exchangebus.schemas.codetable.CodeTable;

/** Which six digits are, or ever were, a region: one bit for each, so that a look costs no object. */
final class Regions {

    /** What the codes of central organs carry in place of a region. */
    private static final int CENTRAL = 100000;

    private static final int DIGITS = 6;
    private static final int CODES = 1_000_000;
    private static final long[] LISTED = bits(region -> true);
    private static final long[] RETIRED = bits(Code::isRetired);

    private Regions() {}

    /** Nothing, or {@link Fault#REGION} where six digits are no region and never were; the centre is one. */
    static int fault(byte[] text, int start) {
        int code = CalendarDate.digits(text, start, DIGITS);
        return code < 0 || code == CENTRAL || has(LISTED, code) ? 0 : Fault.REGION.bit();
    }

    /** The same, and {@link Fault#REGION_RETIRED} where the region is no more. */
    static int faultToday(byte[] text, int start) {
        int code = CalendarDate.digits(text, start, DIGITS);
        if (code < 0 || !has(LISTED, code)) {
            return Fault.REGION.bit();
        }
        return has(RETIRED, code) ? Fault.REGION_RETIRED.bit() : 0;
    }

    /** Whether two digits are a province. */
    static boolean isProvince(byte[] text, int start) {
        int province = CalendarDate.digits(text, start, 2);
        return province > 0 && has(LISTED, province * 10000);
    }

    private static boolean has(long[] bits, int code) {
        return (bits[code >> 6] >>> code & 1) == 1;
    }

    private static long[] bits(Predicate<Code> which) {
        long[] bits = new long[(CODES >> 6) + 1];
        for (Code region : CodeTable.bundled("region").codes()) {
            if (which.test(region)) {
                int code = Integer.parseInt(region.code());
                bits[code >> 6] |= 1L << code;
            }
        }
        return bits;
    }
}
