package org.exchangebus.deploy.workbench;

import java.util.Locale;
import java.util.ResourceBundle;

/** What the workbench says, in the language of the person. */
final class Texts {

    private final ResourceBundle bundle;

    Texts(Locale locale) {
        bundle = ResourceBundle.getBundle("org.exchangebus.deploy.workbench.texts", locale);
    }

    String say(String key, Object... arguments) {
        return bundle.getString(key).formatted(arguments);
    }
}
