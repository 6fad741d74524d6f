package org.exchangebus.schemas.catalogue;

/** Data types of an item; the letter is that of the 2017 catalogue guide (信息项数据类型). */
public enum ItemType {
    TEXT('C'),
    DECIMAL('N'),
    MONEY('Y'),
    DATE('D'),
    DATETIME('T'),
    BOOLEAN('L'),
    MEMO('M'),
    INTEGER('I'),
    /** GeoJSON text; the guide's 通用型. */
    GEOMETRY('G'),
    /** Canonical JSON text of nested and repeated items; 通用型 as well. */
    STRUCTURE('G');

    private final char letter;

    ItemType(char letter) {
        this.letter = letter;
    }

    public char letter() {
        return letter;
    }
}
