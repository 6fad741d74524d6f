package org.exchangebus.schemas.problem;

import java.util.List;
import java.util.Locale;

/**
 * One thing said in English and in Chinese; {@code {0}} is the first argument, and what stands in {@code {0?…}} is said
 * only where the first argument is not empty.
 */
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
            int argument = c == '{' && i + 2 < pattern.length() ? pattern.charAt(i + 1) - '0' : -1;
            if (argument < 0 || argument >= arguments.size()) {
                filled.append(c);
            } else if (pattern.charAt(i + 2) == '}') {
                filled.append(arguments.get(argument));
                i += 2;
            } else if (pattern.charAt(i + 2) == '?') {
                int end = end(pattern, i + 3);
                if (!arguments.get(argument).isEmpty()) {
                    filled.append(fill(pattern.substring(i + 3, end), arguments));
                }
                i = end;
            } else {
                filled.append(c);
            }
        }
        return filled.toString();
    }

    /** Where the brace is closed that stands around a place. */
    private static int end(String pattern, int from) {
        int depth = 1;
        int at = from;
        while (depth > 0) {
            char c = pattern.charAt(at++);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
        return at - 1;
    }
}
