package org.exchangebus.schemas.export;

import java.util.List;
import org.exchangebus.schemas.catalogue.Item;
import org.exchangebus.schemas.codetable.Code;
import org.exchangebus.schemas.codetable.CodeTable;

/** The listed codes that an item takes: retired ones only where the item says so, as its check does. */
final class AllowedCodes {

    private AllowedCodes() {}

    static List<Code> of(Item item, CodeTable table) {
        return table.codes().stream()
                .filter(code -> item.takesRetired() || !code.isRetired())
                .toList();
    }
}
