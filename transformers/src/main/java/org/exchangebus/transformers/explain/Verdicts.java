package org.exchangebus.transformers.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.exchangebus.schemas.catalogue.Item;
import org.exchangebus.schemas.catalogue.ItemType;
import org.exchangebus.schemas.catalogue.Obligation;
import org.exchangebus.schemas.catalogue.Resource;
import org.exchangebus.schemas.catalogue.ResourceCheck;
import org.exchangebus.schemas.catalogue.Rule;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.schemas.record.Cells;
import org.exchangebus.transformers.mapping.Mapping;
import org.exchangebus.transformers.mapping.Watch;

/** What the catalogue says to each item of a record: the check's own findings, beside what it looked at. */
final class Verdicts implements ResourceCheck.Violations {

    private static final String MANDATORY = "mandatory";

    private final Mapping mapping;
    private final Resource resource;
    private final Cells record;
    private final Map<String, Trace> traces;
    private final boolean onlyKey;
    private final List<List<Verdict>> told = new ArrayList<>();
    private final Set<String> broken = new HashSet<>();

    Verdicts(Mapping mapping, Cells record, Map<String, Trace> traces, boolean onlyKey) {
        this.mapping = mapping;
        this.resource = mapping.resource();
        this.record = record;
        this.traces = traces;
        this.onlyKey = onlyKey;
        resource.items().forEach(item -> told.add(new ArrayList<>()));
        ResourceCheck check = ResourceCheck.of(resource);
        if (onlyKey) {
            check.acceptsKey(record, this);
        } else {
            check.accepts(record, this);
        }
    }

    @Override
    public void add(int item, String rule, Problem problem, String... arguments) {
        Item of = resource.items().get(item);
        boolean isOwn = resource.rules().stream()
                .noneMatch(across ->
                        !(across instanceof Rule.Geometry) && across.name().equals(rule));
        if (isOwn) {
            broken.add(of.name());
        }
        if (isUnmade(of)) {
            return;
        }
        boolean isWaived = rule.equals(MANDATORY) && mapping.waived().containsKey(of.name());
        Verdict.Kind kind = isWaived ? Verdict.Kind.WAIVED : Verdict.Kind.REFUSED;
        told.get(item).add(new Verdict(rule, "", kind, problem, List.of(arguments)));
    }

    @Override
    public void doubt(int item, String rule, Problem problem, String... arguments) {
        told.get(item).add(new Verdict(rule, "", Verdict.Kind.DOUBTED, problem, List.of(arguments)));
    }

    /** What was said to an item: first the rules that it was asked for and that accept it, then the others. */
    List<Verdict> of(int position) {
        Item item = resource.items().get(position);
        if (isUnmade(item) || onlyKey && !resource.key().contains(item.name())) {
            return List.of();
        }
        List<Verdict> verdicts = new ArrayList<>();
        boolean isThere = !record.isNull(position);
        if (item.obligation() == Obligation.MANDATORY && isThere) {
            accept(verdicts, position, MANDATORY, "");
        }
        if (isThere && !broken.contains(item.name())) {
            own(item).forEach(verdict -> accept(verdicts, position, verdict.rule(), verdict.wants()));
        }
        if (!onlyKey) {
            across(item, isThere, verdicts, position);
        }
        verdicts.addAll(told.get(position));
        return verdicts;
    }

    private void across(Item item, boolean isThere, List<Verdict> verdicts, int position) {
        for (Rule rule : resource.rules()) {
            boolean isAsked = rule instanceof Rule.RequiredWhen || isThere;
            if (rule instanceof Rule.Geometry
                    || !isAsked
                    || !rule.items().get(0).equals(item.name())) {
                continue;
            }
            String others =
                    String.join(", ", rule.items().subList(1, rule.items().size()));
            if (rule.items().stream().anyMatch(broken::contains)) {
                verdicts.add(new Verdict(rule.name(), others, Verdict.Kind.UNASKED, null, List.of()));
            } else {
                accept(verdicts, position, rule.name(), others);
            }
        }
    }

    private void accept(List<Verdict> verdicts, int position, String rule, String wants) {
        if (told.get(position).stream().noneMatch(verdict -> verdict.rule().equals(rule))) {
            verdicts.add(new Verdict(rule, wants, Verdict.Kind.ACCEPTED, null, List.of()));
        }
    }

    private boolean isUnmade(Item item) {
        Trace trace = traces.get(item.name());
        return trace != null && trace.outcome() instanceof Watch.Undone;
    }

    /** The rules that an item carries by itself, with what each of them wants. */
    private static List<Verdict> own(Item item) {
        List<Verdict> own = new ArrayList<>();
        if (item.type() != ItemType.TEXT && item.type() != ItemType.MEMO && item.type() != ItemType.GEOMETRY) {
            own.add(wanting("type", item.type().name().toLowerCase(java.util.Locale.ROOT)));
        }
        if (item.length() > 0) {
            own.add(wanting("length", String.valueOf(item.length())));
        }
        if (item.precision() > 0) {
            own.add(wanting("precision", item.precision() + "," + item.scale()));
        }
        if (item.type() == ItemType.GEOMETRY) {
            own.add(wanting("geometry", ""));
        }
        if (item.codeTable() != null) {
            own.add(wanting("code-table", Objects.requireNonNull(item.codeTable())));
        }
        if (item.identifier() != null) {
            own.add(wanting("identifier", Objects.requireNonNull(item.identifier())));
        }
        return own;
    }

    private static Verdict wanting(String rule, String wants) {
        return new Verdict(rule, wants, Verdict.Kind.ACCEPTED, null, List.of());
    }
}
