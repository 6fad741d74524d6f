package org.exchangebus.transformers.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.exchangebus.schemas.catalogue.Item;
import org.exchangebus.schemas.catalogue.ResourceCheck;
import org.exchangebus.schemas.masking.Masking;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.schemas.record.Cells;
import org.exchangebus.schemas.record.Rejection;
import org.exchangebus.schemas.record.Rejection.Reason;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a row; used again for the next. */
final class Reasons implements ResourceCheck.Violations {

    private static final String MANDATORY = "mandatory";
    private static final int MOST = 20;
    private static final int SHOWN = 60;

    private final Plan plan;
    private final List<Reason> reasons = new ArrayList<>();
    private final boolean[] isUnmade;
    private final Doubts doubts = new Doubts();

    Reasons(Plan plan) {
        this.plan = plan;
        isUnmade = new boolean[plan.items.size()];
    }

    void startRow() {
        doubts.startRow();
        if (!reasons.isEmpty()) {
            reasons.clear();
            Arrays.fill(isUnmade, false);
        }
    }

    boolean isEmpty() {
        return reasons.isEmpty();
    }

    /** A function could not be done for an item; what the resource then misses there does not count again. */
    void unmade(int item, Work work) {
        isUnmade[item] = true;
        Item of = plan.resource.items().get(item);
        boolean isPersonal = !of.isSensitive() && plan.isSharing[item];
        put(of.name(), work, isPersonal ? Masking.WHOLE.mask(text(work)) : of.shown(text(work)));
    }

    /** A function could not be done in a condition; nothing is known of its values, so they are masked. */
    void undecided(String field, Work work) {
        put(field, work, Masking.WHOLE.mask(text(work)));
    }

    @Override
    public void add(int item, String rule, Problem problem, String... arguments) {
        boolean isExpected = isUnmade[item] || plan.isWaived[item] && rule.equals(MANDATORY);
        if (!isExpected && reasons.size() < MOST) {
            reasons.add(new Reason(plan.items.get(item), rule, problem, List.of(arguments)));
        }
    }

    @Override
    public void doubt(int item, String rule, Problem problem, String... arguments) {
        doubts.add(new Reason(plan.items.get(item), rule, problem, List.of(arguments)));
    }

    /** What is doubtful about the delivered records. */
    Doubts doubts() {
        return doubts;
    }

    private void put(String item, Work work, String shown) {
        List<String> arguments = List.of(item, shown, work.written());
        reasons.add(new Reason(item, work.rule(), work.problem(), arguments));
        work.forget();
    }

    private static String text(Work work) {
        String text = work.value.text();
        if (text == null) {
            return "";
        }
        boolean isLong = text.codePointCount(0, text.length()) > SHOWN;
        return isLong ? text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…" : text;
    }

    Rejection rejection(String place, long position, Cells record, byte[] payload) {
        Reason first = reasons.get(0);
        return new Rejection(
                place,
                position,
                key(record),
                first.item(),
                first.rule(),
                first.problem(),
                first.arguments(),
                payload,
                reasons.subList(1, reasons.size()));
    }

    private @Nullable String key(Cells record) {
        StringBuilder key = new StringBuilder();
        boolean isThere = false;
        for (int i = 0; i < plan.key.length; i++) {
            String part = record.text(plan.key[i]);
            isThere |= part != null;
            key.append(i > 0 ? "|" : "").append(part == null ? "" : part);
        }
        return isThere ? key.toString() : null;
    }
}
