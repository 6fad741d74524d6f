package org.exchangebus.deploy.harness;

import java.util.LinkedHashSet;
import java.util.Set;

/** What the checker found; empty lists are what the bus promises. */
final class Verdict {

    /** States that were issued and have no effect, or rows that left the registry. */
    final Set<String> lost = new LinkedHashSet<>();

    /** Effects that repeat the one before. */
    final Set<String> doubled = new LinkedHashSet<>();

    /** Effects of a state that is older than what the registry held. */
    final Set<String> older = new LinkedHashSet<>();

    /** Effects that nobody issued. */
    final Set<String> altered = new LinkedHashSet<>();

    /** Bad rows that are in no quarantine, or came into the registry. */
    final Set<String> unquarantined = new LinkedHashSet<>();

    /** Where ledger, receipts and landing contradict themselves, each other or the effects. */
    final Set<String> unproven = new LinkedHashSet<>();

    int kills;
    int faults;
    long states;
    long effects;

    boolean isClean() {
        return lost.isEmpty()
                && doubled.isEmpty()
                && older.isEmpty()
                && altered.isEmpty()
                && unquarantined.isEmpty()
                && unproven.isEmpty();
    }

    private static String told(String what, Set<String> found) {
        return found.isEmpty()
                ? ""
                : "%n%d %s: %s"
                        .formatted(found.size(), what, found.stream().limit(5).toList());
    }

    @Override
    public String toString() {
        return "%d kills, %d states, %d effects".formatted(kills, states, effects)
                + told("lost", lost)
                + told("doubled", doubled)
                + told("older over newer", older)
                + told("altered", altered)
                + told("not quarantined", unquarantined)
                + told("unproven", unproven);
    }
}
