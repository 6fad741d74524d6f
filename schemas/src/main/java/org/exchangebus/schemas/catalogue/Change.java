package org.exchangebus.schemas.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * One difference between two versions of a resource or of a code table, and what it means to whom.
 *
 * @param where resource, {@code resource/item}, or code table
 * @param arguments values for the texts: the name, what was, what is, the statement that mends the registry; a
 *     value that does not apply is empty
 * @param effects at most one for each party; who is not among them is not affected
 */
public record Change(ChangeKind kind, String where, List<String> arguments, List<Effect> effects) {

    public Change {
        arguments = List.copyOf(arguments);
        effects = List.copyOf(effects);
    }

    /** The worst of the effects. */
    public Severity severity() {
        return effects.stream()
                .map(Effect::severity)
                .max(Comparator.naturalOrder())
                .orElse(Severity.HARMLESS);
    }

    /** What is different, in the language of the locale (Chinese, else English). */
    public String text(Locale locale) {
        return kind.text().in(locale, arguments);
    }

    /** What one of the effects means, in the language of the locale (Chinese, else English). */
    public String text(Effect effect, Locale locale) {
        return effect.text().in(locale, arguments);
    }
}
