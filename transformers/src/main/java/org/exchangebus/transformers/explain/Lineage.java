package org.exchangebus.transformers.explain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.exchangebus.schemas.catalogue.Resource;
import org.exchangebus.schemas.catalogue.Rule;
import org.exchangebus.transformers.function.Call;
import org.exchangebus.transformers.mapping.Mapping;
import org.exchangebus.transformers.mapping.Spot;
import org.exchangebus.transformers.mapping.Watch;

/** Which fields of which systems fill which items, by which rules: read off the mappings as they are compiled. */
public final class Lineage {

    private final List<Mapping> mappings;
    private final List<ItemRule> rules = new ArrayList<>();

    public Lineage(Collection<Mapping> mappings) {
        this.mappings = List.copyOf(mappings);
        for (Mapping mapping : mappings) {
            mapping.watched(new Reader(mapping));
        }
    }

    /** Every rule of every mapping, in their order. */
    public List<ItemRule> rules() {
        return List.copyOf(rules);
    }

    public List<Mapping> mappings() {
        return mappings;
    }

    /** The rules that fill an item, one for each mapping that does. */
    public List<ItemRule> filling(String resource, String item) {
        return rules.stream()
                .filter(rule -> rule.resource().equals(resource) && item.equals(rule.item()))
                .toList();
    }

    /** The rules that read a field of a system. */
    public List<ItemRule> reading(String system, String field) {
        return rules.stream()
                .filter(rule -> rule.system().equals(system) && rule.reads(field))
                .toList();
    }

    /** The rules of the catalogue that look at an item together with others. */
    public static List<Rule> across(Resource resource, String item) {
        return resource.rules().stream()
                .filter(rule -> rule.items().size() > 1 && rule.items().contains(item))
                .toList();
    }

    /** Looks on while one mapping is compiled. */
    private final class Reader implements Watch {

        private final Mapping mapping;
        private final Deque<Spot> entered = new ArrayDeque<>();
        private Set<String> values = new LinkedHashSet<>();
        private Set<String> conditions = new LinkedHashSet<>();
        private List<Call> steps = new ArrayList<>();

        Reader(Mapping mapping) {
            this.mapping = mapping;
        }

        @Override
        public void enters(Spot spot) {
            entered.addLast(spot);
            if (spot.call() != null && !isDeciding()) {
                steps.add(spot.call());
            }
        }

        @Override
        public void reads(String field) {
            (isDeciding() ? conditions : values).add(field);
        }

        @Override
        public void leaves(Spot spot) {
            entered.removeLast();
            if (entered.isEmpty()) {
                conditions.removeAll(values);
                rules.add(new ItemRule(mapping, spot, values, conditions, steps));
                values = new LinkedHashSet<>();
                conditions = new LinkedHashSet<>();
                steps = new ArrayList<>();
            }
        }

        private boolean isDeciding() {
            return entered.getFirst().kind() != Spot.Kind.ITEM
                    || entered.stream().anyMatch(spot -> spot.kind() == Spot.Kind.CONDITION);
        }
    }
}
