package org.exchangebus.schemas.catalogue;

import java.util.Arrays;
import org.exchangebus.schemas.catalogue.ResourceCheck.Violations;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.exchangebus.schemas.record.Cells;

/** Checks that an administrative division lies within another, by the digits of their codes. */
final class DivisionCheck extends RuleCheck {

    /** Where the code of a province, prefecture, county, town and village ends. */
    private static final int[] LEVELS = {2, 4, 6, 9, 12};

    DivisionCheck(Rule.DivisionIsWithin rule, Resource resource) {
        super(rule, resource);
    }

    @Override
    boolean accepts(Cells record, Violations violations) {
        if (!hasBoth(record)) {
            return true;
        }
        int start = record.start(position);
        int parentStart = record.start(otherPosition);
        int length = level(record, position);
        int parentLength = level(record, otherPosition);
        return length > parentLength
                        && Arrays.equals(
                                record.array(position),
                                start,
                                start + parentLength,
                                record.array(otherPosition),
                                parentStart,
                                parentStart + parentLength)
                || breaks(
                        violations,
                        SchemaProblem.NOT_WITHIN_DIVISION,
                        item.name(),
                        shown(record),
                        other.name(),
                        ItemCheck.shown(other, record.array(otherPosition), parentStart, record.end(otherPosition)));
    }

    /** How many characters of a code say something; the zeros behind them fill it up. */
    private static int level(Cells record, int position) {
        int start = record.start(position);
        int end = record.end(position);
        int last = end;
        while (last > start && record.array(position)[last - 1] == '0') {
            last--;
        }
        for (int level : LEVELS) {
            if (last - start <= level) {
                return Math.min(level, end - start);
            }
        }
        return end - start;
    }
}
