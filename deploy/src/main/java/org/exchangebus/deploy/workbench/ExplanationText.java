package org.exchangebus.deploy.workbench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.exchangebus.deploy.demo.TextWidth;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.schemas.record.Rejection;
import org.exchangebus.transformers.explain.ExplainedItem;
import org.exchangebus.transformers.explain.Explanation;
import org.exchangebus.transformers.explain.Trace;
import org.exchangebus.transformers.explain.Verdict;
import org.exchangebus.transformers.mapping.Spot;
import org.exchangebus.transformers.mapping.Watch;
import org.jspecify.annotations.Nullable;

/** Tells an explanation to a person: each item with its source, its steps and what the catalogue says. */
final class ExplanationText {

    private static final String INDENT = "    ";
    private static final int WIDTH = 40;
    private static final int SHOWN = 70;

    private final PrintWriter out;
    private final Locale locale;
    private final Texts texts;

    ExplanationText(PrintWriter out, Locale locale) {
        this.out = out;
        this.locale = locale;
        texts = new Texts(locale);
    }

    void write(Explanation explanation) {
        for (Trace rule : explanation.rules()) {
            boolean isLeaveOut = rule.spot().kind() == Spot.Kind.LEAVE_OUT;
            out.println(INDENT
                    + texts.say(
                            isLeaveOut ? "rule.leave-out" : "rule.delete",
                            rule.spot().name()));
            writeTraces(rule.parts(), 2);
        }
        explanation.items().forEach(this::write);
    }

    /** Why a row was rejected: each reason and what to do about it. */
    void writeReasons(List<Rejection.Reason> reasons) {
        for (Rejection.Reason reason : reasons) {
            out.println(INDENT + reason.problem().code() + "  "
                    + reason.problem().text(locale, reason.arguments()) + "  [" + reason.rule() + "]");
            out.println(INDENT + INDENT + reason.problem().remedy(locale, reason.arguments()));
        }
    }

    /** What is doubtful about items that are delivered all the same. */
    void writeDoubts(List<ExplainedItem> items) {
        for (ExplainedItem item : items) {
            for (Verdict verdict : item.verdicts()) {
                Problem problem = verdict.problem();
                if (verdict.kind() == Verdict.Kind.DOUBTED && problem != null) {
                    String said = problem.code() + "  " + problem.text(locale, verdict.arguments());
                    out.println(INDENT + texts.say("verdict.doubted", said));
                }
            }
        }
    }

    private void write(ExplainedItem item) {
        String head = INDENT + item.item().name() + " " + item.item().title();
        Trace trace = item.trace();
        if (trace == null) {
            if (item.waived() != null) {
                out.println(head + ": " + texts.say("item.waived", item.waived()));
            }
            return;
        }
        boolean isUndone = trace.outcome() instanceof Watch.Undone;
        out.println(head + " " + (isUndone ? "✗" : "= " + shown(item.value())));
        writeTraces(trace.parts(), 2);
        writeVerdicts(item.verdicts());
    }

    private void writeVerdicts(List<Verdict> verdicts) {
        String accepted = verdicts.stream()
                .filter(verdict -> verdict.kind() == Verdict.Kind.ACCEPTED)
                .map(ExplanationText::named)
                .collect(Collectors.joining(", "));
        if (!accepted.isEmpty()) {
            out.println(INDENT + INDENT + texts.say("verdict.accepted", accepted));
        }
        for (Verdict verdict : verdicts) {
            if (verdict.kind() != Verdict.Kind.ACCEPTED) {
                String kind = verdict.kind().name().toLowerCase(Locale.ROOT);
                String why = verdict.problem() == null
                        ? ""
                        : "  " + verdict.problem().code() + "  "
                                + verdict.problem().text(locale, verdict.arguments());
                out.println(INDENT + INDENT + texts.say("verdict." + kind, named(verdict)) + why);
            }
        }
    }

    private void writeTraces(List<Trace> traces, int depth) {
        for (Trace trace : traces) {
            Spot spot = trace.spot();
            String sign = spot.kind() == Spot.Kind.STEP ? "| " : "";
            String head = INDENT.repeat(depth) + sign + cut(spot.written());
            boolean isOutermost = depth == 2;
            // What a value is made of comes before it, as it was done.
            writeTraces(trace.parts(), depth + 1);
            int blanks = Math.max(2, (isOutermost ? WIDTH : WIDTH + INDENT.length()) - TextWidth.of(head));
            out.println(head + " ".repeat(blanks) + result(trace));
        }
    }

    private String result(Trace trace) {
        if (trace.outcome() instanceof Watch.Made made) {
            return shown(made.text());
        }
        if (trace.outcome() instanceof Watch.Decided decided) {
            return texts.say(decided.holds() ? "condition.holds" : "condition.does-not-hold");
        }
        return "✗ " + ((Watch.Undone) trace.outcome()).problem().code();
    }

    private String shown(@Nullable String value) {
        return value == null ? texts.say("value.none") : cut(visible(value));
    }

    /** Blanks at the ends and control characters are seen. */
    private static String visible(String value) {
        boolean isPlain = value.equals(value.strip()) && value.chars().noneMatch(c -> c < ' ');
        return isPlain
                ? value
                : "'" + value.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t") + "'";
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) > SHOWN
                ? text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…"
                : text;
    }

    private static String named(Verdict verdict) {
        return verdict.wants().isEmpty() ? verdict.rule() : verdict.rule() + " " + verdict.wants();
    }
}
