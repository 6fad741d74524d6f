package org.exchangebus.deploy.workbench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.deploy.demo.TextWidth;
import org.exchangebus.schemas.problem.Finding;

/** Tells everything that is wrong with a system's files, each with its line and a mark below the place. */
public final class FindingReport {

    private static final Pattern PLACE = Pattern.compile("(.+):([0-9]+):([0-9]+)");
    private static final Pattern WORD = Pattern.compile("[^\\s:|(),'\"\\[\\]{}]+");

    private final PrintWriter out;
    private final Locale locale;
    private final ReportFormat format;

    public FindingReport(PrintWriter out, Locale locale, ReportFormat format) {
        this.out = out;
        this.locale = locale;
        this.format = format;
    }

    /** Tells the findings; whether there are none. */
    public boolean write(String system, List<Finding> findings) {
        for (Finding finding : findings) {
            String text = finding.problem().text(locale, finding.arguments());
            String remedy = finding.problem().remedy(locale, finding.arguments());
            if (format == ReportFormat.JSON) {
                out.println(JsonNodeFactory.instance
                        .objectNode()
                        .put("system", system)
                        .put("at", finding.where())
                        .put("problem", finding.problem().code())
                        .put("text", text)
                        .put("remedy", remedy));
            } else {
                out.println(ExampleReport.near(finding.where()) + "  "
                        + finding.problem().code() + "  " + text);
                excerpt(finding.where());
                out.println("    " + remedy);
            }
        }
        if (format == ReportFormat.JSON) {
            out.println(
                    JsonNodeFactory.instance.objectNode().put("system", system).put("findings", findings.size()));
        } else {
            out.println(new Texts(locale).say("findings", system, findings.size()));
        }
        out.flush();
        return findings.isEmpty();
    }

    private void excerpt(String where) {
        Matcher place = PLACE.matcher(where);
        if (!place.matches()) {
            return;
        }
        int number = Integer.parseInt(place.group(2));
        int column = Integer.parseInt(place.group(3));
        String line = line(Path.of(place.group(1)), number);
        if (line.isEmpty() || column > line.length()) {
            return;
        }
        String head = "%6d | ".formatted(number);
        Matcher word = WORD.matcher(line);
        boolean isWord = word.find(column - 1) && word.start() == column - 1;
        int marks = isWord ? TextWidth.of(word.group()) : 1;
        out.println(head + line);
        out.println(" ".repeat(head.length() + TextWidth.of(line.substring(0, column - 1))) + "^".repeat(marks));
    }

    /** A line of a file; empty where it cannot be shown, which the finding itself then tells. */
    private static String line(Path file, int number) {
        try {
            List<String> lines = Files.readAllLines(file);
            return number <= lines.size() ? lines.get(number - 1) : "";
        } catch (IOException e) {
            return "";
        }
    }
}
