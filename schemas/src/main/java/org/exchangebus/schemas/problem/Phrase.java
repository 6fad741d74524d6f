package org.exchangebus.schemas.problem;

import java.util.List;
import java.util.Locale;

/** One thing said in English and in Chinese; {@code {0}} is the first argument. */
public record Phrase(String english, String chinese) {

    /** What is said, in the language of the locale (Chinese, else English). */
    public String in(Locale locale, List<String> arguments) {
        boolean isChinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        return fill(isChinese ? chinese : english, arguments);
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
