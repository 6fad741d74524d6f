package org.exchangebus.schemas.catalogue;

import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.schemas.record.Cells;

/**
 * Checks records of one resource against their items and rules; compiled once, shared by threads.
 *
 * <p>Works on the bytes of the canonical texts: no object per value, no exception per record.
 */
public final class ResourceCheck {

    /** Is told what is wrong with a record. */
    @FunctionalInterface
    public interface Violations {

        /**
         * @param item position of the item in the resource
         * @param rule name of the broken rule: {@code mandatory}, {@code length}, {@code type},
         *     {@code code-table}, {@code identifier}, or the name of a rule across items
         * @param arguments values for the problem's text; the personal ones masked
         */
        void add(int item, String rule, Problem problem, String... arguments);
    }

    public static ResourceCheck of(Resource resource) {
        throw new UnsupportedOperationException(resource.name());
    }

    /**
     * Checks one record whose canonical values stand in the order of the resource's items.
     *
     * @return whether the record may be delivered; each reason why not is told to {@code violations}
     */
    public boolean accepts(Cells record, Violations violations) {
        throw new UnsupportedOperationException();
    }
}
