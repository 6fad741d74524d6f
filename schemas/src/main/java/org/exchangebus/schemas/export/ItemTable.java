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
        for (Item item : resource.items()) {
            rows.add(List.of(
                    String.valueOf(rows.size() + 1),
                    item.name(),
                    item.title(),
                    Objects.toString(item.shortName(), ""),
                    words.label(item.type()),
                    length(item),
                    words.label(item.obligation()),
                    resource.key().contains(item.name()) ? words.say("yes") : "",
                    Objects.toString(item.codeTable(), ""),
                    Objects.toString(item.identifier(), ""),
                    item.masking() == null ? "" : item.masking().label(),
                    item.summary()));
        }
        return rows;
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
