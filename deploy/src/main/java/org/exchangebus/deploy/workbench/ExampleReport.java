package org.exchangebus.deploy.workbench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.schemas.codetable.CodeTable;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.transformers.example.Coverage;
import org.exchangebus.transformers.example.Difference;
import org.exchangebus.transformers.example.Gap;
import org.exchangebus.transformers.example.MappingExample;
import org.exchangebus.transformers.mapping.Mapping;

/** Tells how the examples of mappings came out, and what of each mapping no example shows. */
final class ExampleReport {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final PrintWriter out;
    private final Texts texts;
    private final ReportFormat format;
    private final Locale locale;
    private int examples;
    private int different;
    private int updated;

    ExampleReport(PrintWriter out, Locale locale, ReportFormat format) {
        this.out = out;
        this.format = format;
        this.locale = locale;
        texts = new Texts(locale);
    }

    void write(MappingExample example, List<Difference> differences, boolean isUpdated) {
        examples++;
        different += differences.isEmpty() ? 0 : 1;
        updated += isUpdated ? 1 : 0;
        if (format == ReportFormat.JSON) {
            ObjectNode line =
                    JSON.objectNode().put("example", example.toString()).put("updated", isUpdated);
            ArrayNode all = line.putArray("differences");
            for (Difference difference : differences) {
                ObjectNode one = all.addObject().put("row", difference.row()).put("item", difference.item());
                one.set("expected", difference.expected());
                one.set("actual", difference.actual());
            }
            out.println(line);
            return;
        }
        out.println((differences.isEmpty() ? "✓ " : "✗ ") + example + (isUpdated ? texts.say("example.updated") : ""));
        for (Difference difference : differences) {
            out.println("    "
                    + texts.say(
                            difference.item() == null ? "difference" : "difference.item",
                            difference.row(),
                            difference.item() == null ? "" : difference.item()));
            out.println("        "
                    + texts.say(
                            "difference.expected", text(difference.expected().toString())));
            out.println("        "
                    + texts.say("difference.actual", text(difference.actual().toString())));
        }
    }

    /** An example that cannot be tried counts as one that came out differently. */
    void write(MappingExample example, List<Finding> findings) {
        examples++;
        different++;
        if (format == ReportFormat.JSON) {
            ObjectNode line = JSON.objectNode().put("example", example.toString());
            ArrayNode all = line.putArray("findings");
            findings.forEach(finding -> all.addObject()
                    .put("at", finding.where())
                    .put("problem", finding.problem().code())
                    .put("text", finding.problem().text(locale, finding.arguments()))
                    .put("remedy", finding.problem().remedy(locale, finding.arguments())));
            out.println(line);
            return;
        }
        out.println("✗ " + example);
        for (Finding finding : findings) {
            finding.render(locale).lines().forEach(line -> out.println("    " + near(line)));
        }
    }

    void write(Mapping mapping, Coverage coverage) {
        List<Gap> gaps = coverage.gaps();
        int shown = coverage.parts() - gaps.size();
        if (format == ReportFormat.JSON) {
            ObjectNode line = JSON.objectNode().put("mapping", mapping.name());
            ObjectNode json =
                    line.putObject("coverage").put("parts", coverage.parts()).put("shown", shown);
            ObjectNode codes = json.putObject("codes");
            coverage.codes().forEach((table, used) -> used.forEach(codes.withArray(table)::add));
            ArrayNode all = json.putArray("gaps");
            gaps.forEach(gap -> all.addObject()
                    .put("kind", gap.kind().word())
                    .put("item", gap.item())
                    .put("written", gap.spot().written())
                    .put("at", gap.spot().place().text())
                    .put("detail", gap.detail()));
            out.println(line);
            return;
        }
        out.println("  " + texts.say("coverage", mapping.name(), shown, coverage.parts()));
        for (Gap gap : gaps) {
            boolean isWord = gap.kind() == Gap.Kind.WORD_NEVER_MET;
            String part =
                    isWord ? String.valueOf(gap.spot().name()) : gap.spot().written();
            out.println("    " + near(gap.spot().place().text()) + "  " + gap.item() + ": "
                    + texts.say("gap." + gap.kind().word(), part, gap.detail()));
        }
        coverage.codes()
                .forEach((table, used) -> out.println("    "
                        + texts.say(
                                "coverage.codes",
                                table,
                                used.size(),
                                CodeTable.bundled(table).labels().size())));
    }

    /** Tells the totals; whether every example came out as expected. */
    boolean end() {
        if (format == ReportFormat.TEXT) {
            out.println(texts.say("examples", examples, different, updated));
        } else {
            ObjectNode total = JSON.objectNode();
            total.putObject("total")
                    .put("examples", examples)
                    .put("different", different)
                    .put("updated", updated);
            out.println(total);
        }
        out.flush();
        return different == 0;
    }

    /** The place as seen from the folder that the command was called in. */
    static String near(String place) {
        String here = Path.of("").toAbsolutePath() + File.separator;
        return place.startsWith(here) ? place.substring(here.length()) : place;
    }

    private String text(String json) {
        return json.isEmpty() ? texts.say("value.none") : json;
    }
}
