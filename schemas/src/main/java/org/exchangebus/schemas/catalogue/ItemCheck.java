package org.exchangebus.schemas.catalogue;

import java.nio.charset.StandardCharsets;
import org.exchangebus.schemas.catalogue.ResourceCheck.Violations;
import org.exchangebus.schemas.identifier.CalendarDate;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.exchangebus.schemas.record.Cells;
import org.jspecify.annotations.Nullable;

/** Checks the values of one item. */
abstract class ItemCheck {

    final Item item;
    final int position;
    private final boolean isMandatory;

    ItemCheck(Item item, int position) {
        this.item = item;
        this.position = position;
        isMandatory = item.obligation() == Obligation.MANDATORY;
    }

    static ItemCheck of(Resource resource, int position) {
        return of(resource, resource.items().get(position), position);
    }

    static ItemCheck of(Resource resource, Item item, int position) {
        return switch (item.type()) {
            case TEXT, MEMO -> new TextCheck(item, position);
            case DECIMAL, MONEY, INTEGER -> new NumberCheck(item, position);
            case DATE -> new DateCheck(item, position);
            case DATETIME -> new DateTimeCheck(item, position);
            case BOOLEAN -> new BooleanCheck(item, position);
            case GEOMETRY -> new GeometryCheck(item, position, resource);
            case STRUCTURE -> new StructureCheck(item, position, StructureShape.of(resource, item, position));
        };
    }

    final boolean accepts(Cells record, Violations violations) {
        byte[] text = record.array(position);
        if (text == null || (isMandatory && record.start(position) == record.end(position))) {
            if (isMandatory) {
                violations.add(position, "mandatory", SchemaProblem.MANDATORY_MISSING, item.name(), item.title());
            }
            return !isMandatory;
        }
        return accepts(text, record.start(position), record.end(position), violations);
    }

    abstract boolean accepts(byte[] text, int start, int end, Violations violations);

    final boolean breaksType(byte[] text, int start, int end, String form, Violations violations) {
        violations.add(position, "type", SchemaProblem.TYPE_BROKEN, item.name(), shown(text, start, end), form);
        return false;
    }

    /** The value as a message may show it. */
    final String shown(byte[] text, int start, int end) {
        return shown(item, text, start, end);
    }

    static String shown(Item item, byte[] text, int start, int end) {
        String value = new String(text, start, end - start, StandardCharsets.UTF_8);
        String head = value.codePointCount(0, value.length()) > 60
                ? value.substring(0, value.offsetByCodePoints(0, 60)) + "…"
                : value;
        return item.shown(head);
    }

    private static final class DateCheck extends ItemCheck {

        DateCheck(Item item, int position) {
            super(item, position);
        }

        @Override
        boolean accepts(byte[] text, int start, int end, Violations violations) {
            return CalendarDate.isDate(text, start, end) || breaksType(text, start, end, "yyyy-MM-dd", violations);
        }
    }

    private static final class DateTimeCheck extends ItemCheck {

        DateTimeCheck(Item item, int position) {
            super(item, position);
        }

        @Override
        boolean accepts(byte[] text, int start, int end, Violations violations) {
            return CalendarDate.isDateTime(text, start, end)
                    || breaksType(text, start, end, "yyyy-MM-ddTHH:mm:ss", violations);
        }
    }

    private static final class BooleanCheck extends ItemCheck {

        BooleanCheck(Item item, int position) {
            super(item, position);
        }

        @Override
        boolean accepts(byte[] text, int start, int end, Violations violations) {
            boolean isTrue = end - start == 4
                    && text[start] == 't'
                    && text[start + 1] == 'r'
                    && text[start + 2] == 'u'
                    && text[start + 3] == 'e';
            boolean isFalse = end - start == 5
                    && text[start] == 'f'
                    && text[start + 1] == 'a'
                    && text[start + 2] == 'l'
                    && text[start + 3] == 's'
                    && text[start + 4] == 'e';
            return isTrue || isFalse || breaksType(text, start, end, "true|false", violations);
        }
    }

    private static final class GeometryCheck extends ItemCheck {

        private final GeoLimits limits;

        GeometryCheck(Item item, int position, Resource resource) {
            super(item, position);
            limits = resource.rules().stream()
                    .filter(rule -> rule instanceof Rule.Geometry g && g.item().equals(item.name()))
                    .map(rule -> GeoLimits.of((Rule.Geometry) rule))
                    .findFirst()
                    .orElse(GeoLimits.EARTH);
        }

        @Override
        boolean accepts(byte[] text, int start, int end, Violations violations) {
            GeoJson geometry = new GeoJson(text, start, end, limits);
            if (geometry.isAccepted()) {
                return true;
            }
            String at = String.valueOf(geometry.position() - start + 1);
            if (geometry.isOutside()) {
                violations.add(
                        position,
                        "geometry",
                        SchemaProblem.GEOMETRY_OUTSIDE,
                        item.name(),
                        String.valueOf(limits.west()),
                        String.valueOf(limits.south()),
                        String.valueOf(limits.east()),
                        String.valueOf(limits.north()),
                        at);
            } else {
                violations.add(
                        position,
                        "geometry",
                        SchemaProblem.GEOMETRY_FORM,
                        item.name(),
                        geometry.reason(),
                        at,
                        JsonReasons.chinese(geometry.reason()));
            }
            return false;
        }
    }

    private static final class StructureCheck extends ItemCheck {

        private final @Nullable StructureShape shape;

        StructureCheck(Item item, int position, @Nullable StructureShape shape) {
            super(item, position);
            this.shape = shape;
        }

        @Override
        boolean accepts(byte[] text, int start, int end, Violations violations) {
            Structure structure = new Structure(text, start, end);
            if (structure.isAccepted()) {
                return shape == null || shape.accepts(text, start, end, violations);
            }
            violations.add(
                    position,
                    "structure",
                    SchemaProblem.STRUCTURE_FORM,
                    item.name(),
                    structure.reason(),
                    String.valueOf(structure.position() - start + 1),
                    JsonReasons.chinese(structure.reason()));
            return false;
        }
    }
}
