package org.exchangebus.deploy.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.exchangebus.deploy.ledger.Sheet.Part;
import org.exchangebus.routes.reconciliation.Compared;
import org.exchangebus.routes.reconciliation.Difference;
import org.exchangebus.schemas.catalogue.Resource;

/**
 * What comparisons found. As JSON each difference is a line of its own, written when it is found, and the last line is
 * the sheet; in the other forms the sheet names the first ten thousand, and the ledger all of them.
 */
public final class ComparedSheet {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_SHOWN = 10_000;

    private final SheetFormat format;
    private final PrintWriter out;
    private final Locale locale;
    private final boolean isWhole;
    private final Part resources = Part.table(
            "resources",
            List.of(
                    "resource",
                    "flows",
                    "runs",
                    "keys",
                    "rows",
                    "missing",
                    "otherContent",
                    "notFromAnyRun",
                    "settled"));
    private final Part digests = Part.table("digests", List.of("resource", "expectedDigest", "heldDigest", "ranges"));
    private final Part reach = Part.table("reach", List.of("resource", "lastNotKnown", "code", "runs"));
    private final Part notJudged = Part.table("notJudged", List.of("resource", "why", "keys"));
    private final Part differences =
            Part.table("differences", List.of("resource", "code", "kind", "key", "flow", "run"));
    private boolean isClean = true;

    /** @param isWhole whether keys are shown as they are; else their personal values are masked */
    public ComparedSheet(SheetFormat format, PrintWriter out, Locale locale, boolean isWhole) {
        this.format = format;
        this.out = out;
        this.locale = locale;
        this.isWhole = isWhole;
    }

    /** A key differs. */
    public void add(Resource resource, Difference difference) {
        String key = isWhole ? String.join("|", difference.key()) : difference.masked(resource);
        String code = difference.kind().problem().code();
        if (format == SheetFormat.JSON) {
            ObjectNode line = JSON.createObjectNode()
                    .put("resource", resource.name())
                    .put("code", code)
                    .put("kind", difference.kind().name())
                    .put("key", key)
                    .put("flow", difference.flow())
                    .put("run", difference.run());
            out.println(line);
        } else if (differences.rows().size() < MOST_SHOWN) {
            differences.add(resource.name(), code, difference.kind().name(), key, difference.flow(), difference.run());
        }
    }

    /** A resource is done. */
    public void add(Compared compared) {
        isClean &= compared.isClean();
        resources.add(
                compared.resource(),
                String.join(" ", compared.flows()),
                compared.runs(),
                compared.expected(),
                compared.held(),
                compared.differences().getOrDefault(Difference.Kind.MISSING, 0L),
                compared.differences().getOrDefault(Difference.Kind.OTHER_CONTENT, 0L),
                compared.differences().getOrDefault(Difference.Kind.NOT_FROM_ANY_RUN, 0L),
                compared.settled());
        digests.add(compared.resource(), compared.expectedDigest(), compared.heldDigest(), compared.ranges());
        if (compared.lastNotKnown() != null && compared.notReplayed().isEmpty()) {
            reach.add(compared.resource(), compared.lastNotKnown(), null, null);
        }
        compared.notReplayed()
                .forEach((code, runs) -> reach.add(compared.resource(), compared.lastNotKnown(), code, runs));
        compared.notJudged().forEach((why, keys) -> notJudged.add(compared.resource(), why, keys));
        compared.otherFlows().forEach((flow, rows) -> notJudged.add(compared.resource(), flow, rows));
    }

    /** Everything is compared: writes the sheet, and says whether no key differs. */
    public boolean end() {
        Sheet sheet = new Sheet(
                "comparison",
                Instant.now().toString(),
                Sheet.Verdict.of(isClean),
                List.of(),
                List.of(resources, reach, notJudged, differences, digests));
        SheetWriter.write(sheet, format, out, locale);
        return isClean;
    }
}
