package org.exchangebus.transformers.example;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What came out of an example otherwise than expected.
 *
 * @param row which row, from 1; 0 where it is the example as a whole
 * @param item the item that differs; null where what becomes of the row differs
 * @param expected missing where nothing was expected
 * @param actual missing where nothing came
 */
public record Difference(int row, @Nullable String item, JsonNode expected, JsonNode actual) {

    @Override
    public String toString() {
        String where = row == 0 ? "" : "row " + row + (item == null ? "" : ", " + item) + ": ";
        return where + "expected " + text(expected) + " but was " + text(actual);
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.toString();
    }
}
