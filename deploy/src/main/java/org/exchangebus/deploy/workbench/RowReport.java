package org.exchangebus.deploy.workbench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.transformers.explain.ExplainedItem;
import org.exchangebus.transformers.explain.Explanation;
import org.exchangebus.transformers.explain.ExplanationJson;
import org.exchangebus.transformers.explain.Fate;

/** Tells what becomes of each row of a sample: the record or the reasons, in the end the totals. */
public final class RowReport {

    private final PrintWriter out;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u2028-\\u202e\\u2066-\\u2069]");

    private final Texts texts;
    private final ReportFormat format;
    private final boolean isExplained;
    private final ExplanationText text;
    private final ExplanationJson json;
    private final Map<Fate, Integer> totals = new EnumMap<>(Fate.class);

    /** @param isExplained whether each value is told with its source, its steps and the catalogue's rules */
    public RowReport(PrintWriter out, Locale locale, ReportFormat format, boolean isExplained) {
        this.out = out;
        this.format = format;
        this.isExplained = isExplained;
        texts = new Texts(locale);
        text = new ExplanationText(out, locale);
        json = new ExplanationJson(locale);
    }

    public void write(Explanation row) {
        totals.merge(row.fate(), 1, Integer::sum);
        if (format == ReportFormat.JSON) {
            out.println(isExplained ? json.of(row) : briefly(row));
            return;
        }
        out.println(
                texts.say("row", row.position(), texts.say("fate." + row.fate().word())));
        if (isExplained) {
            text.write(row);
        } else if (row.fate() == Fate.RECORD || row.fate() == Fate.DELETE) {
            writeRecord(row.items());
            text.writeDoubts(row.items());
        }
        text.writeReasons(row.reasons());
    }

    /** Tells the totals; whether nothing was rejected. */
    public boolean end() {
        int rows = totals.values().stream().mapToInt(Integer::intValue).sum();
        if (format == ReportFormat.JSON) {
            ObjectNode total = JsonNodeFactory.instance.objectNode().put("rows", rows);
            for (Fate fate : Fate.values()) {
                total.put(fate.word(), total(fate));
            }
            out.println(JsonNodeFactory.instance.objectNode().set("total", total));
        } else {
            out.println(texts.say(
                    "rows", rows, total(Fate.RECORD), total(Fate.DELETE), total(Fate.LEFT_OUT), total(Fate.REJECTED)));
        }
        out.flush();
        return total(Fate.REJECTED) == 0;
    }

    private int total(Fate fate) {
        return totals.getOrDefault(fate, 0);
    }

    private void writeRecord(List<ExplainedItem> items) {
        int width = items.stream()
                .mapToInt(item -> item.item().name().length())
                .max()
                .orElse(0);
        for (ExplainedItem item : items) {
            if (item.value() != null) {
                String name = item.item().name();
                out.println("    " + name + " ".repeat(width + 2 - name.length()) + visible(item.value()));
            }
        }
    }

    /** A value could move the cursor, or forge a line of this report. */
    private static String visible(String value) {
        return CONTROL.matcher(value)
                .replaceAll(
                        found -> String.format("\\\\u%04x", (int) found.group().charAt(0)));
    }

    private ObjectNode briefly(Explanation row) {
        ObjectNode line =
                JsonNodeFactory.instance.objectNode().put("place", row.place()).put("position", row.position());
        switch (row.fate()) {
            case REJECTED -> line.set(row.fate().word(), json.reasons(row.reasons()));
            case LEFT_OUT -> line.putObject(row.fate().word());
            default -> {
                ObjectNode items = line.putObject(row.fate().word());
                row.items().stream()
                        .filter(item -> item.value() != null)
                        .forEach(item -> items.put(item.item().name(), item.value()));
            }
        }
        return line;
    }
}
