package org.exchangebus.schemas.catalogue;

import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.schemas.record.Cells;

/**
 * Checks records of one resource against their items and rules; compiled once, shared by threads.
 *
 * <p>Works on the bytes of the canonical texts: no object per value, no exception per record.
 */
public final class ResourceCheck {

    /** Bytes of the longest structure that is accepted. */
    public static final int LONGEST_STRUCTURE = 1_000_000;

    private static final int LAST_BIT = 63;

    /** Is told what is wrong with a record. */
    @FunctionalInterface
    public interface Violations {

        /**
         * @param item position of the item in the resource
         * @param rule name of the broken rule: {@code mandatory}, {@code length}, {@code text-form}, {@code type},
         *     {@code precision}, {@code code-table}, {@code identifier}, {@code geometry}, {@code structure}, or the name of a rule
         *     across items
         * @param arguments values for the problem's text; the personal ones masked
         */
        void add(int item, String rule, Problem problem, String... arguments);

        /** Is told of a doubt that does not keep the record back; the parameters are those of {@link #add}. */
        default void doubt(int item, String rule, Problem problem, String... arguments) {}
    }

    private final ItemCheck[] items;
    private final RuleCheck[] rules;
    private final int[] key;

    private ResourceCheck(ItemCheck[] items, RuleCheck[] rules, int[] key) {
        this.items = items;
        this.rules = rules;
        this.key = key;
    }

    public static ResourceCheck of(Resource resource) {
        ItemCheck[] items = new ItemCheck[resource.items().size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = ItemCheck.of(resource, i);
        }
        return new ResourceCheck(
                items,
                RuleCheck.of(resource),
                resource.key().stream().mapToInt(resource::position).toArray());
    }

    /**
     * Checks one record whose canonical values stand in the order of the resource's items. An empty text does
     * for a mandatory item as little as none.
     *
     * @return whether the record may be delivered; each reason why not is told to {@code violations}. A rule
     *     across items is looked at only where its items are in order by themselves
     */
    public boolean accepts(Cells record, Violations violations) {
        long broken = 0;
        for (int i = 0; i < items.length; i++) {
            if (!items[i].accepts(record, violations)) {
                broken |= bit(i);
            }
        }
        boolean isAccepted = broken == 0;
        for (RuleCheck rule : rules) {
            if ((broken & rule.items) == 0) {
                isAccepted &= rule.accepts(record, violations);
            }
        }
        return isAccepted;
    }

    /** Checks the key alone, which is all that a record that deletes has to have. */
    public boolean acceptsKey(Cells record, Violations violations) {
        boolean isAccepted = true;
        for (int position : key) {
            isAccepted &= items[position].accepts(record, violations);
        }
        return isAccepted;
    }

    /** The bit of an item among the broken ones; those beyond the last share one. */
    static long bit(int position) {
        return 1L << Math.min(position, LAST_BIT);
    }
}
