package org.exchangebus.schemas.export;

import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.exchangebus.schemas.catalogue.Item;

/**
 * The form of canonical texts as regular expressions, in the words that ECMA 262, XSD and Java share: no anchors,
 * no look-ahead, no classes by letter. What no expression can say, such as a check digit, is left to the bus.
 */
final class CanonicalForm {

    private static final String QUADRENNIAL = "(0[48]|[2468][048]|[13579][26])";
    private static final String YEAR = "(000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})";
    private static final String LEAP_YEAR = "([0-9]{2}" + QUADRENNIAL + "|" + QUADRENNIAL + "00)";
    private static final String CREDIT_CODE = "[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}";
    private static final String ORGANISATION_CODE = "[0-9A-Z]{8}-?[0-9X]";

    private static final String CITIZEN_NUMBER = "[0-9]{6}" + date("") + "[0-9]{3}[0-9X]";
    private static final String REGION_CODE = "(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])[0-9]{4}";

    private static final Map<String, String> IDENTIFIERS = Map.of(
            "citizen-number",
            CITIZEN_NUMBER,
            "credit-code",
            CREDIT_CODE,
            "organisation-code",
            ORGANISATION_CODE,
            "credit-or-organisation-code",
            "(" + CREDIT_CODE + "|" + ORGANISATION_CODE + ")",
            "registration-number",
            "[0-9]{13}([0-9]{2})?",
            "tax-number",
            "([0-9]{6}[0-9A-Z]{8}[0-9X]|" + CREDIT_CODE + "|" + CITIZEN_NUMBER + "([0-9]{2})?)",
            "licence-identifier",
            "1\\.2\\.156\\.3005\\.2\\.[0-9A-Z]{18}[0-9]{3}\\.[0-9A-Z]+\\.[0-9A-Z]+\\.[0-9]{3}\\.[0-9A-Z]",
            "region-code",
            REGION_CODE,
            "division-code",
            REGION_CODE + "([0-9]{3}([0-9]{3})?)?");

    static final String DATE = date("-");
    static final String DATE_TIME = DATE + "T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]";

    private CanonicalForm() {}

    /** The form of a kind of identifier. */
    static String identifier(String kind) {
        return Objects.requireNonNull(IDENTIFIERS.get(kind), kind);
    }

    /** Plain notation without superfluous zeros, as {@code numeric(precision, scale)} can hold it. */
    static String decimal(Item item) {
        boolean isLimited = item.precision() > 0;
        int whole = item.precision() - item.scale();
        String fraction = isLimited ? "\\.[0-9]{0," + (item.scale() - 1) + "}[1-9]" : "\\.[0-9]*[1-9]";
        boolean hasFraction = !isLimited || item.scale() > 0;
        StringJoiner forms = new StringJoiner("|", "(", ")").add("0");
        if (!isLimited || whole > 0) {
            String digits = "-?[1-9]" + (isLimited ? upTo(whole - 1) : "[0-9]*");
            forms.add(hasFraction ? digits + "(" + fraction + ")?" : digits);
        }
        if (hasFraction) {
            forms.add("-?0" + fraction);
        }
        return forms.toString();
    }

    /** A whole number of so many digits, never beyond what 64 bits hold. */
    static String integer(Item item) {
        String greatest = String.valueOf(Long.MAX_VALUE);
        if (item.precision() > 0 && item.precision() < greatest.length()) {
            return "(0|-?[1-9]" + upTo(item.precision() - 1) + ")";
        }
        StringJoiner forms = new StringJoiner("|", "(0|-?(", "))").add("[1-9]" + upTo(greatest.length() - 2));
        for (int i = 0; i < greatest.length(); i++) {
            char digit = greatest.charAt(i);
            char least = i == 0 ? '1' : '0';
            if (digit > least) {
                String rest = "[0-9]{" + (greatest.length() - 1 - i) + "}";
                forms.add(greatest.substring(0, i) + "[" + least + "-" + (char) (digit - 1) + "]" + rest);
            }
        }
        return forms.add(greatest).toString();
    }

    /** The full-width forms that a text of the item does not take, as they stand in a character class; may be empty. */
    static String forbidden(Item item) {
        return switch (item.textForm().width()) {
            case ANY -> "";
            case HALF_LETTERS_AND_DIGITS -> "０-９Ａ-Ｚａ-ｚ";
            case HALF -> "\u3000！-～";
        };
    }

    /** A text as it stands; the dollar sign in brackets, because XSD has no escape for it. */
    static String literal(String text) {
        return text.replaceAll("[\\\\|.?*+(){}\\[\\]^]", "\\\\$0").replace("$", "[$]");
    }

    private static String upTo(int digits) {
        return "[0-9]{0," + digits + "}";
    }

    /** Days that exist, from year 1. */
    private static String date(String hyphen) {
        String days = "(0[13578]|1[02])" + hyphen + "(0[1-9]|[12][0-9]|3[01])"
                + "|(0[469]|11)" + hyphen + "(0[1-9]|[12][0-9]|30)"
                + "|02" + hyphen + "(0[1-9]|1[0-9]|2[0-8])";
        return "(" + YEAR + hyphen + "(" + days + ")|" + LEAP_YEAR + hyphen + "02" + hyphen + "29)";
    }
}
