package org.exchangebus.adapters.simulator;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A made-up resident in the tags and habits of a household register; a value that is null has no element. */
record Resident(boolean isGood, Map<String, String> tags) {

    private static final DateTimeFormatter COMPACT = DateTimeFormatter.BASIC_ISO_DATE;
    private static final List<String> ETHNICITIES = List.of("01", "01", "01", "01", "03", "11", "15");
    private static final List<String> RARE = List.of("𠮷", "㐂", "䶮", "𬭊", "喆", "堃");
    private static final int KINDS_OF_ERROR = 6;

    /** The resident of a number; each kind of error that there is comes in turn among the bad ones. */
    static Resident of(long number, boolean isGood, MadeUp madeUp) {
        LocalDate birth = madeUp.date(LocalDate.of(1945, 1, 1), LocalDate.of(2015, 12, 31));
        boolean isMale = madeUp.isHeads();
        boolean isOld = number % 8 == 0 && birth.getYear() < 2000;
        String identity = isOld ? madeUp.oldIdentityNumber(birth, isMale) : madeUp.identityNumber(birth, isMale);
        String name = madeUp.personName();
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("RYBH", "R%09d".formatted(number));
        tags.put("GMSFHM", identityInDialect(identity, number));
        tags.put("XM", nameInDialect(name, number, madeUp));
        tags.put("XB", sexInDialect(isMale, number));
        tags.put("MZ", madeUp.oneOf(ETHNICITIES));
        tags.put("CSRQ", COMPACT.format(birth));
        tags.put("CSDSSXQ", madeUp.region());
        tags.put("HJDZ", madeUp.address());
        tags.put("QFJG", number % 6 == 0 ? "" : "某市公安局某分局");
        tags.put("YXQXQSRQ", number % 6 == 0 ? "19000101" : "20150301");
        tags.put("YXQXJZRQ", number % 6 == 0 ? "" : number % 5 == 0 ? "长期" : "20350301");
        tags.put("HYZK", madeUp.oneOf(List.of("10", "20", "90")));
        if (number % 4 != 0) {
            tags.put("WHCD", madeUp.oneOf(List.of("10", "20", "60", "70")));
        }
        tags.put("SWRQ", "");
        if (!isGood) {
            spoil(tags, identity, isMale, number);
        }
        return new Resident(isGood, tags);
    }

    private static void spoil(Map<String, String> tags, String identity, boolean isMale, long number) {
        switch ((int) (number % KINDS_OF_ERROR)) {
            case 0 -> tags.put("GMSFHM", withWrongCheck(identity));
            case 1 -> tags.put("XB", isMale ? "女" : "男");
            case 2 -> tags.put("XM", "   ");
            case 3 -> tags.put("MZ", "88");
            case 4 -> tags.put("CSRQ", "19851332");
            default -> tags.remove("GMSFHM");
        }
    }

    /** An old number has no check digit, so it is made wrong by a letter. */
    private static String withWrongCheck(String identity) {
        return identity.length() == 15 ? identity.substring(0, 14) + "A" : MadeUp.withWrongCheck(identity);
    }

    private static String identityInDialect(String identity, long number) {
        return switch ((int) (number % 9)) {
            case 1, 2 -> identity.toLowerCase(Locale.ROOT);
            case 3 -> fullWidth(identity);
            case 4 -> identity + "  ";
            default -> identity;
        };
    }

    private static String nameInDialect(String name, long number, MadeUp madeUp) {
        String dialect = number % 10 == 0 ? name.substring(0, 1) + madeUp.oneOf(RARE) : name;
        return number % 7 == 0
                ? dialect + "    "
                : number % 11 == 0 ? dialect.charAt(0) + "　" + dialect.substring(1) : dialect;
    }

    private static String sexInDialect(boolean isMale, long number) {
        if (number % 3 == 0) {
            return isMale ? "男" : "女";
        }
        return isMale ? "1" : "2";
    }

    private static String fullWidth(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c - '!' + '！')));
        return wide.toString();
    }
}
