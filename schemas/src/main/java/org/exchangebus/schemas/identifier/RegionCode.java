package org.exchangebus.schemas.identifier;

/**
 * The form of a region code (行政区划代码, GB/T 2260): six digits that begin with a province.
 *
 * <p>The list below the provinces changes every year and legacy data holds retired codes, so it is not looked up.
 */
final class RegionCode {

    private static final long PROVINCES_TO_63 = bits(
            11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61,
            62, 63);

    private RegionCode() {}

    static boolean isValid(byte[] text, int start, int end) {
        if (end - start != 6 || CalendarDate.digits(text, start, 6) < 0) {
            return false;
        }
        int province = CalendarDate.digits(text, start, 2);
        return province < 64
                ? (PROVINCES_TO_63 >>> province & 1) == 1
                : province == 64 || province == 65 || province == 71 || province == 81 || province == 82;
    }

    private static long bits(int... provinces) {
        long set = 0;
        for (int province : provinces) {
            set |= 1L << province;
        }
        return set;
    }
}
