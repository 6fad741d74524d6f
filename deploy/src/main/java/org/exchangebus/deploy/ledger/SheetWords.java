package org.exchangebus.deploy.ledger;

import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The words of sheets in one language. */
final class SheetWords {

    private final ResourceBundle bundle;

    SheetWords(Locale locale) {
        // Without a fallback to the language of the machine: English stands in the file without a tag.
        bundle = ResourceBundle.getBundle(
                "org.exchangebus.deploy.ledger.words",
                locale.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ROOT);
    }

    String say(String key) {
        return bundle.getString(key);
    }

    /** A value as people read it, on one line whatever it holds. */
    String shown(@Nullable Object value) {
        if (value == null) {
            return "-";
        }
        String text = value instanceof Boolean truth ? say(truth ? "yes" : "no") : value.toString();
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
