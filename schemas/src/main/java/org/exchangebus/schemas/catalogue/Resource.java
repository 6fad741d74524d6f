package org.exchangebus.schemas.catalogue;

import java.util.List;

/**
 * One entry of the catalogue (信息资源): what it is, whose it is, its items and the rules across them.
 *
 * @param name kebab-case English name, unique in the catalogue
 * @param title the Chinese name in the catalogue
 * @param code resource code of the guide, front part {@code /} back part
 * @param key names of the items that together tell one record from another
 */
public record Resource(
        String name,
        String title,
        String code,
        String summary,
        List<String> key,
        List<Item> items,
        List<Rule> rules,
        Metadata metadata) {

    public Resource {
        key = List.copyOf(key);
        items = List.copyOf(items);
        rules = List.copyOf(rules);
    }

    /** The registry's table: the name with underscores. */
    public String table() {
        return name.replace('-', '_');
    }

    /** Position of an item among the items, or -1. */
    public int position(String item) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).name().equals(item)) {
                return i;
            }
        }
        return -1;
    }
}
