package org.exchangebus.routes.ledger;

/** Texts as they are hashed and kept: what PostgreSQL or UTF-8 cannot hold becomes U+FFFD before, not on the way. */
final class AuditText {

    private AuditText() {}

    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
