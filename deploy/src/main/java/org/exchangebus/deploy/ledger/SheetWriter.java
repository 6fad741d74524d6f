package org.exchangebus.deploy.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.exchangebus.deploy.demo.Table;
import org.exchangebus.deploy.ledger.Sheet.Part;
import org.jspecify.annotations.Nullable;

/** Writes a sheet as text in the reader's language, as CSV or as JSON; {@link SheetPage} writes it as HTML. */
final class SheetWriter {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Spreadsheets take a file without it for GBK. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private SheetWriter() {}

    static void write(Sheet sheet, SheetFormat format, PrintWriter out, Locale locale) {
        switch (format) {
            case TEXT -> text(sheet, out, new SheetWords(locale));
            case HTML -> out.print(SheetPage.of(sheet));
            case CSV -> csv(sheet, out);
            case JSON -> out.println(json(sheet));
        }
        out.flush();
    }

    static ObjectNode json(Sheet sheet) {
        ObjectNode json = JSON.createObjectNode().put("title", sheet.title()).put("subject", sheet.subject());
        json.put("good", sheet.isGood());
        for (Part part : sheet.parts()) {
            if (part.isSingle()) {
                fill(json.putObject(part.name()), part, part.rows().get(0));
            } else {
                ArrayNode rows = json.putArray(part.name());
                part.rows().forEach(row -> fill(rows.addObject(), part, row));
            }
        }
        return json;
    }

    private static void fill(ObjectNode node, Part part, List<@Nullable Object> row) {
        for (int i = 0; i < row.size(); i++) {
            node.set(part.columns().get(i), JSON.valueToTree(row.get(i)));
        }
    }

    /** One value a line, so that every part fits into one file and the columns never change. */
    private static void csv(Sheet sheet, PrintWriter out) {
        out.print(BYTE_ORDER_MARK + "part,row,name,value\r\n");
        out.print(line("sheet", "1", "title", sheet.title()) + line("sheet", "1", "subject", sheet.subject()));
        out.print(line("sheet", "1", "good", Boolean.toString(sheet.isGood())));
        for (Part part : sheet.parts()) {
            for (int row = 0; row < part.rows().size(); row++) {
                for (int i = 0; i < part.columns().size(); i++) {
                    Object value = part.rows().get(row).get(i);
                    out.print(line(
                            part.name(),
                            Integer.toString(row + 1),
                            part.columns().get(i),
                            value == null ? "" : value.toString()));
                }
            }
        }
    }

    private static String line(String... cells) {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            line.append(line.isEmpty() ? "" : ",").append(cell(cell));
        }
        return line.append("\r\n").toString();
    }

    /** A spreadsheet would work out what begins like a formula; an apostrophe makes it a text. */
    private static String cell(String text) {
        boolean isFormula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !text.matches("-\\d+");
        String safe = isFormula ? "'" + text : text;
        boolean isPlain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return isPlain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    private static void text(Sheet sheet, PrintWriter out, SheetWords words) {
        out.println(words.say(sheet.title()) + "  " + sheet.subject() + "  "
                + words.say(sheet.verdict().word()));
        for (Part part : sheet.parts()) {
            if (part.rows().isEmpty()) {
                continue;
            }
            out.println();
            out.println(words.say(part.name()));
            if (part.isSingle()) {
                for (int i = 0; i < part.columns().size(); i++) {
                    String label = words.say(part.columns().get(i));
                    out.println(
                            "  " + label + ": " + words.shown(part.rows().get(0).get(i)));
                }
            } else {
                Table table = new Table(part.columns().stream().map(words::say).toList());
                part.rows()
                        .forEach(row -> table.add(row.stream().map(words::shown).toList()));
                table.lines().forEach(line -> out.println("  " + line));
            }
        }
    }
}
