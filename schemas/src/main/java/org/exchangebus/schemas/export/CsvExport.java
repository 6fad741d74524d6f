package org.exchangebus.schemas.export;

import java.util.List;
import java.util.stream.Collectors;
import org.exchangebus.schemas.catalogue.Item;
import org.exchangebus.schemas.catalogue.Resource;

/** The head of a CSV file of records, and the data dictionary as CSV (RFC 4180). */
final class CsvExport {

    /** Spreadsheets take a file without it for GBK. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvExport() {}

    /** The names of the items, as the first line of a file of records. */
    static String head(Resource resource) {
        return line(resource.items().stream().map(Item::name).toList());
    }

    /** A line for each item; for people, who open it in a spreadsheet. */
    static String dictionary(Resource resource, Words words) {
        ItemTable table = new ItemTable(resource, words);
        return BYTE_ORDER_MARK
                + line(table.heads())
                + table.rows().stream()
                        .map(row -> line(row.stream().map(CsvExport::noFormula).toList()))
                        .collect(Collectors.joining());
    }

    /** A spreadsheet would work out what begins like a formula; an apostrophe makes it a text. */
    private static String noFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String line(List<String> cells) {
        return cells.stream().map(CsvExport::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return isPlain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
