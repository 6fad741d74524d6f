package org.exchangebus.transformers.function;

import java.util.Locale;

/** A sentence for people, in both languages. */
public record Words(String english, String chinese) {

    /** What is the same in both: a name, a sign, a keyword. */
    public static Words same(String text) {
        return new Words(text, text);
    }

    /** In the language of the locale (Chinese, else English). */
    public String in(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? chinese : english;
    }
}
