package org.exchangebus.transformers.example;

import org.exchangebus.transformers.mapping.Spot;

/**
 * Something in a mapping that no example shows.
 *
 * @param item the item, or the reason of the rule, that it belongs to
 * @param detail the word that was never met; empty where it is the spot itself
 */
public record Gap(Kind kind, String item, Spot spot, String detail) {

    /** What is not shown. */
    public enum Kind {
        /** No row gives the item a value. */
        ITEM_WITHOUT_VALUE,
        /** No row gets as far as this value or step. */
        NEVER_REACHED,
        /** No row satisfies the condition. */
        NEVER_HOLDS,
        /** No row has this word, which the mapping translates or takes for no value. */
        WORD_NEVER_MET;

        /** As it stands in JSON. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
