package org.exchangebus.schemas.catalogue;

import java.util.List;
import java.util.Locale;
import org.exchangebus.schemas.problem.Phrase;

/** Who is affected by a change of a resource. */
public enum Party {
    PROVIDER("the provider's mapping", "提供方的映射"),
    HUB("the hub's registry", "枢纽的登记库"),
    SUBSCRIBER("subscribers", "使用方");

    private final Phrase title;

    Party(String english, String chinese) {
        title = new Phrase(english, chinese);
    }

    /** What people call it. */
    public String title(Locale locale) {
        return title.in(locale, List.of());
    }
}
