package org.exchangebus.deploy.workbench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.schemas.catalogue.Item;
import org.exchangebus.schemas.catalogue.Resource;
import org.exchangebus.schemas.catalogue.Rule;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.problem.Similar;
import org.exchangebus.transformers.explain.ItemRule;
import org.exchangebus.transformers.explain.Lineage;
import org.exchangebus.transformers.explain.LineageJson;
import org.exchangebus.transformers.explain.OpenLineage;
import org.exchangebus.transformers.mapping.Mapping;
import org.exchangebus.transformers.mapping.Spot;

/** Tells where an item comes from, or what depends on a field; of a system or a resource, all of it. */
public final class LineageReport {

    private final Workbench bench;
    private final Lineage lineage;
    private final PrintWriter out;
    private final Texts texts;

    public LineageReport(Workbench bench, PrintWriter out, Locale locale) {
        this.bench = bench;
        this.out = out;
        lineage = new Lineage(bench.mappings());
        texts = new Texts(locale);
    }

    /** For people. */
    public void text(String name) {
        requireKnown(name);
        for (Mapping mapping : lineage.mappings()) {
            if (isSystem(mapping, name)) {
                out.println(texts.say(
                        "lineage.mapping", mapping.name(), mapping.resource().name()));
                rulesOf(mapping).forEach(this::write);
                mapping.waived()
                        .forEach((item, because) -> out.println("    " + texts.say("lineage.waived", item, because)));
                mapping.ignored()
                        .forEach(
                                (field, because) -> out.println("    " + texts.say("lineage.ignored", field, because)));
            }
            for (String field : fields(mapping, name)) {
                field(mapping, field);
            }
        }
        for (Resource resource : bench.catalogue().resources()) {
            for (Item item : items(resource, name)) {
                item(resource, item);
            }
        }
        out.flush();
    }

    /** As data: a line for each rule, and for each field that is not used and each item that is waived. */
    public void json(String name) {
        requireKnown(name);
        chosen(name).forEach(rule -> out.println(LineageJson.of(rule)));
        for (Mapping mapping : lineage.mappings()) {
            mapping.ignored().forEach((field, because) -> {
                if (isSystem(mapping, name) || fields(mapping, name).contains(field)) {
                    out.println(reason(mapping, "field", field, "ignored", because));
                }
            });
            mapping.waived().forEach((item, because) -> {
                boolean isAsked = items(mapping.resource(), name).stream()
                        .anyMatch(one -> one.name().equals(item));
                if (isSystem(mapping, name) || isAsked) {
                    out.println(reason(mapping, "item", item, "waived", because));
                }
            });
        }
        out.flush();
    }

    /** As OpenLineage: a line with a job event for each mapping. */
    public void openLineage(String name, String producer, Instant now) {
        requireKnown(name);
        OpenLineage open = new OpenLineage(producer, now);
        List<ItemRule> chosen = chosen(name);
        for (Mapping mapping : lineage.mappings()) {
            List<ItemRule> rules = chosen.stream()
                    .filter(rule -> rule.mapping().name().equals(mapping.name()))
                    .toList();
            if (!rules.isEmpty()) {
                out.println(open.event(mapping, rules));
            }
        }
        out.flush();
    }

    private void item(Resource resource, Item item) {
        out.println(resource.name() + "/" + item.name() + " " + item.title());
        List<ItemRule> filling = lineage.filling(resource.name(), item.name());
        filling.forEach(rule -> {
            out.println("    " + rule.mapping().name() + "  " + rule.spot().written());
            writeFields(rule);
        });
        for (Mapping mapping : lineage.mappings()) {
            String because = mapping.waived().get(item.name());
            if (mapping.resource().name().equals(resource.name()) && because != null) {
                out.println("    " + mapping.name() + "  " + texts.say("item.waived", because));
            }
        }
        if (filling.isEmpty()) {
            out.println("    " + texts.say("lineage.nobody"));
        }
        for (Rule rule : Lineage.across(resource, item.name())) {
            out.println("    " + texts.say("lineage.across", rule.name(), String.join(", ", rule.items())));
        }
    }

    private void field(Mapping mapping, String field) {
        out.println(mapping.name() + " " + field);
        String because = mapping.ignored().get(field);
        if (because != null) {
            out.println("    " + texts.say("lineage.ignored", field, because));
        }
        Set<String> others = new LinkedHashSet<>();
        for (ItemRule rule : rulesOf(mapping)) {
            if (rule.reads(field)) {
                write(rule);
                String item = rule.item();
                if (item != null) {
                    Lineage.across(mapping.resource(), item)
                            .forEach(across -> others.add(
                                    texts.say("lineage.across", across.name(), String.join(", ", across.items()))));
                }
            }
        }
        others.forEach(other -> out.println("    " + other));
    }

    private void write(ItemRule rule) {
        String what = rule.item() == null
                ? texts.say(
                        rule.spot().kind() == Spot.Kind.DELETE ? "rule.delete" : "rule.leave-out",
                        rule.spot().name())
                : rule.resource() + "/" + rule.item();
        out.println("    " + what + "  " + rule.spot().written());
        writeFields(rule);
    }

    private void writeFields(ItemRule rule) {
        String values = rule.values().isEmpty() ? "" : texts.say("lineage.from", String.join(", ", rule.values()));
        String deciding =
                rule.conditions().isEmpty() ? "" : texts.say("lineage.decided", String.join(", ", rule.conditions()));
        out.println(("        " + ExampleReport.near(rule.spot().place().text()) + "  " + values + deciding)
                .stripTrailing());
    }

    private List<ItemRule> chosen(String name) {
        List<ItemRule> chosen = new ArrayList<>();
        for (ItemRule rule : lineage.rules()) {
            boolean isOfItem = items(rule.mapping().resource(), name).stream()
                    .anyMatch(item -> item.name().equals(rule.item()));
            boolean isOfField = fields(rule.mapping(), name).stream().anyMatch(rule::reads);
            if (isSystem(rule.mapping(), name) || isOfItem || isOfField) {
                chosen.add(rule);
            }
        }
        return chosen;
    }

    private List<ItemRule> rulesOf(Mapping mapping) {
        return lineage.rules().stream()
                .filter(rule -> rule.mapping().name().equals(mapping.name()))
                .toList();
    }

    private static boolean isSystem(Mapping mapping, String name) {
        return mapping.name().equals(name) || mapping.name().startsWith(name + "/");
    }

    /** The items that a name means: those of a resource, or one that is named with its resource or without. */
    private static List<Item> items(Resource resource, String name) {
        return resource.items().stream()
                .filter(item -> name.equals(resource.name())
                        || name.equals(item.name())
                        || name.equals(resource.name() + "/" + item.name()))
                .toList();
    }

    private static List<String> fields(Mapping mapping, String name) {
        String system = mapping.name().substring(0, mapping.name().indexOf('/'));
        return mapping.fields().stream()
                .filter(field -> name.equals(field) || name.equals(system + "/" + field))
                .toList();
    }

    private void requireKnown(String name) {
        Set<String> known = new TreeSet<>();
        for (Mapping mapping : lineage.mappings()) {
            String system = mapping.name().substring(0, mapping.name().indexOf('/'));
            known.addAll(List.of(system, mapping.name()));
            mapping.fields().forEach(field -> known.addAll(List.of(field, system + "/" + field)));
        }
        for (Resource resource : bench.catalogue().resources()) {
            known.add(resource.name());
            resource.items().forEach(item -> known.addAll(List.of(item.name(), resource.name() + "/" + item.name())));
        }
        if (!known.contains(name)) {
            throw new ProblemException(
                    Finding.of("bus", DeployProblem.NOTHING_TO_FOLLOW, name, Similar.nearest(name, known)));
        }
    }

    private static String reason(Mapping mapping, String kind, String name, String what, String because) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("mapping", mapping.name())
                .put("resource", mapping.resource().name())
                .put(kind, name)
                .put(what, because)
                .toString();
    }
}
