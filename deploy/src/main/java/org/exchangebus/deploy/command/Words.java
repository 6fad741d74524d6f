package org.exchangebus.deploy.command;

import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine.Model.CommandSpec;

/** What is said while the bus works, in the language of the person. */
final class Words {

    private final ResourceBundle bundle;
    private final Locale locale;

    Words(Locale locale) {
        this.locale = locale;
        bundle = ResourceBundle.getBundle(BusCommand.MESSAGES, locale);
    }

    /** In the language that a command was called in. */
    static Words of(CommandSpec spec) {
        return new Words(spec.root().resourceBundle().getLocale());
    }

    String say(String key, Object... arguments) {
        return bundle.getString(key).formatted(arguments);
    }

    Locale locale() {
        return locale;
    }
}
