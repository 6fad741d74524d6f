package org.exchangebus.deploy.ledger;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.exchangebus.deploy.ledger.Sheet.Part;
import org.exchangebus.routes.ledger.Days.Day;

/** Resources by day on a sheet. */
public final class DaysSheet {

    private final List<Day> days;

    public DaysSheet(List<Day> days) {
        this.days = List.copyOf(days);
    }

    public void write(SheetFormat format, PrintWriter out, Locale locale) {
        Part part = Part.table(
                "days",
                List.of(
                        "day",
                        "resource",
                        "runs",
                        "proven",
                        "red",
                        "read",
                        "delivered",
                        "unchanged",
                        "quarantined",
                        "filtered",
                        "unaccounted",
                        "sentDigest",
                        "hubDigest"));
        days.forEach(day -> part.add(
                day.day().toString(),
                day.resource(),
                day.runs(),
                day.proven(),
                day.red(),
                day.read(),
                day.delivered(),
                day.unchanged(),
                day.quarantined(),
                day.filtered(),
                day.difference(),
                day.sentDigest(),
                day.hubDigest()));
        SheetWriter.write(
                new Sheet("days", "", Sheet.Verdict.of(isGood()), List.of(), List.of(part)), format, out, locale);
    }

    /** Whether no run of these days is red. */
    public boolean isGood() {
        return days.stream().allMatch(day -> day.red() == 0);
    }
}
