package org.exchangebus.schemas.export;

import java.util.Locale;
import java.util.ResourceBundle;
import org.exchangebus.schemas.problem.Phrase;

/** The words of pages and dictionaries in English or Chinese; in Chinese those of the 2017 guide. */
public final class Words {

    private final ResourceBundle bundle;
    private final boolean isChinese;

    private Words(Locale language) {
        isChinese = language.getLanguage().equals(Locale.CHINESE.getLanguage());
        bundle = ResourceBundle.getBundle(
                "org.exchangebus.schemas.export.words", isChinese ? Locale.CHINESE : Locale.ROOT);
    }

    /** The words of a language; English where it is not Chinese. */
    public static Words in(Locale language) {
        return new Words(language);
    }

    /** What a key says, with values where it has places for them. */
    public String say(String key, Object... values) {
        return bundle.getString(key).formatted(values);
    }

    /** What a constant of the catalogue, such as a sharing type, is called. */
    public String label(Enum<?> constant) {
        String type = constant.getDeclaringClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
        String key = type + "." + constant.name().replace('_', '-');
        return bundle.getString(key.toLowerCase(Locale.ROOT));
    }

    /** What a phrase of the catalogue says. */
    public String in(Phrase phrase) {
        return isChinese ? phrase.chinese() : phrase.english();
    }

    /** The tag of the language, such as {@code zh-CN}, as HTML wants it. */
    String tag() {
        return isChinese ? "zh-CN" : "en";
    }
}
