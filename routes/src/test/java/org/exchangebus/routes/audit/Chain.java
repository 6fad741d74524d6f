package org.exchangebus.routes.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chains made up for tests, and what can be done to one entry. */
final class Chain {

    private static final Instant BEGIN = Instant.parse("2026-11-27T02:00:00.123456Z");

    private Chain() {}

    static List<AuditEntry> of(int length) {
        List<AuditEntry> chain = new ArrayList<>();
        String previous = AuditEntry.BEGINNING;
        for (int number = 1; number <= length; number++) {
            AuditEntry entry = entry(number, previous, "flow-" + number % 7);
            chain.add(entry);
            previous = entry.hash();
        }
        return chain;
    }

    static AuditEntry entry(long number, String previous, String subject) {
        String reason = number % 3 == 0 ? null : "数据库维护 " + number;
        return new AuditEntry(
                        number,
                        BEGIN.plusMillis(number),
                        "admin",
                        Act.PAUSE.name(),
                        subject,
                        reason,
                        "{\"n\":\"" + number + "\"}",
                        previous,
                        AuditEntry.BEGINNING)
                .sealed();
    }

    static Head head(List<AuditEntry> chain) {
        AuditEntry last = chain.get(chain.size() - 1);
        return new Head(last.number(), last.hash(), last.at());
    }

    /** The entry with another value in the column of this index, its hash as it was. */
    static AuditEntry with(AuditEntry e, int column, String value) {
        return new AuditEntry(
                column == 0 ? e.number() + 100_000 : e.number(),
                column == 1 ? e.at().plusNanos(1000) : e.at(),
                column == 2 ? value : e.who(),
                column == 3 ? value : e.act(),
                column == 4 ? value : e.subject(),
                column == 5 ? other(e.reason(), value) : e.reason(),
                column == 6 ? value : e.detail(),
                column == 7 ? hash(value) : e.previous(),
                column == 8 ? hash(value) : e.hash());
    }

    static AuditEntry under(AuditEntry e, long number) {
        return new AuditEntry(
                number, e.at(), e.who(), e.act(), e.subject(), e.reason(), e.detail(), e.previous(), e.hash());
    }

    /** What follows from an entry when somebody makes all hashes behind it anew. */
    static void relink(List<AuditEntry> chain, int from, int to) {
        for (int i = from; i < to; i++) {
            AuditEntry e = chain.get(i);
            String previous = i == 0 ? AuditEntry.BEGINNING : chain.get(i - 1).hash();
            chain.set(
                    i,
                    new AuditEntry(i + 1L, e.at(), e.who(), e.act(), e.subject(), e.reason(), e.detail(), previous, "")
                            .sealed());
        }
    }

    private static @Nullable String other(@Nullable String reason, String value) {
        return reason != null && value.length() % 2 == 0 ? null : value;
    }

    private static String hash(String value) {
        return (value.hashCode() + AuditEntry.BEGINNING).replace("-", "a").substring(0, 64);
    }
}
