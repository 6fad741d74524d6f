package org.exchangebus.transformers.function;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exchangebus.transformers.value.Slices;

/** A table of a mapping's own that is looked up by its first column. Immutable, shared by threads. */
public final class Table {

    private final Map<String, Slices> columns = new LinkedHashMap<>();

    /**
     * Takes over a table.
     *
     * @param names the columns, of which the first is the one that is looked up
     * @param rows as many texts each as there are columns; no two begin alike
     */
    public Table(List<String> names, List<List<String>> rows) {
        for (int column = 1; column < names.size(); column++) {
            Map<String, String> values = new LinkedHashMap<>();
            for (List<String> row : rows) {
                values.put(row.get(0), row.get(column));
            }
            columns.put(names.get(column), new Slices(values));
        }
    }

    /** The columns that can be given, in order; at least one. */
    List<String> columns() {
        return new ArrayList<>(columns.keySet());
    }

    /** What a column has for each text of the first. */
    Slices column(String name) {
        Slices column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException(name);
        }
        return column;
    }
}
