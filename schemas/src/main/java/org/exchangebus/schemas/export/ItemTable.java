package org.exchangebus.schemas.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.exchangebus.schemas.catalogue.Item;
import org.exchangebus.schemas.catalogue.Resource;

/** The items of a resource as rows of text: the data dictionary. */
public final class ItemTable {

    private final Resource resource;
    private final Words words;

    public ItemTable(Resource resource, Words words) {
        this.resource = resource;
        this.words = words;
    }

    /** What the columns hold. */
    public List<String> heads() {
        return List.of(
                words.say("number"),
                words.say("item-name"),
                words.say("item-title"),
                words.say("short-name"),
                words.say("type"),
                words.say("length"),
                words.say("obligation"),
                words.say("key"),
                words.say("code-table"),
                words.say("identifier"),
                words.say("masking"),
                words.say("item-summary"));
    }

    /** A row for each item, in the order of the catalogue; a text that there is none of is empty. */
    public List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        addRows(resource.items(), "", "", rows);
        return rows;
    }

    /** Nested items follow the one that they stand in, with its number and name before theirs. */
    private void addRows(List<Item> items, String number, String above, List<List<String>> rows) {
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            String name = above + item.name();
            rows.add(List.of(
                    number + (i + 1),
                    name + (item.isRepeated() ? "[]" : ""),
                    item.title(),
                    Objects.toString(item.shortName(), ""),
                    words.label(item.type()),
                    length(item),
                    words.label(item.obligation()),
                    above.isEmpty() && resource.key().contains(item.name()) ? words.say("yes") : "",
                    Objects.toString(item.codeTable(), ""),
                    Objects.toString(item.identifier(), ""),
                    item.masking() == null ? "" : item.masking().label(),
                    words.in(item.summary())));
            addRows(item.items(), number + (i + 1) + ".", name + ".", rows);
        }
    }

    /** Characters of a text; digits and decimal places of a number. */
    private static String length(Item item) {
        if (item.length() > 0) {
            return String.valueOf(item.length());
        }
        if (item.precision() > 0) {
            return item.scale() > 0 ? item.precision() + "," + item.scale() : String.valueOf(item.precision());
        }
        return "";
    }
}
