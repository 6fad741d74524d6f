package org.exchangebus.schemas.problem;

import java.util.List;
import java.util.Locale;

/**
 * One kind of problem: a stable code, and what is said of it in English and in Chinese.
 *
 * <p>Each module has one enum of its problems; the prefix of the code is the module's name. Texts name
 * found values in quotes by position ({@code {0}}, {@code {1}}), the remedy is a line of its own.
 */
public interface Problem {

    /** The code that is looked up and counted, such as {@code ADAPTER-007}. */
    String code();

    /** The texts of this problem. */
    Texts texts();

    /** What is wrong and what to do, each in English and Chinese; {@code {0}} is the first argument. */
    record Texts(String english, String englishRemedy, String chinese, String chineseRemedy) {}

    /** What is wrong, in the language of the locale (Chinese, else English). */
    default String text(Locale locale, List<String> arguments) {
        return fill(isChinese(locale) ? texts().chinese() : texts().english(), arguments);
    }

    /** What to do about it, in the language of the locale (Chinese, else English). */
    default String remedy(Locale locale, List<String> arguments) {
        return fill(isChinese(locale) ? texts().chineseRemedy() : texts().englishRemedy(), arguments);
    }

    private static boolean isChinese(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    }

    private static String fill(String pattern, List<String> arguments) {
        StringBuilder filled = new StringBuilder(pattern.length() + 32);
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '{' && i + 2 < pattern.length() && pattern.charAt(i + 2) == '}') {
                int argument = pattern.charAt(i + 1) - '0';
                if (argument >= 0 && argument < arguments.size()) {
                    filled.append(arguments.get(argument));
                    i += 2;
                    continue;
                }
            }
            filled.append(c);
        }
        return filled.toString();
    }
}
