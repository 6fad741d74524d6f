package org.exchangebus.routes.audit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What heads that were kept elsewhere say of entries. */
final class ExportedHeads {

    private final TreeMap<Long, List<Head>> byNumber = new TreeMap<>();

    ExportedHeads(Collection<Head> heads) {
        for (Head head : heads) {
            byNumber.merge(head.number(), List.of(head), (some, more) -> Stream.concat(some.stream(), more.stream())
                    .toList());
        }
    }

    /** The head that says another hash of this entry. */
    Optional<Head> against(AuditEntry entry) {
        return of(entry).filter(head -> !head.hash().equals(entry.hash())).findFirst();
    }

    /** Whether there is a head of this entry and all of them say its hash. */
    boolean vouchFor(AuditEntry entry) {
        return of(entry).findAny().isPresent() && against(entry).isEmpty();
    }

    /** The highest number that was ever exported; 0 where none was. */
    long last() {
        return byNumber.isEmpty() ? 0 : byNumber.lastKey();
    }

    private Stream<Head> of(AuditEntry entry) {
        return byNumber.getOrDefault(entry.number(), List.of()).stream();
    }
}
