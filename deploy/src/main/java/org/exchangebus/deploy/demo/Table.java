package org.exchangebus.deploy.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Text in columns; numbers to the right, and a Chinese character as wide as two others. */
public final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    public Table(List<String> heads) {
        rows.add(heads);
    }

    public void add(List<String> row) {
        rows.add(row);
    }

    public List<String> lines() {
        int columns = rows.get(0).size();
        List<Integer> widths = IntStream.range(0, columns)
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> TextWidth.of(row.get(column)))
                        .max()
                        .orElse(0))
                .toList();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            String blanks = " ".repeat(widths.get(column) - TextWidth.of(cell));
            boolean isNumber = rows.size() > 1 && rows.get(1).get(column).matches("-?[0-9.]+");
            line.append(column == 0 ? "" : "  ").append(isNumber ? blanks + cell : cell + blanks);
        }
        return line.toString().stripTrailing();
    }
}
