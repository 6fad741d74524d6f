package org.exchangebus.schemas.catalogue;

import java.util.List;
import java.util.Locale;
import org.exchangebus.schemas.problem.Phrase;

/** How bad the effect of a change is; in rising order. */
public enum Severity {
    /** Nobody has to do anything. */
    HARMLESS("harmless", "无影响"),
    /** Everything goes on, but somebody should look. */
    WARNING("warning", "需注意"),
    /** What works today stops, or is rejected, until somebody acts. */
    BREAKING("breaking", "不兼容");

    private final Phrase title;

    Severity(String english, String chinese) {
        title = new Phrase(english, chinese);
    }

    /** What people call it. */
    public String title(Locale locale) {
        return title.in(locale, List.of());
    }
}
