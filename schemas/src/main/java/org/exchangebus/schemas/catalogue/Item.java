package org.exchangebus.schemas.catalogue;

import java.util.List;
import org.exchangebus.schemas.masking.Masking;
import org.exchangebus.schemas.problem.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * One item (信息项) of a resource.
 *
 * @param name kebab-case English name, unique in the resource; what mappings and messages call it
 * @param title the Chinese name in the catalogue
 * @param shortName the column that the standard or practice gives it, such as {@code GMSFHM}; null for none
 * @param length greatest number of characters (Unicode code points) of a text; 0 is unlimited
 * @param precision greatest number of digits of a number; 0 is unlimited
 * @param scale greatest number of decimal places of a number
 * @param codeTable name of the code table whose codes the item holds; null for free text
 * @param identifier kind of identifier whose form and check digit the item must satisfy; null for none
 * @param takesRetired whether a code that its table has retired is in order, because records keep the code of their time
 * @param masking how the value is shown wherever people look; null where neither it nor what stands in it is personal
 * @param textForm width and Unicode normal form of a text; {@link TextForm#ANY} claims nothing
 * @param summary one sentence, also the editor's help; where there is none in Chinese, the English one stands for it
 * @param items of a structure, what stands in it; empty where that is not declared and any names may stand there
 * @param isRepeated of a structure, whether it is a list of such
 */
public record Item(
        String name,
        String title,
        @Nullable String shortName,
        ItemType type,
        int length,
        int precision,
        int scale,
        Obligation obligation,
        @Nullable String codeTable,
        @Nullable String identifier,
        boolean takesRetired,
        @Nullable Masking masking,
        TextForm textForm,
        Phrase summary,
        List<Item> items,
        boolean isRepeated) {

    public Item {
        items = List.copyOf(items);
        if (masking == null && items.stream().anyMatch(Item::isSensitive)) {
            masking = Masking.WHOLE;
        }
    }

    /** The same item under another name. */
    Item named(String other) {
        return new Item(
                other,
                title,
                shortName,
                type,
                length,
                precision,
                scale,
                obligation,
                codeTable,
                identifier,
                takesRetired,
                masking,
                textForm,
                summary,
                items,
                isRepeated);
    }

    /** The registry's column: the name with underscores. */
    public String column() {
        return name.replace('-', '_');
    }

    /** Whether the value is personal and masked wherever people look. */
    public boolean isSensitive() {
        return masking != null;
    }

    /** The value as people may see it. */
    public String shown(String value) {
        return masking == null ? value : masking.mask(value);
    }
}
