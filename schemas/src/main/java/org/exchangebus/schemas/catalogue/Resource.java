package org.exchangebus.schemas.catalogue;

import java.util.List;

/** One entry of the catalogue (信息资源): what it is, whose it is, and its items. */
public record Resource(String name, String title, String code, String summary, List<String> key, List<Item> items) {

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
