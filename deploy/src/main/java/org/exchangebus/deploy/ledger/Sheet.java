package org.exchangebus.deploy.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts in parts, for any form of paper: text, HTML, CSV and JSON are written from the same sheet, so that none of
 * them knows more than another.
 *
 * @param title key of the title in the words
 * @param subject what it is about, such as a run
 * @param isGood the verdict; what a reader looks for first
 * @param bars counts that a picture compares; may be none
 */
record Sheet(String title, String subject, boolean isGood, List<Bar> bars, List<Part> parts) {

    /** A count in the picture, under a key of the words. */
    record Bar(String name, long value) {}

    /**
     * A table of values: numbers, truths, texts, or null where something is not known.
     *
     * @param name key in the words
     * @param columns keys in the words
     * @param isSingle whether it has exactly one row, which is then written from top to bottom
     */
    record Part(String name, List<String> columns, boolean isSingle, List<List<@Nullable Object>> rows) {

        /** One row: names and values in turn. */
        static Part single(String name, @Nullable Object... namesAndValues) {
            List<String> columns = new ArrayList<>();
            List<@Nullable Object> row = new ArrayList<>();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                columns.add(String.valueOf(namesAndValues[i]));
                row.add(namesAndValues[i + 1]);
            }
            return new Part(name, columns, true, List.of(row));
        }

        static Part table(String name, List<String> columns) {
            return new Part(name, columns, false, new ArrayList<>());
        }

        Part add(@Nullable Object... row) {
            rows.add(Arrays.asList(row));
            return this;
        }
    }
}
