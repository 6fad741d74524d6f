package org.exchangebus.schemas.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.exchangebus.schemas.codetable.CodeTable;
import org.exchangebus.schemas.document.Document;
import org.exchangebus.schemas.identifier.IdentifierKind;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.exchangebus.schemas.problem.Similar;
import org.jspecify.annotations.Nullable;

/** Checks that items, key and rules of one resource name only what there is, and what suits them. */
final class ItemReferences {

    private static final Set<ItemType> TEXTS = Set.of(ItemType.TEXT, ItemType.MEMO);
    private static final Set<ItemType> NUMBERS = Set.of(ItemType.DECIMAL, ItemType.MONEY, ItemType.INTEGER);
    private static final Set<ItemType> DATES = Set.of(ItemType.DATE);
    private static final Set<ItemType> DAYS_AND_TIMES = Set.of(ItemType.DATE, ItemType.DATETIME);
    private static final Set<ItemType> STRUCTURES = Set.of(ItemType.STRUCTURE);
    private static final Set<ItemType> GEOMETRIES = Set.of(ItemType.GEOMETRY);
    private static final List<String> OWN_COLUMNS =
            List.of("record_digest", "record_version", "record_flow", "record_run", "record_deleted", "record_at");

    private final Document document;
    private final Resource resource;
    private final List<Finding> findings;

    ItemReferences(Document document, Resource resource, List<Finding> findings) {
        this.document = document;
        this.resource = resource;
        this.findings = findings;
    }

    void checkItems() {
        checkItems(resource.items(), "/items/");
    }

    private void checkItems(List<Item> items, String above) {
        Map<String, String> names = new HashMap<>();
        Map<String, String> shortNames = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            String pointer = above + i;
            requireFree(names, item.name(), item, pointer + "/name", "item name");
            String shortName = item.shortName();
            if (shortName != null) {
                requireFree(shortNames, shortName, item, pointer + "/short-name", "short name");
            }
            if (OWN_COLUMNS.contains(item.column())) {
                add(pointer + "/name", SchemaProblem.NAME_TWICE, "column", item.column(), "the registry itself");
            }
            checkItem(item, pointer);
            if (item.isRepeated() || !item.items().isEmpty()) {
                requireType(pointer, item, item.isRepeated() ? "repeated" : "items", STRUCTURES);
                checkItems(item.items(), pointer + "/items/");
            }
        }
    }

    private void checkItem(Item item, String pointer) {
        String codeTable = item.codeTable();
        if (codeTable != null) {
            requireKnown(pointer + "/code-table", "code table", codeTable, CodeTable.names());
            requireType(pointer + "/code-table", item, "code-table", TEXTS);
        }
        String identifier = item.identifier();
        if (identifier != null) {
            requireKnown(pointer + "/identifier", "kind of identifier", identifier, IdentifierKind.labels());
            requireType(pointer + "/identifier", item, "identifier", TEXTS);
        }
        if (item.takesRetired()
                && codeTable == null
                && !IdentifierKind.REGION_CODE.label().equals(identifier)) {
            add(
                    pointer + "/retired-codes",
                    SchemaProblem.ITEM_DOES_NOT_SUIT,
                    item.name(),
                    label(item.type()),
                    "retired-codes",
                    "code-table, identifier: " + IdentifierKind.REGION_CODE.label());
        }
        if (item.length() > 0) {
            requireType(pointer + "/length", item, "length", TEXTS);
        }
        if (!item.textForm().equals(TextForm.ANY)) {
            requireType(pointer + "/text-form", item, "text-form", TEXTS);
        }
        if (item.precision() > 0 || item.scale() > 0) {
            requireType(pointer + "/precision", item, "precision", NUMBERS);
            if (item.scale() > item.precision()) {
                addCrossed(pointer + "/scale", "scale", item.scale(), "precision", item.precision());
            }
        }
        boolean hasCondition = resource.rules().stream()
                .anyMatch(
                        rule -> rule instanceof Rule.RequiredWhen r && r.item().equals(item.name()));
        if (item.obligation() == Obligation.CONDITIONAL && !hasCondition) {
            add(pointer + "/obligation", SchemaProblem.CONDITION_MISSING, item.name());
        }
    }

    void checkKey() {
        for (int i = 0; i < resource.key().size(); i++) {
            String pointer = "/key/" + i;
            Item item = item(pointer, resource.key().get(i));
            if (item != null && item.obligation() != Obligation.MANDATORY) {
                add(pointer, SchemaProblem.KEY_ITEM_NOT_MANDATORY, item.name());
            }
        }
    }

    void checkRule(Rule rule, String pointer) {
        String at = pointer + "/" + rule.name();
        if (rule instanceof Rule.SexAgrees r) {
            requireType(at, r.sex(), rule, TEXTS);
            requireIdentifier(at, r.identityNumber(), rule, IdentifierKind.CITIZEN_NUMBER);
        } else if (rule instanceof Rule.BirthDateAgrees r) {
            requireType(at, r.birthDate(), rule, DATES);
            requireIdentifier(at, r.identityNumber(), rule, IdentifierKind.CITIZEN_NUMBER);
        } else if (rule instanceof Rule.NotBefore r) {
            requireType(at, r.item(), rule, DAYS_AND_TIMES);
            requireSameType(at, r);
        } else if (rule instanceof Rule.DivisionIsWithin r) {
            requireType(at, r.division(), rule, TEXTS);
            requireType(at, r.parent(), rule, TEXTS);
        } else if (rule instanceof Rule.OrganisationCodeIsPart r) {
            String when = r.when();
            if (when == null) {
                requireIdentifier(at, r.organisationCode(), rule, IdentifierKind.ORGANISATION_CODE);
            } else {
                requireType(at, r.organisationCode(), rule, TEXTS);
                checkValues(at, when, r.oneOf());
            }
            requireIdentifier(at, r.creditCode(), rule, IdentifierKind.CREDIT_CODE);
        } else if (rule instanceof Rule.Geometry r) {
            requireType(at, r.item(), rule, GEOMETRIES);
            checkBounds(at, r);
        } else if (rule instanceof Rule.RequiredWhen r) {
            item(at + "/item", r.item());
            checkValues(at, r.when(), r.oneOf());
        } else if (rule instanceof Rule.IdentifierWhen r) {
            requireType(at, r.item(), rule, TEXTS);
            requireKnown(at + "/identifier", "kind of identifier", r.identifier(), IdentifierKind.labels());
            checkValues(at, r.when(), r.oneOf());
        }
    }

    private void checkBounds(String at, Rule.Geometry bounds) {
        if (bounds.west() >= bounds.east()) {
            addCrossed(at + "/west", "west", bounds.west(), "east", bounds.east());
        }
        if (bounds.south() >= bounds.north()) {
            addCrossed(at + "/south", "south", bounds.south(), "north", bounds.north());
        }
    }

    private void checkValues(String at, String when, List<String> oneOf) {
        Item item = item(at + "/when", when);
        String table = item == null ? null : item.codeTable();
        if (table == null || !CodeTable.names().contains(table)) {
            return;
        }
        for (String value : oneOf) {
            if (!CodeTable.bundled(table).holds(value)) {
                add(at + "/one-of", SchemaProblem.LISTED_VALUE_CANNOT_BE, value, when, table);
            }
        }
    }

    private void requireIdentifier(String at, String name, Rule rule, IdentifierKind kind) {
        Item item = item(at, name);
        if (item != null && !kind.label().equals(item.identifier())) {
            String found = item.identifier() == null ? label(item.type()) : item.identifier();
            add(at, SchemaProblem.ITEM_DOES_NOT_SUIT, name, found, rule.name(), "identifier: " + kind.label());
        }
    }

    private void requireSameType(String at, Rule.NotBefore rule) {
        int position = resource.position(rule.item());
        ItemType type = position < 0 ? null : resource.items().get(position).type();
        requireType(at, rule.other(), rule, type == ItemType.DATETIME ? Set.of(type) : DATES);
    }

    private void requireType(String at, String name, Rule rule, Set<ItemType> suited) {
        Item item = item(at, name);
        if (item != null) {
            requireType(at, item, rule.name(), suited);
        }
    }

    private void requireType(String pointer, Item item, String user, Set<ItemType> suited) {
        if (!suited.contains(item.type())) {
            List<String> labels = suited.stream().map(ItemReferences::label).toList();
            String list = Similar.list(labels);
            add(pointer, SchemaProblem.ITEM_DOES_NOT_SUIT, item.name(), label(item.type()), user, list);
        }
    }

    private void requireFree(Map<String, String> taken, String name, Item item, String pointer, String what) {
        String other = taken.putIfAbsent(name, item.title());
        if (other != null) {
            add(pointer, SchemaProblem.NAME_TWICE, what, name, "'" + other + "'");
        }
    }

    private void requireKnown(String pointer, String what, String name, List<String> known) {
        if (!known.contains(name)) {
            add(pointer, SchemaProblem.NAME_UNKNOWN, what, name, Similar.nearest(name, known), Similar.list(known));
        }
    }

    private @Nullable Item item(String pointer, String name) {
        List<String> known = resource.items().stream().map(Item::name).toList();
        requireKnown(pointer, "item", name, known);
        int position = resource.position(name);
        return position < 0 ? null : resource.items().get(position);
    }

    private void addCrossed(String pointer, String less, Object found, String greater, Object other) {
        add(pointer, SchemaProblem.LIMITS_CROSSED, less, String.valueOf(found), greater, String.valueOf(other));
    }

    private void add(String pointer, SchemaProblem problem, String... arguments) {
        findings.add(document.finding(pointer, problem, arguments));
    }

    /** An enum constant as catalogue files write it. */
    static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
