package org.exchangebus.deploy.command;

import java.util.Locale;
import java.util.ResourceBundle;

/** What is said while the bus works, in the language of the person. */
final class Words {

    private final ResourceBundle bundle;
    private final Locale locale;

    Words(Locale locale) {
        this.locale = locale;
        bundle = ResourceBundle.getBundle(BusCommand.MESSAGES, locale);
    }

    String say(String key, Object... arguments) {
        return bundle.getString(key).formatted(arguments);
    }

    Locale locale() {
        return locale;
    }
}
