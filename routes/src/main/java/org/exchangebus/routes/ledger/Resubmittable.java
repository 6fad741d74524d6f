package org.exchangebus.routes.ledger;

import java.util.Map;

/**
 * What of the entries that are meant can be sent, and why the others cannot.
 *
 * @param byCode how many can be sent, by the code of what was wrong with them
 * @param edited how many of those are sent as somebody wrote them
 * @param unapproved how many wait for a second person to approve what was written
 * @param unknown how many have no key that could be read, or could not be read at all: they need an edit, or a redrive
 */
public record Resubmittable(Map<String, Long> byCode, long edited, long unapproved, long unknown) {

    /** How many can be sent. */
    public long count() {
        return byCode.values().stream().mapToLong(Long::longValue).sum();
    }
}
