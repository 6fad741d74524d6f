package org.exchangebus.schemas.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the changes of the items of a resource. */
final class ItemComparison {

    private final Resource older;
    private final Resource newer;
    private final Changes changes;

    ItemComparison(Resource older, Resource newer, Changes changes) {
        this.older = older;
        this.newer = newer;
        this.changes = changes;
    }

    void compare() {
        Map<String, Item> before = byName(older);
        Map<String, Item> now = byName(newer);
        for (Item item : older.items()) {
            Item other = now.get(item.name());
            if (other == null) {
                changes.addToItem(ChangeKind.ITEM_REMOVED, item.name(), item.title(), "", "");
            } else {
                compare(item, other);
            }
        }
        for (Item item : newer.items()) {
            if (!before.containsKey(item.name())) {
                ChangeKind kind = item.obligation() == Obligation.MANDATORY
                        ? ChangeKind.ITEM_ADDED_MANDATORY
                        : ChangeKind.ITEM_ADDED_OPTIONAL;
                changes.addToItem(kind, item.name(), "", item.title(), RegistryDdl.addColumn(newer, item));
            }
        }
        List<String> stayed = names(older).stream().filter(now::containsKey).toList();
        List<String> order = names(newer).stream().filter(before::containsKey).toList();
        changes.when(
                !stayed.equals(order),
                ChangeKind.ITEMS_MOVED,
                newer.name(),
                String.join(", ", stayed),
                String.join(", ", order));
    }

    private void compare(Item was, Item is) {
        String name = is.name();
        compareType(was, is);
        compareObligation(was, is);
        compareCodeTable(name, was.codeTable(), is.codeTable());
        if (was.takesRetired() != is.takesRetired()) {
            ChangeKind kind = is.takesRetired() ? ChangeKind.RETIRED_CODES_TAKEN : ChangeKind.RETIRED_CODES_REFUSED;
            changes.addToItem(kind, name, "", "", "");
        }
        boolean hasIdentifier = is.identifier() != null;
        whenOther(
                hasIdentifier ? ChangeKind.IDENTIFIER_CHANGED : ChangeKind.IDENTIFIER_DROPPED,
                name,
                was.identifier(),
                is.identifier());
        TextForm form = is.textForm();
        boolean isWeaker = form.width().compareTo(was.textForm().width()) <= 0
                && (!form.isNormalised() || was.textForm().isNormalised());
        whenOther(
                isWeaker ? ChangeKind.TEXT_FORM_RELAXED : ChangeKind.TEXT_FORM_TIGHTENED,
                name,
                was.textForm(),
                is.textForm());
        whenOther(
                ChangeKind.MASKING_CHANGED,
                name,
                was.masking() == null ? null : was.masking().label(),
                is.masking() == null ? null : is.masking().label());
        whenOther(ChangeKind.SHORT_NAME_CHANGED, name, was.shortName(), is.shortName());
        if (!was.items().equals(is.items()) || was.isRepeated() != is.isRepeated()) {
            changes.addToItem(ChangeKind.SHAPE_CHANGED, name, shape(was), shape(is), "");
        }
        if (!was.title().equals(is.title()) || !was.summary().equals(is.summary())) {
            changes.addToItem(ChangeKind.TEXT_CHANGED, name, was.title(), is.title(), "");
        }
    }

    private void compareType(Item was, Item is) {
        if (was.type() != is.type()) {
            changes.addToItem(
                    ChangeKind.TYPE_CHANGED,
                    is.name(),
                    ItemReferences.label(was.type()),
                    ItemReferences.label(is.type()),
                    RegistryDdl.alterColumn(newer, is),
                    onColumn(was, is, Effect.COLUMN_IS_OF_OTHER_TYPE));
        }
        Effect[] onColumn = was.type() == is.type() ? onColumn(was, is, Effect.COLUMN_IS_TOO_NARROW) : new Effect[0];
        if (unlimited(is.length()) < unlimited(was.length())) {
            changes.addToItem(ChangeKind.LENGTH_SHRUNK, is.name(), length(was), length(is), "");
        } else if (unlimited(is.length()) > unlimited(was.length())) {
            String statement = RegistryDdl.alterColumn(newer, is);
            changes.addToItem(ChangeKind.LENGTH_WIDENED, is.name(), length(was), length(is), statement, onColumn);
        }
        if (wholeDigits(is) < wholeDigits(was) || places(is) < places(was)) {
            changes.addToItem(ChangeKind.DIGITS_SHRUNK, is.name(), digits(was), digits(is), "");
        }
        if (wholeDigits(is) > wholeDigits(was) || places(is) > places(was)) {
            String statement = RegistryDdl.alterColumn(newer, is);
            changes.addToItem(ChangeKind.DIGITS_WIDENED, is.name(), digits(was), digits(is), statement, onColumn);
        }
    }

    private void compareObligation(Item was, Item is) {
        // From mandatory over conditional to optional, each is weaker than the one before.
        if (is.obligation().compareTo(was.obligation()) > 0) {
            whenOther(ChangeKind.OBLIGATION_RELAXED, is.name(), label(was.obligation()), label(is.obligation()));
        } else {
            ChangeKind kind = is.obligation() == Obligation.MANDATORY
                    ? ChangeKind.OBLIGATION_TIGHTENED
                    : ChangeKind.OBLIGATION_CONDITIONAL;
            whenOther(kind, is.name(), label(was.obligation()), label(is.obligation()));
        }
    }

    private void compareCodeTable(String name, @Nullable String was, @Nullable String is) {
        if (was == null) {
            whenOther(ChangeKind.CODE_TABLE_SET, name, null, is);
        } else if (is == null) {
            whenOther(ChangeKind.CODE_TABLE_DROPPED, name, was, null);
        } else {
            whenOther(ChangeKind.CODE_TABLE_CHANGED, name, was, is);
        }
    }

    private void whenOther(ChangeKind kind, String item, @Nullable Object was, @Nullable Object is) {
        if (!Objects.equals(was, is)) {
            changes.addToItem(kind, item, Changes.stated(was), Changes.stated(is), "");
        }
    }

    private static Effect[] onColumn(Item was, Item is, Effect effect) {
        boolean isOther = !RegistryDdl.columnType(was).equals(RegistryDdl.columnType(is));
        return isOther ? new Effect[] {effect} : new Effect[0];
    }

    private static int unlimited(int length) {
        return length == 0 ? Integer.MAX_VALUE : length;
    }

    private static int wholeDigits(Item item) {
        return item.precision() == 0 ? Integer.MAX_VALUE : item.precision() - item.scale();
    }

    private static int places(Item item) {
        return item.precision() == 0 ? Integer.MAX_VALUE : item.scale();
    }

    private static String length(Item item) {
        return item.length() == 0 ? "∞" : String.valueOf(item.length());
    }

    private static String digits(Item item) {
        return item.precision() == 0 ? "∞" : item.precision() + "," + item.scale();
    }

    private static String shape(Item item) {
        String inner = item.items().stream()
                .map(nested -> nested.items().isEmpty() ? nested.name() : nested.name() + shape(nested))
                .collect(Collectors.joining(", ", "{", "}"));
        return item.isRepeated() ? "[" + inner + "]" : inner;
    }

    private static String label(Obligation obligation) {
        return ItemReferences.label(obligation);
    }

    private static List<String> names(Resource resource) {
        return resource.items().stream().map(Item::name).toList();
    }

    private static Map<String, Item> byName(Resource resource) {
        Map<String, Item> items = new HashMap<>();
        resource.items().forEach(item -> items.put(item.name(), item));
        return items;
    }
}
