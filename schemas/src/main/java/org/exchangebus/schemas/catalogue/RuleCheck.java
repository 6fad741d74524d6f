package org.exchangebus.schemas.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.exchangebus.schemas.catalogue.ResourceCheck.Violations;
import org.exchangebus.schemas.identifier.CitizenNumber;
import org.exchangebus.schemas.identifier.CreditCode;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.exchangebus.schemas.record.Cells;
import org.jspecify.annotations.Nullable;

/** Checks one rule across items, which are in order by themselves when it is asked. */
abstract class RuleCheck {

    /** The bits of the items that the rule looks at. */
    final long items;

    final Rule rule;
    final Item item;
    final Item other;
    final int position;
    final int otherPosition;

    RuleCheck(Rule rule, Resource resource) {
        this.rule = rule;
        position = resource.position(rule.items().get(0));
        otherPosition = resource.position(rule.items().get(rule.items().size() - 1));
        item = resource.items().get(position);
        other = resource.items().get(otherPosition);
        items = rule.items().stream()
                .mapToLong(name -> ResourceCheck.bit(resource.position(name)))
                .reduce(0, (bits, bit) -> bits | bit);
    }

    /** The checks of a resource's rules; that of a geometry is made with its item. */
    static RuleCheck[] of(Resource resource) {
        return resource.rules().stream()
                .map(rule -> of(rule, resource))
                .filter(Objects::nonNull)
                .toArray(RuleCheck[]::new);
    }

    private static @Nullable RuleCheck of(Rule rule, Resource resource) {
        if (rule instanceof Rule.SexAgrees r) {
            return new Sex(r, resource);
        }
        if (rule instanceof Rule.BirthDateAgrees r) {
            return new BirthDate(r, resource);
        }
        if (rule instanceof Rule.RequiredWhen r) {
            return new Required(r, resource);
        }
        if (rule instanceof Rule.IdentifierWhen r) {
            return new Identifier(r, resource);
        }
        if (rule instanceof Rule.NotBefore r) {
            return new Order(r, resource);
        }
        if (rule instanceof Rule.DivisionIsWithin r) {
            return new DivisionCheck(r, resource);
        }
        if (rule instanceof Rule.OrganisationCodeIsPart r) {
            return new PartOfCreditCode(r, resource);
        }
        return null;
    }

    abstract boolean accepts(Cells record, Violations violations);

    final boolean hasBoth(Cells record) {
        return !record.isNull(position) && !record.isNull(otherPosition);
    }

    final boolean breaks(Violations violations, SchemaProblem problem, String... arguments) {
        violations.add(position, rule.name(), problem, arguments);
        return false;
    }

    final String shown(Cells record) {
        return ItemCheck.shown(item, record.array(position), record.start(position), record.end(position));
    }

    private static final class Sex extends RuleCheck {

        Sex(Rule.SexAgrees rule, Resource resource) {
            super(rule, resource);
        }

        @Override
        boolean accepts(Cells record, Violations violations) {
            if (!hasBoth(record)) {
                return true;
            }
            int start = record.start(position);
            byte sex = record.end(position) - start == 1 ? record.array(position)[start] : 0;
            boolean isKnown = sex == '1' || sex == '2';
            boolean isMale = CitizenNumber.isMale(record.array(otherPosition), record.start(otherPosition));
            return !isKnown
                    || (sex == '1') == isMale
                    || breaks(violations, SchemaProblem.SEX_DISAGREES, item.name(), shown(record));
        }
    }

    private static final class BirthDate extends RuleCheck {

        BirthDate(Rule.BirthDateAgrees rule, Resource resource) {
            super(rule, resource);
        }

        @Override
        boolean accepts(Cells record, Violations violations) {
            return !hasBoth(record)
                    || CitizenNumber.isBornOn(
                            record.array(otherPosition),
                            record.start(otherPosition),
                            record.array(position),
                            record.start(position))
                    || breaks(violations, SchemaProblem.BIRTH_DATE_DISAGREES, item.name());
        }
    }

    private static final class Required extends RuleCheck {

        private final byte[][] values;

        Required(Rule.RequiredWhen rule, Resource resource) {
            super(rule, resource);
            values = values(rule.oneOf());
        }

        @Override
        boolean accepts(Cells record, Violations violations) {
            boolean isThere = !record.isNull(position) && record.start(position) < record.end(position);
            return isThere
                    || !isOneOf(record, otherPosition, values)
                    || breaks(
                            violations,
                            SchemaProblem.REQUIRED_BY_OTHER,
                            item.name(),
                            other.name(),
                            ItemCheck.shown(
                                    other,
                                    record.array(otherPosition),
                                    record.start(otherPosition),
                                    record.end(otherPosition)));
        }
    }

    private static final class Identifier extends RuleCheck {

        private final IdentifierCheck check;
        private final byte[][] values;

        Identifier(Rule.IdentifierWhen rule, Resource resource) {
            super(rule, resource);
            check = new IdentifierCheck(rule.identifier(), item, position, rule.name());
            values = values(rule.oneOf());
        }

        @Override
        boolean accepts(Cells record, Violations violations) {
            return record.isNull(position)
                    || !isOneOf(record, otherPosition, values)
                    || check.accepts(record.array(position), record.start(position), record.end(position), violations);
        }
    }

    private static final class Order extends RuleCheck {

        Order(Rule.NotBefore rule, Resource resource) {
            super(rule, resource);
        }

        @Override
        boolean accepts(Cells record, Violations violations) {
            return !hasBoth(record)
                    || Arrays.compareUnsigned(
                                    record.array(position),
                                    record.start(position),
                                    record.end(position),
                                    record.array(otherPosition),
                                    record.start(otherPosition),
                                    record.end(otherPosition))
                            >= 0
                    || breaks(violations, SchemaProblem.BEFORE_OTHER, item.name(), other.name());
        }
    }

    private static final class PartOfCreditCode extends RuleCheck {

        /** Position of the item that says whether it is an organisation code; -1 where it always is one. */
        private final int when;

        private final byte[][] values;

        PartOfCreditCode(Rule.OrganisationCodeIsPart rule, Resource resource) {
            super(rule, resource);
            when = rule.when() == null ? -1 : resource.position(rule.when());
            values = values(rule.oneOf());
        }

        @Override
        boolean accepts(Cells record, Violations violations) {
            return !hasBoth(record)
                    || (when >= 0 && !isOneOf(record, when, values))
                    || CreditCode.holds(
                            record.array(otherPosition),
                            record.start(otherPosition),
                            record.array(position),
                            record.start(position),
                            record.end(position))
                    || breaks(
                            violations,
                            SchemaProblem.NOT_PART_OF_CREDIT_CODE,
                            item.name(),
                            shown(record),
                            other.name());
        }
    }

    private static byte[][] values(List<String> texts) {
        return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    }

    /** Whether the item has one of the values; with none listed, whether it is there. */
    private static boolean isOneOf(Cells record, int position, byte[][] values) {
        if (record.isNull(position) || record.start(position) == record.end(position)) {
            return false;
        }
        for (byte[] value : values) {
            if (Arrays.equals(
                    value, 0, value.length, record.array(position), record.start(position), record.end(position))) {
                return true;
            }
        }
        return values.length == 0;
    }
}
