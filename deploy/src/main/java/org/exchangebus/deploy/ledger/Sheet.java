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
 * @param verdict what a reader looks for first
 * @param bars counts that a picture compares; may be none
 */
record Sheet(String title, String subject, Verdict verdict, List<Bar> bars, List<Part> parts) {

    /** What it comes to, with its key in the words. */
    enum Verdict {
        GOOD("good"),
        NOT_GOOD("notGood"),
        /** What the sheet tells of is still under way. */
        NOT_YET("notYet");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        static Verdict of(boolean isGood) {
            return isGood ? GOOD : NOT_GOOD;
        }

        String word() {
            return word;
        }
    }

    boolean isGood() {
        return verdict == Verdict.GOOD;
    }

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
