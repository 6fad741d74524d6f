package org.exchangebus.routes.ledger;

import org.jspecify.annotations.Nullable;

/** Texts as the ledger can keep them. */
final class LedgerText {

    private LedgerText() {}

    /** PostgreSQL takes no NUL in a text; payloads keep it. */
    static @Nullable String clean(@Nullable String text) {
        return text == null ? null : text.replace('\0', '\uFFFD');
    }
}
