package org.exchangebus.schemas.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * One item (信息项) of a resource.
 *
 * @param name kebab-case English name, unique in the resource; what mappings and messages call it
 * @param title the Chinese name in the catalogue
 * @param length greatest number of characters (Unicode code points) of a text; 0 is unlimited
 * @param precision greatest number of digits of a number; 0 is unlimited
 * @param scale greatest number of decimal places of a number
 * @param codeTable name of the code table whose codes the item holds; null for free text
 * @param identifier kind of identifier whose form and check digit the item must satisfy; null for none
 * @param isSensitive whether the value is personal and masked wherever people look
 * @param summary one sentence; also the editor's help
 */
public record Item(
        String name,
        String title,
        ItemType type,
        int length,
        int precision,
        int scale,
        Obligation obligation,
        @Nullable String codeTable,
        @Nullable String identifier,
        boolean isSensitive,
        String summary) {

    /** The registry's column: the name with underscores. */
    public String column() {
        return name.replace('-', '_');
    }
}
