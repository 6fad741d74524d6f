package org.exchangebus.schemas.identifier;

/**
 * A region code (行政区划代码): six digits down to the county (GB/T 2260); nine with the town and twelve with the
 * village, by the ranges of the statistics rule.
 *
 * <p>The list below the provinces changes every year and ours is of packages, so a region that it does not hold is a
 * doubt; one that begins with no province is none.
 */
final class RegionCode {

    private static final int COUNTY = 6;
    private static final int TOWN = 9;
    private static final int VILLAGE = 12;
    private static final int LAST_TOWN = 399;
    private static final int LAST_VILLAGE = 599;

    private RegionCode() {}

    static int faults(byte[] text, int start, int end) {
        if (end - start != COUNTY) {
            return Fault.LENGTH.bit();
        }
        if (CalendarDate.digits(text, start, COUNTY) < 0) {
            return Fault.ALPHABET.bit();
        }
        return Regions.isProvince(text, start) ? Regions.faultToday(text, start) : Fault.PROVINCE.bit();
    }

    /** The faults of a code of county, town or village. */
    static int divisionFaults(byte[] text, int start, int end) {
        int length = end - start;
        if (length != COUNTY && length != TOWN && length != VILLAGE) {
            return Fault.LENGTH.bit();
        }
        int faults = faults(text, start, start + COUNTY);
        if (length > COUNTY) {
            faults |= rangeFault(CalendarDate.digits(text, start + COUNTY, 3), LAST_TOWN);
        }
        if (length == VILLAGE) {
            faults |= rangeFault(CalendarDate.digits(text, start + TOWN, 3), LAST_VILLAGE);
        }
        return faults;
    }

    /** 001–099 are subdistricts, 100–199 towns, 200–399 townships; 001–199 and 400–499 residents', the others villagers'. */
    private static int rangeFault(int number, int last) {
        if (number < 0) {
            return Fault.ALPHABET.bit();
        }
        return number == 0 || number > last ? Fault.RANGE.bit() : 0;
    }
}
