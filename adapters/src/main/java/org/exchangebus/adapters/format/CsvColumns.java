package org.exchangebus.adapters.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.exchangebus.schemas.problem.Finding;
import org.jspecify.annotations.Nullable;

/** Which column of a file holds which field. */
final class CsvColumns {

    private final int[] columnOfField;

    /** Why the header is not the declared one; null if it is. */
    private final @Nullable Finding problem;

    private CsvColumns(int[] columnOfField, @Nullable Finding problem) {
        this.columnOfField = columnOfField;
        this.problem = problem;
    }

    static CsvColumns inOrder(int count) {
        int[] columns = new int[count];
        for (int i = 0; i < count; i++) {
            columns[i] = i;
        }
        return new CsvColumns(columns, null);
    }

    static CsvColumns byName(List<String> header, List<String> fields, String where) {
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            if (!seen.add(name)) {
                return new CsvColumns(new int[0], Finding.of(where, FormatProblem.COLUMN_TWICE, name));
            }
        }
        List<String> missing =
                fields.stream().filter(field -> !seen.contains(field)).toList();
        List<String> unknown =
                header.stream().filter(name -> !fields.contains(name)).toList();
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            return new CsvColumns(
                    new int[0], Finding.of(where, FormatProblem.OTHER_COLUMNS, list(missing), list(unknown)));
        }
        return new CsvColumns(fields.stream().mapToInt(header::indexOf).toArray(), null);
    }

    /** The names in the row on which the scanner stands. */
    static List<String> names(CsvScanner scanner, CsvCells cells) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < scanner.cells(); i++) {
            int length = cells.decode(scanner, i);
            names.add(length < 0 ? "?" : new String(cells.text(), 0, length, StandardCharsets.UTF_8).strip());
        }
        return names;
    }

    int count() {
        return columnOfField.length;
    }

    int of(int field) {
        return columnOfField[field];
    }

    @Nullable
    Finding problem() {
        return problem;
    }

    private static String list(List<String> names) {
        if (names.isEmpty()) {
            return "-";
        }
        String shown = String.join(", ", names.subList(0, Math.min(10, names.size())));
        return names.size() > 10 ? shown + ", …" : shown;
    }
}
