package org.exchangebus.deploy.harness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the departments issued, state by state; nothing of it comes from the bus. */
final class Truth {

    private final Map<String, List<Well>> states = new LinkedHashMap<>();
    private final Set<String> exact = new TreeSet<>();
    private final Set<String> bad = new TreeSet<>();

    /** A state that stays for others to read until the next one replaces it: a reader may miss it. */
    synchronized void replaced(Well well) {
        add(well);
    }

    /** A state that stands in a delivery of its own: a reader has to bring it. */
    synchronized void delivered(Well well) {
        exact.add(well.code());
        add(well);
    }

    /** A row that must not become a record. */
    synchronized void bad(String code) {
        bad.add(code);
    }

    private void add(Well well) {
        List<Well> known = states.computeIfAbsent(well.code(), code -> new ArrayList<>());
        if (known.isEmpty() || !known.get(known.size() - 1).content().equals(well.content())) {
            known.add(well);
        }
    }

    /** States by code, each other than the one before. */
    synchronized Map<String, List<Well>> states() {
        Map<String, List<Well>> copy = new LinkedHashMap<>();
        states.forEach((code, known) -> copy.put(code, List.copyOf(known)));
        return copy;
    }

    synchronized boolean isExact(String code) {
        return exact.contains(code);
    }

    synchronized Set<String> bad() {
        return new TreeSet<>(bad);
    }

    /** How many states were issued. */
    synchronized long size() {
        return states.values().stream().mapToLong(List::size).sum();
    }
}
