package org.exchangebus.transformers.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.schemas.record.Rejection;
import org.exchangebus.transformers.mapping.Spot;
import org.exchangebus.transformers.mapping.Watch;

/** An explanation as data. */
public final class ExplanationJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Locale locale;

    /** @param locale the language of what is said of problems; all else is the same in every language */
    public ExplanationJson(Locale locale) {
        this.locale = locale;
    }

    public ObjectNode of(Explanation explanation) {
        ObjectNode json = JSON.objectNode()
                .put("mapping", explanation.mapping())
                .put("place", explanation.place())
                .put("position", explanation.position())
                .put("outcome", explanation.fate().word());
        json.set("rules", traces(explanation.rules()));
        ArrayNode items = json.putArray("items");
        explanation.items().forEach(item -> items.add(item(item)));
        json.set("reasons", reasons(explanation.reasons()));
        return json;
    }

    /** Why a row was rejected. */
    public ArrayNode reasons(List<Rejection.Reason> reasons) {
        ArrayNode all = JSON.arrayNode();
        for (Rejection.Reason reason : reasons) {
            ObjectNode json = all.addObject().put("item", reason.item()).put("rule", reason.rule());
            tell(json, reason.problem(), reason.arguments());
        }
        return all;
    }

    private ObjectNode item(ExplainedItem item) {
        ObjectNode json = JSON.objectNode()
                .put("item", item.item().name())
                .put("title", item.item().title())
                .put("value", item.value());
        if (item.waived() != null) {
            json.put("waived", item.waived());
        }
        Trace trace = item.trace();
        if (trace != null) {
            json.put("written", trace.spot().written());
            json.put("at", trace.spot().place().text());
            json.set("work", traces(trace.parts()));
        }
        ArrayNode verdicts = json.putArray("catalogue");
        for (Verdict verdict : item.verdicts()) {
            ObjectNode one = verdicts.addObject()
                    .put("rule", verdict.rule())
                    .put("verdict", verdict.kind().name().toLowerCase(Locale.ROOT));
            if (!verdict.wants().isEmpty()) {
                one.put("wants", verdict.wants());
            }
            if (verdict.problem() != null) {
                tell(one, verdict.problem(), verdict.arguments());
            }
        }
        return json;
    }

    private ArrayNode traces(List<Trace> traces) {
        ArrayNode all = JSON.arrayNode();
        for (Trace trace : traces) {
            Spot spot = trace.spot();
            ObjectNode json = all.addObject()
                    .put("kind", spot.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .put("written", spot.written())
                    .put("at", spot.place().text());
            if (trace.isField()) {
                json.put("field", spot.name());
            }
            if (spot.kind() == Spot.Kind.LEAVE_OUT || spot.kind() == Spot.Kind.DELETE) {
                json.put("because", spot.name());
            }
            if (trace.outcome() instanceof Watch.Made made) {
                json.put("value", made.text());
            } else if (trace.outcome() instanceof Watch.Decided decided) {
                json.put("holds", decided.holds());
            } else {
                json.put("problem", ((Watch.Undone) trace.outcome()).problem().code());
            }
            if (!trace.parts().isEmpty()) {
                json.set("work", traces(trace.parts()));
            }
        }
        return all;
    }

    private void tell(ObjectNode json, Problem problem, List<String> arguments) {
        json.put("problem", problem.code())
                .put("text", problem.text(locale, arguments))
                .put("remedy", problem.remedy(locale, arguments));
    }
}
