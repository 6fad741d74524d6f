package org.exchangebus.routes.audit;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.schemas.problem.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Reads the audit entry by entry, in the order of numbers or in that of a file, and names the first bad one.
 *
 * <p>An entry whose hash was made anew is betrayed by the next one alone; so some verdicts wait for it.
 */
public final class ChainCheck {

    private final ExportedHeads heads;
    private @Nullable AuditEntry last;
    private @Nullable AuditEntry strange;
    private @Nullable Finding first;
    private long proven;
    private long missing;
    private long beyond;

    /** @param heads what was kept outside of the database */
    public ChainCheck(Collection<Head> heads) {
        this.heads = new ExportedHeads(heads);
    }

    /** Begins behind an entry that is believed: only what follows it is proven. */
    public static ChainCheck after(AuditEntry believed, Collection<Head> heads) {
        ChainCheck check = new ChainCheck(heads);
        if (believed.isAsEntered()) {
            check.follow(believed);
        } else {
            check.found(believed.number(), RoutesProblem.AUDIT_ENTRY_IS_CHANGED, believed.number());
        }
        return check;
    }

    /** Takes the next entry; nothing more is looked at once the first bad one is known. */
    public void take(AuditEntry entry) {
        if (first != null) {
            return;
        }
        if (missing > 0) {
            findLater(entry);
        } else if (strange != null) {
            judge(entry.previous().equals(strange.hash()) ? "audit " + entry.number() : null);
        } else if (entry.number() != expected()) {
            outOfPlace(entry);
        } else if (!entry.isAsEntered()) {
            changed(entry);
        } else if (!entry.previous().equals(lastHash())) {
            unlinked(entry);
        } else {
            follow(entry);
        }
    }

    /** Whether the first bad entry is known. */
    public boolean isBroken() {
        return first != null;
    }

    /**
     * The first bad entry, once everything was taken.
     *
     * @param head what says how far the chain goes; null where it is gone, which is a finding of its own
     */
    public Optional<Finding> end(@Nullable Head head) {
        if (first == null && missing > 0) {
            found(missing, RoutesProblem.AUDIT_ENTRY_IS_MISSING, missing, beyond - 1);
        }
        if (first == null && strange != null) {
            boolean isVouchedFor = head != null && head.hash().equals(strange.hash());
            judge(isVouchedFor ? "audit_head" : null);
        }
        if (first == null) {
            compareEnds(head);
        }
        return Optional.ofNullable(first);
    }

    private void compareEnds(@Nullable Head head) {
        long there = expected() - 1;
        long known = Math.max(head == null ? 0 : head.number(), heads.last());
        if (known > there) {
            found(expected(), RoutesProblem.AUDIT_TAIL_IS_CUT_OFF, expected(), known);
        } else if (head == null) {
            found(there, RoutesProblem.AUDIT_HEAD_IS_GONE);
        } else if (head.number() < there) {
            found(head.number() + 1, RoutesProblem.AUDIT_IS_FORKED, head.number() + 1);
        } else if (!head.hash().equals(lastHash())) {
            found(there, RoutesProblem.AUDIT_WAS_REWRITTEN, there, proven + 1, "audit_head");
        }
    }

    private void follow(AuditEntry entry) {
        Head against = heads.against(entry).orElse(null);
        if (against != null) {
            found(
                    entry.number(),
                    RoutesProblem.AUDIT_WAS_REWRITTEN,
                    entry.number(),
                    proven + 1,
                    "heads " + against.at());
            return;
        }
        if (heads.vouchFor(entry)) {
            proven = entry.number();
        }
        last = entry;
    }

    private void outOfPlace(AuditEntry entry) {
        if (entry.wouldBeAs(expected())) {
            found(expected(), RoutesProblem.AUDIT_ENTRY_IS_CHANGED, expected());
        } else if (entry.number() < expected()) {
            found(entry.number(), RoutesProblem.AUDIT_IS_FORKED, entry.number());
        } else {
            missing = expected();
            beyond = entry.number();
        }
    }

    private void findLater(AuditEntry entry) {
        if (entry.number() >= missing && entry.number() < beyond) {
            found(missing, RoutesProblem.AUDIT_ENTRY_IS_OUT_OF_ORDER, missing, beyond);
        }
    }

    /** Where only the number was changed, an entry was put in or taken out before, and the rest was renumbered. */
    private void changed(AuditEntry entry) {
        long number = entry.number();
        if (last != null && entry.wouldBeAs(number - 1)) {
            found(last.number(), RoutesProblem.AUDIT_IS_FORKED, last.number());
        } else if (!entry.previous().equals(lastHash()) && entry.wouldBeAs(number + 1)) {
            found(number, RoutesProblem.AUDIT_ENTRY_IS_MISSING, number, number);
        } else {
            found(number, RoutesProblem.AUDIT_ENTRY_IS_CHANGED, number);
        }
    }

    private void unlinked(AuditEntry entry) {
        if (last == null || proven == last.number()) {
            found(entry.number(), RoutesProblem.AUDIT_ENTRY_IS_CHANGED, entry.number());
            return;
        }
        strange = entry;
        if (heads.vouchFor(entry)) {
            judge("heads");
        }
    }

    /** Of two entries that do not fit, the one is bad that nobody vouches for. */
    private void judge(@Nullable String witness) {
        long number = expected();
        if (witness == null) {
            found(number, RoutesProblem.AUDIT_ENTRY_IS_CHANGED, number);
        } else {
            found(number - 1, RoutesProblem.AUDIT_WAS_REWRITTEN, number - 1, proven + 1, witness);
        }
    }

    private long expected() {
        return last == null ? 1 : last.number() + 1;
    }

    private String lastHash() {
        return last == null ? AuditEntry.BEGINNING : last.hash();
    }

    private void found(long number, RoutesProblem problem, Object... arguments) {
        String[] texts = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        first = Finding.of("audit " + number, problem, texts);
    }
}
