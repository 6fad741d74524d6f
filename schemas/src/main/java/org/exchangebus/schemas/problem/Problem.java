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
        return new Phrase(texts().english(), texts().chinese()).in(locale, arguments);
    }

    /** What to do about it, in the language of the locale (Chinese, else English). */
    default String remedy(Locale locale, List<String> arguments) {
        return new Phrase(texts().englishRemedy(), texts().chineseRemedy())
                .in(locale, arguments)
                .strip();
    }
}
