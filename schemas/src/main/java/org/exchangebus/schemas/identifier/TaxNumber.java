package org.exchangebus.schemas.identifier;

/**
 * The tax registration number (税务登记号): fifteen characters, six of region and the organisation code; since the
 * certificates were merged, the unified social credit code; of individuals, made of the identity number.
 *
 * <p>One source says that the organisation code is within; that a failing one is an error nobody says, so it is a
 * doubt. The form of individuals is known from memory alone.
 */
final class TaxNumber {

    private static final int LENGTH = 15;
    private static final int MERGED = 18;
    private static final int OF_INDIVIDUAL = 20;
    private static final int REGION = 6;

    private TaxNumber() {}

    static int faults(byte[] text, int start, int end) {
        int length = end - start;
        if (length == MERGED) {
            int individual = CitizenNumber.faults(text, start, end);
            return Fault.pass(individual) ? individual | Fault.FORM.bit() : CreditCode.faults(text, start, end);
        }
        if (length == OF_INDIVIDUAL) {
            int suffix = CalendarDate.digits(text, start + MERGED, 2) < 0 ? Fault.ALPHABET.bit() : 0;
            return CitizenNumber.faults(text, start, start + MERGED) | suffix | Fault.FORM.bit();
        }
        if (length != LENGTH) {
            return Fault.LENGTH.bit();
        }
        return CalendarDate.digits(text, start, REGION) < 0 ? Fault.ALPHABET.bit() : ofUnit(text, start, end);
    }

    private static int ofUnit(byte[] text, int start, int end) {
        int organisation = OrganisationCode.faults(text, start + REGION, end);
        if (Fault.ALPHABET.isIn(organisation)) {
            return Fault.ALPHABET.bit();
        }
        int region = Regions.fault(text, start);
        if (Fault.pass(organisation)) {
            return region | organisation;
        }
        // An individual's of the years before 1999 is the identity number of fifteen digits.
        return CitizenNumber.isOld(text, start, end) ? region | Fault.FORM.bit() : region | Fault.PART.bit();
    }
}
